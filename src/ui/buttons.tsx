import type { Child } from 'hono/jsx';

export type ButtonKind = 'primary' | 'quiet' | 'danger';

type SubmitProps = {
  /** One primary a page. Absent: quiet. */
  readonly kind?: ButtonKind | undefined;
  /** Sent with the form, to tell two buttons apart. */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Answered with a page and no redirect (a preview): the browser loads it by itself, with script too. */
  readonly plain?: boolean | undefined;
  /** Verb + noun: «Emitir convocatoria». */
  readonly children: Child;
};
export const Submit = ({ kind = 'quiet', name, value, plain, children }: SubmitProps) => (
  <button type="submit" class={`btn ${kind}`} name={name} value={value} data-turbo={plain ? 'false' : undefined}>
    {children}
  </button>
);

type LinkButtonProps = { readonly href: string; readonly kind?: ButtonKind | undefined; readonly children: Child };
/** Leads to where something is done. */
export const LinkButton = ({ href, kind = 'quiet', children }: LinkButtonProps) => (
  <a href={href} class={`btn ${kind}`}>
    {children}
  </a>
);
