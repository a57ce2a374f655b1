import { ink, statusToken } from './palette.ts';
import { sans, serif } from './pdf-fonts.ts';
import { segmentsOf, shapeSize, shapes } from './shapes.ts';

/** The file the template reads; the renderer puts the document there. */
export const wireFile = 'document.json';

/** Shapes are .8 em high and hang around the height of a capital, in a box no taller than one, so that no line grows. */
const em = (n: number, shift = 0): string => `${((n / shapeSize) * 0.8 + shift).toFixed(3)}em`;
const verbs: Readonly<Record<string, string>> = { M: 'move', L: 'line', C: 'cubic' };
const curve = (shape: (typeof shapes)[number]): string => {
  const parts = segmentsOf(shape).map(([command, points]) =>
    command === 'Z' ? 'curve.close()' : `curve.${verbs[command]}(${points.map(([x, y]) => `(${em(x)}, ${em(y, -0.09)})`).join(', ')})`,
  );
  return `box(width: .8em, height: .62em, curve(fill: rgb("${ink[statusToken[shape]]}"), ${parts.join(', ')}))`;
};

/**
 * The page: US letter (the paper of Mexican offices), a gazette's type, rules instead of boxes. Pure Typst without a
 * word of any document in it. `table` and not `grid`, because only a table is tagged as one.
 */
