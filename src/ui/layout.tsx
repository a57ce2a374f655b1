import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { firstFonts, fontsPath } from './fonts.ts';
import { escapeHtml } from './html.ts';
import { Masthead, type MastheadProps } from './masthead.tsx';
import { Hash } from './parts.tsx';
import { statusSprite } from './status.tsx';
import { uiWords } from './words.ts';

export type NavItem = {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean | undefined;
  /** How many things wait there; `countLabel` says of what («5 alertas abiertas»). Nothing is shown for 0. */
  readonly count?: number | undefined;
  readonly countLabel?: string | undefined;
};
export type NavGroup = { readonly title?: string | undefined; readonly items: readonly NavItem[] };

/** What vouches for the page: how far the log had been read, and its root in hexadecimal. */
export type Foot = { readonly position: number; readonly root: string; readonly verifyHref: string };

export type PageProps = MastheadProps & {
  /** Without the brand, which is added: «Calendario» becomes «Calendario · Atalaya». */
  readonly title: string;
  readonly nav: { readonly groups: readonly NavGroup[] };
  /** A loud line on every page: «DATOS FICTICIOS …». */
  readonly notice?: string | undefined;
  readonly foot?: Foot | undefined;
  readonly cssHref: string;
  readonly faviconHref?: string | undefined;
  /** A module script, deferred; every page works without it. */
  readonly scriptHref?: string | undefined;
  /** Server-sent events that refresh the page when the log advances. */
  readonly liveHref?: string | undefined;
  readonly children: Child;
};

const Rail = ({ lang, nav }: Pick<PageProps, 'lang' | 'nav'>) => (
  <div class="side">
    <nav class="rail" id="menu" popover="auto" aria-label={uiWords(lang).sections}>
      <button class="btn menu-close" type="button" popovertarget="menu" popovertargetaction="hide">
        {uiWords(lang).closeMenu}
      </button>
      {nav.groups.map((group) => (
        <>
          {group.title !== undefined && <h2>{group.title}</h2>}
          <ul>
            {group.items.map((item) => (
              <li>
                <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                  <span>{item.label}</span>
                  {item.count ? <Count item={item} /> : null}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </nav>
  </div>
);

const Count = ({ item }: { readonly item: NavItem }) => (
  <span class="small">
    <span aria-hidden={item.countLabel === undefined ? undefined : 'true'}>{item.count}</span>
    {item.countLabel !== undefined && <span class="vh">, {item.countLabel}</span>}
  </span>
);

/** Head links as a string: the JSX runtime would look for each of them again through the whole page. */
function headLinks({ cssHref, faviconHref, scriptHref }: PageProps): string {
  const preload = firstFonts.map((name) => `<link rel="preload" href="${fontsPath}/${name}" as="font" type="font/woff2" crossorigin>`);
  const icon = faviconHref === undefined ? '' : `<link rel="icon" href="${escapeHtml(faviconHref)}" type="image/svg+xml">`;
  const script = scriptHref === undefined ? '' : `<script type="module" src="${escapeHtml(scriptHref)}"></script>`;
  return `${preload.join('')}<link rel="stylesheet" href="${escapeHtml(cssHref)}" data-turbo-track="reload">${icon}${script}`;
}

/**
 * The whole page, from the document type on. Answer with it as it is: `c.html(<Page …>…</Page>)`.
 * Nothing is fetched before it is asked for (turbo-prefetch): one address changes the language, another hashes the whole log.
 */
export function Page(props: PageProps) {
  const { lang, title, brand, nav, notice, foot, liveHref, asOf, children } = props;
  const w = uiWords(lang);
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${title} · ${brand.name}</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve"><meta name="turbo-prefetch" content="false">${raw(headLinks(props))}</head>${(
    <body class={asOf ? 'past' : undefined}>
      <a class="skip" href="#contenido">
        {w.skip}
      </a>
      {statusSprite}
      <Masthead {...props} />
      <Rail lang={lang} nav={nav} />
      <div class="page">
        {notice !== undefined && (
          <section class="fiction" aria-label={w.notice}>
            <p>{notice}</p>
          </section>
        )}
        <main id="contenido" tabindex={-1}>
          {children}
        </main>
        {foot && (
          <footer class="foot">
            <span>{w.position(foot.position)}</span>
            <span>
              {w.root} <Hash value={foot.root} />
            </span>
            <a href={foot.verifyHref}>{w.verify}</a>
          </footer>
        )}
      </div>
      {liveHref !== undefined && raw(`<turbo-stream-source src="${escapeHtml(liveHref)}"></turbo-stream-source>`)}
    </body>
  )}</html>`;
}
