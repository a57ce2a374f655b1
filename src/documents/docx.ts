import type { Document as Tree } from '../core/document.ts';
import { chartsOf } from './chart.ts';
import { bodyOf, linksOf } from './docx-blocks.ts';
import { numbering, page, styles, textWidth } from './docx-style.ts';
import { escapeXml } from './escape.ts';
import { pageParts } from './words.ts';
import { undated } from './zip-time.ts';

/** A fixed moment for the file's properties: equal documents give equal bytes, and the document itself says its dates. */
const epoch = '1980-01-01T00:00:00Z';

/**
 * Word document, US letter: real heading styles, header rows that repeat, the footer with page numbers, the language
 * set, links and anchors. Charts are SVG pictures with their alternative text. Equal documents give equal bytes.
 */
export async function renderDocx(tree: Tree): Promise<Uint8Array> {
  const docx = await import('docx');
  const charts = await chartsOf(tree, 'print');
  const [before, between, after] = pageParts(tree.lang);
  const links = linksOf(tree);
  const file = new docx.Document({
    title: tree.title,
    creator: 'Atalaya',
    styles: styles(tree.lang),
    numbering: numbering(docx),
    sections: [
      {
        properties: { page },
        footers: {
          default: new docx.Footer({
            children: [
              new docx.Paragraph({
                style: 'Footer',
                tabStops: [{ type: 'right', position: textWidth }],
                children: [
                  new docx.TextRun(`${tree.footer}\t${before}`),
                  new docx.TextRun({ children: [docx.PageNumber.CURRENT, between, docx.PageNumber.TOTAL_PAGES, after] }),
                ],
              }),
            ],
          }),
        },
        children: bodyOf(docx, tree, charts, links),
      },
    ],
  });
  for (const [href, id] of links) {
    file.Document.Relationships.addRelationship(
      id,
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink',
      href,
      'External',
    );
  }
  const bytes = await docx.Packer.toArrayBuffer(file, undefined, [{ path: 'docProps/core.xml', data: coreProperties(tree) }]);
  return undated(new Uint8Array(bytes));
}

/** The library writes the present moment here; see ECMA-376 part 2, core properties. */
const coreProperties = (tree: Tree): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
  'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${escapeXml(tree.title)}</dc:title><dc:creator>Atalaya</dc:creator><cp:lastModifiedBy>Atalaya</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
  `<dcterms:created xsi:type="dcterms:W3CDTF">${epoch}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${epoch}</dcterms:modified>` +
  `<dc:language>${tree.lang === 'es' ? 'es-MX' : 'en-US'}</dc:language></cp:coreProperties>`;
