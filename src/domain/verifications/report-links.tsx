export const reportFormats = ['pdf', 'docx', 'html', 'md'] as const;

/** The same report in every form in which it may be taken away. */
export const ReportLinks = ({ href }: { readonly href: (format: (typeof reportFormats)[number]) => string }) => (
  <p>
    {reportFormats.map((format, i) => (
      <>
        {i > 0 && ' · '}
        <a href={href(format)} data-turbo="false">
          {format.toUpperCase()}
        </a>
      </>
    ))}
  </p>
);
