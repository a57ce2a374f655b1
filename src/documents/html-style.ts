import { ink, statusToken } from './palette.ts';
import { shapes } from './shapes.ts';

/** The style of a document that travels alone as an HTML file: the printed page's voice, light and dark, no outside files. */
export const documentStyle = `
:root { color-scheme: light dark; --paper: light-dark(#fbfaf6, #12171c); --sheet: light-dark(${ink.sheet}, #191f26); --ink: light-dark(${ink.ink}, #e8e6df); --ink-2: light-dark(${ink['ink-2']}, #a9b1b8); --ink-3: light-dark(${ink['ink-3']}, #86909a); --rule: light-dark(${ink.rule}, #2c343c); --accent: light-dark(${ink.accent}, #e59cbf); --accent-sunk: light-dark(${ink['accent-sunk']}, #33202a); --link: light-dark(${ink.link}, #8fc0ea); --ok: light-dark(${ink.ok}, #7cc79b); --doing: light-dark(${ink.doing}, #86b7e0); --watch: light-dark(${ink.watch}, #e0b25a); --risk: light-dark(${ink.risk}, #f0958e) }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 1rem/1.5 'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif; font-variant-numeric: tabular-nums lining-nums }
main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 3rem }
.document h1, .document h2, .document h3, .document caption, .document figcaption { font-family: 'Source Serif 4', 'Source Serif Pro', Georgia, serif; font-weight: 600; line-height: 1.2; text-wrap: balance }
.document h1 { font-size: 2rem; margin: 0 } .document h2 { font-size: 1.375rem; margin: 2.25rem 0 .6rem } .document h3 { font-size: 1.0625rem; margin: 1.6rem 0 .4rem }
.document .notice { margin: 0 0 1.25rem; padding: .5rem .8rem; border-left: 4px solid var(--accent); background: var(--accent-sunk); color: var(--accent); font-weight: 600 }
.document .subtitle { margin: .25rem 0 1rem; color: var(--ink-2) }
.document .facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.25rem; margin: 0; padding: .6rem 0; border-top: 1.5px solid var(--ink); border-bottom: 1px solid var(--rule) }
.document .facts div { display: contents } .document .facts dt { color: var(--ink-2) } .document .facts dd { margin: 0 }
.document a { color: var(--link); text-underline-offset: .18em } .document small { color: var(--ink-2) }
.document .scroll { overflow-x: auto; margin: 1.25rem 0 }
.document table { width: 100%; border-collapse: collapse; font-size: .9375rem }
.document caption, .document figcaption { text-align: start; padding-bottom: .35rem }
.document th, .document td { padding: .38rem .6rem; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top }
.document thead th { border-top: 1.5px solid var(--ink); border-bottom: 1px solid var(--ink-2); vertical-align: bottom; font-weight: 600; font-size: .8125rem; color: var(--ink-2) }
.document tbody th { font-weight: 600 } .document .end { text-align: end; white-space: nowrap } .document .empty { font-style: italic; color: var(--ink-2) }
.document .chart { margin: 1.25rem 0 } .document .chart svg { display: block; width: 100%; height: auto }
.document .sprite { position: absolute }
.document .status { display: inline-flex; gap: .35em; align-items: baseline } .document .status svg { width: .85em; height: .85em; flex: none; position: relative; top: .08em }
${shapes.map((shape) => `.document .status.${shape} svg { color: var(--${statusToken[shape]}) }`).join(' ')}
.document footer { margin-top: 2.5rem; padding-top: .5rem; border-top: 1px solid var(--rule); font-size: .8125rem; color: var(--ink-2); overflow-wrap: anywhere }
@media print { :root { color-scheme: light } body { background: #fff; font-size: 9.5pt } main { max-width: none; padding: 0 } .document .page-break { break-after: page } .document tr { break-inside: avoid } .document h2, .document h3, .document caption { break-after: avoid } .document .scroll { overflow: visible } }
`;
