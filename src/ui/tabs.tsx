export type Tab = { readonly href: string; readonly label: string; readonly current: boolean };

/** The pages of one thing, side by side: links like any others, so that each has its own address. */
export const Tabs = ({ label, items }: { readonly label: string; readonly items: readonly Tab[] }) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {items.map((tab) => (
        <li>
          <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
            {tab.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
