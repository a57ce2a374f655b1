import { describe, expect, it } from 'vitest';
import { DataTable, type Downloads } from './table.tsx';

type Row = { readonly name: string; readonly days: number };
const table = (rows: readonly Row[], more: { downloads?: Downloads; empty?: string } = {}) =>
  String(
    <DataTable
      lang="es"
      id="t"
      caption="Plazos"
      columns={[
        { title: 'Nombre', head: true, cell: (row: Row) => row.name },
        { title: 'Faltan', unit: 'días', align: 'end', cell: (row: Row) => row.days },
      ]}
      rows={rows}
      rowHref={(row) => `/${row.name}`}
      {...more}
    />,
  );

describe('a table', () => {
  it('names its rows by a header cell, which is the link', () => {
    expect(table([{ name: 'a', days: 3 }])).toContain('<th scope="row" class="pin"><a href="/a">a</a></th><td class="n">3</td>');
  });
  it('puts the unit in the head', () => {
    expect(table([])).toContain('Faltan<span class="unit">días</span>');
  });
  it('says what will be here when there are no rows, across all columns', () => {
    expect(table([], { empty: 'Aquí estarán los plazos.' })).toContain('<td colspan="2"><div class="empty"><p>Aquí estarán los plazos.');
    expect(table([])).toContain('Sin filas');
  });
  it('offers its file at the foot only when there is one', () => {
    expect(table([], { downloads: (end) => `/t.${end}` })).toContain(
      'Descargar: <a href="/t.csv" data-turbo="false">CSV</a> · <a href="/t.xlsx" data-turbo="false">XLSX</a>',
    );
    expect(table([])).not.toContain('CSV');
  });
  it('can be scrolled from the keyboard and is named by its caption', () => {
    expect(table([])).toContain('<section class="scroll" tabindex="0" aria-labelledby="t-t">');
  });
});
