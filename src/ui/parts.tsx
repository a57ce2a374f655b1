import type { Child } from 'hono/jsx';
import type { StatusMark } from '../core/document.ts';
import type { Lang } from '../core/words.ts';
import { Status } from './status.tsx';
import { uiWords } from './words.ts';

export type Crumb = { readonly label: string; readonly href?: string | undefined };

/** Where the page stands, from the outside in; the last is the page itself and has no link. */
export const Breadcrumbs = ({ lang, items }: { readonly lang: Lang; readonly items: readonly Crumb[] }) => (
  <nav aria-label={uiWords(lang).trail}>
    <ol class="crumbs">
      {items.map(({ label, href }) => (
        <li>{href === undefined ? <span aria-current="page">{label}</span> : <a href={href}>{label}</a>}</li>
      ))}
    </ol>
  </nav>
);

type PageHeadProps = {
  readonly title: string;
  /** A line under the title: dates, counts. */
  readonly meta?: Child;
  /** Breadcrumbs. */
  readonly trail?: Child;
  /** Buttons; at most one is primary. */
  readonly actions?: Child;
};
/** The page's one `h1`, and what can be done here. */
export const PageHead = ({ title, meta, trail, actions }: PageHeadProps) => (
  <>
    {trail}
    <div class="head">
      <div>
        <h1>{title}</h1>
        {meta !== undefined && <p class="meta">{meta}</p>}
      </div>
      {actions !== undefined && <div class="actions">{actions}</div>}
    </div>
  </>
);

/** Two, three or four columns side by side where there is room. */
export const Columns = ({ of, children }: { readonly of: 2 | 3 | 4; readonly children: Child }) => (
  <div class={`cols of${of}`}>{children}</div>
);

/** The matter, and beside it what is to be known about it. */
export const Split = ({ aside, children }: { readonly aside: Child; readonly children: Child }) => (
  <div class="split">
    <div class="stack">{children}</div>
    <aside class="stack">{aside}</aside>
  </div>
);

/** Parts one under the other, evenly spaced. */
export const Stack = ({ children }: { readonly children: Child }) => <div class="stack">{children}</div>;

type PanelProps = {
  /** Names the panel for links and for its heading; unique in the page. */
  readonly id: string;
  readonly title: string;
  readonly note?: Child;
  /** `large` for the parts of a long page; `minor` draws a finer line (asides). */
  readonly weight?: 'large' | 'minor' | undefined;
  readonly more?: { readonly href: string; readonly label: string } | undefined;
  readonly children: Child;
};
/** A line above a heading. */
export const Panel = ({ id, title, note, weight, more, children }: PanelProps) => (
  <section class={weight === 'minor' ? 'panel minor' : 'panel'} id={id} aria-labelledby={`${id}-t`}>
    <header class={weight === 'large' ? 'large' : undefined}>
      <h2 id={`${id}-t`}>{title}</h2>
      {note !== undefined && <small>{note}</small>}
    </header>
    {children}
    {more && (
      <p class="more">
        <a href={more.href}>{more.label}</a>
      </p>
    )}
  </section>
);

export type RowItem = {
  readonly mark?: StatusMark | undefined;
  readonly text: Child;
  /** Set strong: the row asks for something. */
  readonly strong?: boolean | undefined;
  readonly detail?: Child;
  /** As it is read («14 feb», «32 días»); with `dateTime` (ISO) it is a date. */
  readonly when?: string | undefined;
  readonly dateTime?: string | undefined;
  /** It has just changed: fades in once. */
  readonly fresh?: boolean | undefined;
};

export const When = ({ when, dateTime }: { readonly when: string; readonly dateTime?: string | undefined }) =>
  dateTime === undefined ? (
    <span class="when">{when}</span>
  ) : (
    <time class="when" datetime={dateTime}>
      {when}
    </time>
  );

/** Rows of a panel: status, what, when. `empty` says what will be here and who puts it there. */
export function Rows({ items, empty }: { readonly items: readonly RowItem[]; readonly empty: Child }) {
  if (items.length === 0) return <EmptyState>{empty}</EmptyState>;
  return (
    <ul class={items.some((item) => item.mark) ? 'rows' : 'rows plain'}>
      {items.map((item) => (
        <li class={item.fresh ? 'fresh' : undefined}>
          {item.mark && <Status {...item.mark} showWord={false} />}
          <div class="what">
            {item.strong ? <strong>{item.text}</strong> : item.text}
            {item.detail !== undefined && <span class="detail">{item.detail}</span>}
          </div>
          {item.when !== undefined && <When when={item.when} dateTime={item.dateTime} />}
        </li>
      ))}
    </ul>
  );
}

/** Terms and what they are. */
export const Facts = ({ items }: { readonly items: readonly { readonly term: string; readonly value: Child }[] }) => (
  <dl class="facts">
    {items.map(({ term, value }) => (
      <div>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** A few large numbers with what they count. */
export const Figures = ({ items }: { readonly items: readonly { readonly value: Child; readonly label: string }[] }) => (
  <dl class="figures">
    {items.map(({ value, label }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** What will be here and who puts it there. */
export const EmptyState = ({ title, action, children }: { readonly title?: string; readonly action?: Child; readonly children: Child }) => (
  <div class="empty">
    <p>
      {title !== undefined && <strong>{title}</strong>}
      {children}
    </p>
    {action !== undefined && <div class="actions">{action}</div>}
  </div>
);

type FoldProps = { readonly id: string; readonly title: string; readonly open?: boolean | undefined; readonly children: Child };
/** Folded until it is asked for: a form that is not needed every day. */
export const Fold = ({ id, title, open = false, children }: FoldProps) => (
  <details class="fold" id={id} open={open}>
    <summary>{title}</summary>
    {children}
  </details>
);

/** A small quiet label: a filter in force, a version, a code. */
export const Chip = ({ children }: { readonly children: Child }) => <span class="chip">{children}</span>;

/** A long hexadecimal digest, folded; whole under the pointer. */
export const Hash = ({ value }: { readonly value: string }) =>
  value.length <= 13 ? (
    <code class="hash">{value}</code>
  ) : (
    <code class="hash" title={value}>
      {value.slice(0, 6)}…{value.slice(-6)}
    </code>
  );

/** What somebody said: who, when, and of what kind. */
export const Quote = ({ by, note, children }: { readonly by: string; readonly note: Child; readonly children: Child }) => (
  <article class="quote">
    <header>
      <strong>{by}</strong>
      <small>{note}</small>
    </header>
    <p>{children}</p>
  </article>
);

type NoticeProps = { readonly kind: 'note' | 'done' | 'refused'; readonly title?: string | undefined; readonly children: Child };
/** Something the page must say of itself: done, refused and why, to be known. A refusal is announced at once. */
export const Notice = ({ kind, title, children }: NoticeProps) => (
  <div class={`notice ${kind}`} role={kind === 'refused' ? 'alert' : 'status'}>
    {title !== undefined && <h2>{title}</h2>}
    <div>{children}</div>
  </div>
);