export const template = String.raw`
#let doc = json("${wireFile}")
#let ink = rgb("${ink.ink}")
#let ink-2 = rgb("${ink['ink-2']}")
#let rule = rgb("${ink.rule}")
#let accent = rgb("${ink.accent}")
#let shapes = (${shapes.map((shape) => `${shape}: ${curve(shape)}`).join(', ')})

#set document(title: doc.title, date: none)
#set text(font: "${sans}", fallback: false, size: 9.6pt, fill: ink, lang: doc.lang, region: if doc.lang == "es" { "MX" } else { "US" }, number-type: "lining", number-width: "tabular", hyphenate: false)
#set par(leading: .58em, spacing: .85em, justify: false)
#set list(marker: text(fill: accent)[•], indent: 2pt, body-indent: 5pt, spacing: .55em)
#set enum(indent: 2pt, body-indent: 5pt, spacing: .55em)
#set page(
  paper: "us-letter",
  margin: (top: 22mm, bottom: 23mm, x: 20mm),
  header-ascent: 7mm,
  footer-descent: 6mm,
  header: context if counter(page).get().first() > 1 {
    set text(size: 7.6pt, fill: ink-2)
    let page = here().page()
    let above(h) = { let at = h.location().position(); at.page < page or at.page == page and at.y < 34mm }
    let section = query(heading.where(level: 2).or(heading.where(level: 3))).filter(above).at(-1, default: none)
    block(width: 100%, stroke: (bottom: .4pt + rule), inset: (bottom: 4pt), grid(columns: (1fr, auto), column-gutter: 6mm, doc.title + if section != none [ · #section.body], text(fill: accent, weight: 600, doc.notice)))
  },
  footer: context {
    set text(size: 7.2pt, fill: ink-2)
    let page-of = doc.page.at(0) + str(counter(page).get().first()) + doc.page.at(1) + str(counter(page).final().first()) + doc.page.at(2)
    block(width: 100%, stroke: (top: .4pt + rule), inset: (top: 5pt), grid(columns: (1fr, auto), column-gutter: 8mm, doc.footer, page-of))
  },
)

#show heading: set text(font: "${serif}", weight: 600)
#show heading.where(level: 1): set text(size: 23pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 3): set text(size: 11pt)
#show heading.where(level: 1): set block(above: 0pt, below: 8pt)
#show heading.where(level: 2): set block(above: 20pt, below: 9pt)
#show heading.where(level: 3): set block(above: 15pt, below: 7pt)
#set figure(numbering: none, supplement: none, gap: 5pt)
#set figure.caption(position: top)
#show figure: set block(above: 13pt, below: 15pt)
// Not wrapped in a block, which would lay a long table out twice; its parts must still be free to break.
#show figure.where(kind: table): it => { set block(breakable: true, spacing: 5pt); v(13pt, weak: true); it.caption; it.body; v(15pt, weak: true) }
#show figure.caption: it => block(width: 100%, above: 0pt, below: 5pt, sticky: true, align(start, text(font: "${serif}", size: 10.4pt, weight: 600, it.body)))

#let span(s) = if type(s) == str { s } else {
  let tag = s.first()
  let rest = s.slice(1).map(p => if type(p) == array { p.map(x => box(x)).join() } else { p })
  if tag == "status" { box(shapes.at(rest.at(0))); "\u{a0}" + rest.at(1) }
  else if tag == "strong" { text(weight: 600, rest.join()) }
  else if tag == "emphasis" { text(style: "italic", rest.join()) }
  else if tag == "code" { text(size: .92em, fill: ink-2, rest.join()) }
  else if tag == "small" { text(size: .86em, fill: ink-2, rest.join()) }
  else if tag == "link" { link(rest.at(1), text(fill: rgb("${ink.link}"), underline(offset: .14em, stroke: .4pt, rest.at(0)))) }
  else if tag == "goto" { link(label(rest.at(1)), text(fill: rgb("${ink.link}"), rest.at(0))) }
  else { rest.join() }
}
#let inline(x) = if type(x) == str { x } else { x.map(span).join() }
#let cell(x) = if type(x) == dictionary { text(weight: 600, inline(x.head)) } else { inline(x) }
#let anchored(body, id) = if id == "" { body } else [#body #label(id)]

#let data-table(b) = {
  let n = b.head.len()
  let size = if n <= 6 { 8.7pt } else if n <= 9 { 7.9pt } else { 7pt }
  set text(size: size)
  set par(leading: .46em)
  set table.cell(breakable: not b.whole)
  anchored(figure(kind: table, caption: b.caption, pad(x: -4pt, table(
    columns: b.widths.map(w => w * 1fr),
    align: b.align.map(a => if a == "end" { end } else { start }),
    inset: (x: 4pt, top: 3.6pt, bottom: 4pt),
    stroke: (bottom: .35pt + rule, rest: none),
    table.header(
      table.hline(y: 0, stroke: .9pt + ink),
      ..b.head.map(t => table.cell(align: bottom, text(size: .9em, weight: 600, fill: ink-2, t))),
      table.hline(y: 1, stroke: .5pt + ink-2),
    ),
    ..if b.empty != "" { (table.cell(colspan: n, inset: (x: 4pt, y: 7pt), text(style: "italic", fill: ink-2, b.empty)),) } else { b.rows.map(cell) },
  ))), b.id)
}

#let render(b) = {
  if b.kind == "table" { data-table(b) }
  else if b.kind == "heading" { anchored(heading(level: b.level, b.text), b.id) }
  else if b.kind == "paragraph" { par(inline(b.text)) }
  else if b.kind == "list" { list(..b.items.map(inline)) }
  else if b.kind == "enum" { enum(..b.items.map(inline)) }
  else if b.kind == "chart" { anchored(figure(kind: image, caption: b.title, image(bytes(b.svg), format: "svg", alt: b.alt, width: if b.tall { auto } else { 100% }, height: if b.tall { 205mm } else { auto })), b.id) }
  else if b.kind == "break" { pagebreak(weak: true) }
}

#if doc.notice != "" {
  block(width: 100%, above: 0pt, below: 14pt, fill: rgb("${ink['accent-sunk']}"), stroke: (left: 3pt + accent), inset: (x: 9pt, y: 7pt), text(size: 11.5pt, weight: 600, fill: accent, par(doc.notice)))
}
#heading(level: 1, doc.title)
#if doc.subtitle != "" { block(above: 0pt, below: 10pt, text(size: 11.5pt, fill: ink-2, par(doc.subtitle))) }
#if doc.facts.len() > 0 {
  line(length: 100%, stroke: .9pt + ink)
  v(-4pt)
  grid(columns: (auto, 1fr), column-gutter: 12pt, row-gutter: 5pt, ..doc.facts.map(f => (text(fill: ink-2, f.at(0)), inline(f.at(1)))).flatten())
  v(-4pt)
  line(length: 100%, stroke: .4pt + rule)
}
#for b in doc.blocks { render(b) }
`;
