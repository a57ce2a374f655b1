import { raw } from 'hono/html';
import type { Lang } from '../core/words.ts';
import { towerMark } from './brand.tsx';
import { Csrf } from './forms.tsx';
import { uiWords } from './words.ts';

/** Says that the page shows the state of another date. `text` whole («Estado al 10 de marzo de 2020»); `clearHref` leads to today's. */
export type AsOf = { readonly text: string; readonly clearHref: string };
export type User =
  | {
      readonly label: string;
      readonly href: string;
      /** Signing out is an act: a POST with its token. */
      readonly signOut?: { readonly action: string; readonly csrf: string } | undefined;
    }
  | { readonly signInHref: string };
export type LanguageLink = { readonly lang: Lang; readonly label: string; readonly href: string };

const clock = raw(
  '<svg viewBox="0 0 16 16" aria-hidden="true"><g fill="none" stroke="currentColor" stroke-width="1.5"><circle cx="8" cy="8" r="6.5"/><path d="M8 4v4.2l2.8 1.7"/></g></svg>',
);
const bars = raw(
  '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M2 5h16M2 10h16M2 15h16" stroke="currentColor" stroke-width="2"/></svg>',
);

export const AsOfChip = ({ lang, asOf }: { readonly lang: Lang; readonly asOf: AsOf }) => (
  <div class="asof" role="status">
    <strong>
      {clock} {asOf.text}
    </strong>
    <a href={asOf.clearHref}>{uiWords(lang).seeToday}</a>
  </div>
);

function UserTools({ lang, user }: { readonly lang: Lang; readonly user: User }) {
  const w = uiWords(lang);
  if ('signInHref' in user) return <a href={user.signInHref}>{w.signIn}</a>;
  return (
    <>
      <a class="me" href={user.href}>
        {user.label}
      </a>
      {user.signOut && (
        <form method="post" action={user.signOut.action}>
          <Csrf token={user.signOut.csrf} />
          <button class="linklike" type="submit">
            {w.signOut}
          </button>
        </form>
      )}
    </>
  );
}

export type MastheadProps = {
  readonly lang: Lang;
  readonly brand: { readonly name: string; readonly href: string };
  readonly processName?: string | undefined;
  readonly asOf?: AsOf | undefined;
  readonly user?: User | undefined;
  /** Where everything is looked for; with script, Ctrl K leads there too. */
  readonly searchHref?: string | undefined;
  readonly languageLinks: readonly LanguageLink[];
};

export function Masthead({ lang, brand, processName, asOf, user, searchHref, languageLinks }: MastheadProps) {
  const w = uiWords(lang);
  return (
    <header class="mast">
      <a class="brand" href={brand.href}>
        {towerMark}
        <span>{brand.name}</span>
      </a>
      <button class="menu-button" type="button" popovertarget="menu">
        {bars} {w.menu}
      </button>
      <div class="bar">
        {processName !== undefined && <span class="process">{processName}</span>}
        {asOf && <AsOfChip lang={lang} asOf={asOf} />}
        <div class="tools">
          {searchHref !== undefined && (
            <a href={searchHref} data-search aria-keyshortcuts="Control+K Meta+K" title="Ctrl K">
              {w.search}
            </a>
          )}
          {languageLinks
            .filter((link) => link.lang !== lang)
            .map((link) => (
              <a href={link.href} lang={link.lang} hreflang={link.lang} aria-label={`${w.language}: ${link.label}`}>
                {link.label}
              </a>
            ))}
          {user && <UserTools lang={lang} user={user} />}
        </div>
      </div>
    </header>
  );
}
