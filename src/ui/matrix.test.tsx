import { describe, expect, it } from 'vitest';
import { mark, matrixRows, topics } from './gallery-data.ts';
import { Matrix, type MatrixProps } from './matrix.tsx';

const hostile = `<script>alert("1")</script>&'`;
const small: MatrixProps = {
  lang: 'es',
  id: 'm',
  caption: 'Avance',
  rowTitle: 'Entidad',
  topics: [
    {
      title: 'Primero',
      columns: [
        { code: 'A', title: 'Uno', href: '/a' },
        { code: 'B', title: 'Dos' },
      ],
    },
    { title: 'Segundo', columns: [{ code: 'C', title: 'Tres' }] },
  ],
  rows: [
    {
      label: 'Norte',
      href: '/norte',
      cells: [{ mark: mark('done'), href: '/norte/A' }, null, { mark: mark('unknown'), href: '/norte/C' }],
    },
  ],
  legend: [mark('done')],
};
const html = (props: MatrixProps) => String(<Matrix {...props} />);

describe('the matrix', () => {
  it('gives each cell a link, a shape, and its word both read aloud and as a tip', () => {
    expect(html(small)).toContain(
      '<td class="done"><a href="/norte/A" title="Norte · A Uno: Concluida"><svg class="shape" aria-hidden="true"><use href="#s-done"/></svg><span class="vh">Concluida</span></a></td>',
    );
  });

  it('says that a column does not apply, without a link and without a status', () => {
    expect(html(small)).toContain('<td class="none end"><span class="vh">No aplica</span></td>');
    expect(html({ ...small, lang: 'en' })).toContain('Does not apply');
  });

  it('names rows, columns and groups of columns by their scope', () => {
    const page = html(small);
    expect(page).toContain('<th scope="row"><a href="/norte">Norte</a></th>');
    expect(page).toContain('<colgroup span="2"></colgroup><colgroup span="1"></colgroup>');
    expect(page).toContain('scope="colgroup" colspan="2"');
    expect(page.match(/scope="col"/g)).toHaveLength(4);
  });

  it('lets no text become markup, wherever it enters', () => {
    const page = html({
      ...small,
      caption: hostile,
      note: hostile,
      rowTitle: hostile,
      topics: [{ title: hostile, columns: [{ code: hostile, title: hostile, href: hostile }] }],
      rows: [{ label: hostile, note: hostile, href: hostile, cells: [{ mark: { shape: 'done', word: hostile }, href: hostile }] }],
      legend: [{ shape: 'done', word: hostile }],
      downloads: () => hostile,
    });
    expect(page).not.toContain('<script');
    expect(page).not.toContain('alert("');
    expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(12);
  });

  it('refuses a row whose cells are not as many as the columns', () => {
    expect(() => html({ ...small, rows: [{ label: 'Sur', cells: [null] }] })).toThrow('matrix row «Sur»: 1 cells, 3 columns');
  });

  it('holds 32 rows of 60 cells', () => {
    const page = html({ ...small, topics, rows: matrixRows });
    expect(page.match(/<tr>/g)).toHaveLength(34);
    expect(page.match(/<td /g)).toHaveLength(1920);
  });
});
