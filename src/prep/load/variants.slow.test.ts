import { describe, expect, test } from 'vitest';
import { codesOf, header, loaded, names, row, rowsOf, small, withPrep } from './test-files.ts';

const votesOf = 'select votes, vote_status from acta order by cut, "row"';
const only = async (content: string | Uint8Array, sql: string): Promise<unknown[][]> =>
  withPrep(async (prep) => {
    await loaded(prep, content);
    return rowsOf(prep, sql);
  });
const plain = [
  [
    '210001B0100',
    '210001B01002',
    '21',
    'PUEBLA',
    1,
    1,
    0,
    'B',
    '2',
    ['10', '12', '3', '0', '5'],
    '30',
    '500',
    'counted',
    '2024-06-03 18:30:15',
  ],
];
const identity =
  'select key, acta_key, state_id, state, section, casilla_id, ext, casilla_type, acta_type, votes, drawn, list, status, collected_at from acta';

/** Windows-1252 bytes of a text within Latin-1. */
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
const swapped = (bytes: Uint8Array): Uint8Array => Buffer.from(bytes).swap16();
const delimited = (delimiter: string): string => small({ title: 'GUBERNATURA' }).replaceAll(',', delimiter).replaceAll('|', delimiter);

/** The null votes behind TOTAL_VOTOS_ASENTADO. */
const moved = (line: string): string => {
  const fields = line.split(',');
  return fields.toSpliced(14, 2, fields[15] ?? '', fields[14] ?? '').join(',');
};

describe('however a cut is written, its actas are the same', () => {
  test.each<[string, string | Uint8Array]>([
    ['LF and commas', small()],
    ['CR LF', small().replaceAll('\n', '\r\n')],
    ['CR alone', small().replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${small()}`],
    ['bars', delimited('|')],
    ['semicolons', delimited(';')],
    ['tabs', delimited('\t')],
    ['sep=| first', `sep=|\n${delimited('|')}`],
    ['no last line end', small().trimEnd()],
    ['UTF-16 little-endian', utf16(small())],
    ['UTF-16 big-endian', swapped(utf16(small()))],
    [
      'every field quoted',
      small().replaceAll(/^(.*,.*)$/gm, (line) =>
        line
          .split(',')
          .map((field) => `"${field}"`)
          .join(','),
      ),
    ],
    ['keys in apostrophes', small({ rows: [row.replace('210001B0100,210001B01002', "'210001B0100','210001B01002'")] })],
    ['keys after an apostrophe', small({ rows: [row.replace('210001B0100,210001B01002,21', "'210001B0100,'210001B01002,'21")] })],
    ['keys as ="…"', small({ rows: [row.replace('210001B0100,210001B01002', '="210001B0100",="210001B01002"')] })],
    ['keys as "=""…"""', small({ rows: [row.replace('210001B0100,210001B01002', '"=""210001B0100""","=""210001B01002"""')] })],
    ['no leading zeros', small({ rows: [row.replace('0001,01,B,00', '1,1,B,0')] })],
    ['protected numbers', small({ rows: [row.replace('0001,01,B,00', '\'0001,="01",B,\'00')] })],
    ['keys after a typographic apostrophe', small({ rows: [row.replace('210001B0100,210001B01002', '’210001B0100,`210001B01002')] })],
    ['figures with a sign, hard blanks and none', small({ rows: [row.replace(',10,12,3,', ',+10,\u00a012\u00a0, 3 ,')] })],
    ['a date of two digits for the year', small({ rows: [row.replace('03/06/2024 18:30:15', '03/06/24 18:30:15')] })],
    [
      'a column of words before the votes',
      small({ header: header.replace(',PAN,', ',LUGAR,PAN,'), rows: [row.replace(',10,12,', ',Escuela,10,12,')] }),
    ],
    ['null votes set apart', small({ header: moved(header), rows: [moved(row)] })],
    [
      'names of columns nobody wrote before',
      small({ header: header.replace('TOTAL_VOTOS_SACADOS', 'VOTOS SACADOS DE LA URNA').replace('SECCION', 'Sección electoral') }),
    ],
    ['decimals and thousands', small({ rows: [row.replace('30,10,12,3', '30.0,"10.0",12,\'3')] })],
    ['blank lines in the table', small().replace(row, `\n${row}\n`)],
    ['lines padded by a spreadsheet', small().replace('GUBERNATURA', 'GUBERNATURA,,,,,,').replace('(UTC-6)', '(UTC-6),,,,,,')],
    ['no blank lines above', small().replaceAll('\n\n', '\n')],
    ['more lines above', `\n\n${small()}`],
    ['mixed line ends', small().replace(`${header}\n`, `${header}\r\n`)],
  ])('%s', async (_, content) => {
    expect(await only(content, identity)).toEqual(plain);
  });
});

describe('texts', () => {
  test('Windows-1252 and UTF-8 letters are the same letters', async () => {
    const content = small({ rows: [row.replace('PUEBLA', 'MICHOACÁN “Ñ”')] });
    const cp1252 = Buffer.from(latin1(content.replace('“', '\x93').replace('”', '\x94')));
    expect(await only(cp1252, 'select state from acta')).toEqual([['MICHOACÁN “Ñ”']]);
    expect(await only(content, 'select state from acta')).toEqual([['MICHOACÁN “Ñ”']]);
  });

  test('a Windows-1252 row in a UTF-8 file is read, numbered and reported', async () => {
    await withPrep(async (prep) => {
      const good = Buffer.from(small({ rows: [row.replace('PUEBLA', 'MÉXICO')] }));
      const cut = await loaded(prep, Buffer.concat([good, latin1(`${row.replace('PUEBLA', 'MÉXICO')}\n`)]));
      expect(await rowsOf(prep, 'select "row", state from acta order by 1')).toEqual([
        ['1', 'MÉXICO'],
        ['2', 'MÉXICO'],
      ]);
      expect(cut.faults.find((one) => one.code === 'undecodable-rows')?.where?.en).toBe('rows 2');
    });
  });

  test('a byte that means nothing in Windows-1252 is reported, and shown as such', async () => {
    await withPrep(async (prep) => {
      const cut = await loaded(prep, latin1(small({ rows: [row.replace('PUEBLA', 'M\xc9XICO \x81')] })));
      expect(codesOf(cut)).toContain('undecodable-bytes');
      expect(await rowsOf(prep, 'select state from acta')).toEqual([['MÉXICO \uFFFD']]);
    });
  });

  test('a quoted field may hold the delimiter, quotes and a line break; the row is still one row', async () => {
    const content = small({ rows: [row.replace('PUEBLA', '"PUEBLA, ""Z""\nSUR"'), row] });
    expect(await only(content, 'select "row", state from acta order by 1')).toEqual([
      ['1', 'PUEBLA, "Z" SUR'],
      ['2', 'PUEBLA'],
    ]);
  });

  test('a quote that never closes swallows no row', async () => {
    await withPrep(async (prep) => {
      const cut = await loaded(prep, small({ rows: [row.replace('PUEBLA', '"PUEBLA'), row, row] }));
      expect(cut.rows).toBe(3);
      expect(cut.faults.find((one) => one.code === 'repaired')?.where?.en).toBe('rows 1');
      expect(await rowsOf(prep, 'select state, status from acta order by "row"')).toEqual(Array(3).fill(['PUEBLA', 'counted']));
    });
  });
});

describe('special values are a status beside a null, never a zero', () => {
  test.each([
    ['SIN DATO', 'no-data'],
    ['Sin dato', 'no-data'],
    ['sin_dato', 'no-data'],
    ['ILEGIBLE', 'illegible'],
    ['Ilegible', 'illegible'],
    ['SIN ACTA', 'no-acta'],
    ['N/D', 'not-applicable'],
    ['S/D', 'no-data'],
    ['NaN', 'blank'],
    ['--', 'dash'],
    ['–', 'dash'],
    ['Pendiente', 'blank'],
    ['Excede lista nominal', 'other'],
    ['N/A', 'not-applicable'],
    ["'N/A", 'not-applicable'],
    ['-', 'dash'],
    ['', 'blank'],
    [' ', 'blank'],
    ['12.5', 'other'],
    ['doce', 'other'],
  ])('«%s» is %s', async (text, status) => {
    const content = small({ rows: [row.replace(',10,12,', `,${text},12,`), row] });
    expect(await only(content, votesOf)).toEqual([
      [
        [null, '12', '3', '0', '5'],
        [status, null, null, null, null],
      ],
      [
        ['10', '12', '3', '0', '5'],
        [null, null, null, null, null],
      ],
    ]);
  });

  test('a text met only in the middle of a long file is read as it would be in its first rows', async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => (i === 2_500 ? row.replace(',10,12,', ',Sin_Dato,"1,012",') : row));
    expect(await only(small({ rows }), 'select votes, vote_status from acta where "row" = 2501')).toEqual([
      [
        [null, '1012', '3', '0', '5'],
        ['no-data', null, null, null, null],
      ],
    ]);
  });

  test('a negative figure stays one, for a check to find', async () => {
    expect(await only(small({ rows: [row.replace(',10,12,', ',-10,12,')] }), 'select votes[1], vote_status[1] from acta')).toEqual([
      ['-10', null],
    ]);
  });
});

describe('status', () => {
  const withCounted = (counted: string, observations = '', identityCells = '210001B0100,210001B01002,21,PUEBLA,0001,01,B'): string =>
    row.replace('210001B0100,210001B01002,21,PUEBLA,0001,01,B', identityCells).replace('500,,1,', `500,${observations},${counted},`);
  test.each([
    ['1', '', 'counted'],
    ['1.0', '', 'counted'],
    ["'1", '', 'counted'],
    ['0', '', 'not-counted'],
    ['', '', 'not-captured'],
    ['-', '-', 'not-captured'],
    ['True', '', 'counted'],
    ['Contabilizada', '', 'counted'],
    ['NO CONTABILIZADA', '', 'not-counted'],
    ['2', '', 'out-of-catalogue'],
    ['-', 'Fuera de Catálogo', 'out-of-catalogue'],
    ['0', 'FUERA DE CATALOGO', 'out-of-catalogue'],
  ])('CONTABILIZADA «%s», observed «%s»: %s', async (counted, observations, status) => {
    expect(await only(small({ rows: [withCounted(counted, observations)] }), 'select status from acta')).toEqual([[status]]);
  });

  test('an acta with neither key nor type of casilla is out of the catalogue, whatever else it says', async () => {
    const rows = [withCounted('0', '', '-,-,21,PUEBLA,-,-,-'), withCounted('', '', ',,21,PUEBLA,,,')];
    expect(await only(small({ rows }), 'select key, casilla_type, section, status from acta')).toEqual([
      [null, null, null, 'out-of-catalogue'],
      [null, null, null, 'out-of-catalogue'],
    ]);
  });

  test('in a final count, which has no CONTABILIZADA, an acta with figures counts', async () => {
    await withPrep(async (prep) => {
      const short =
        'CLAVE_CASILLA,CLAVE_ACTA,SECCION,TIPO_CASILLA,TIPO_ACTA,PAN,PRI,CANDIDATO/A NO REGISTRADO/A,VOTOS NULOS,TOTAL_VOTOS_CALCULADOS,LISTA_NOMINAL,OBSERVACIONES';
      const cut = await loaded(prep, small({ header: short, rows: ['a1,a12,1,B,2,3,4,0,1,8,500,Cotejo', 'a2,a22,1,C,2,-,-,-,-,-,500,-'] }));
      expect(cut.detected.kind.value).toBe('computos');
      expect(cut.voteColumns).toEqual(['PAN', 'PRI', 'CANDIDATO/A NO REGISTRADO/A', 'VOTOS NULOS']);
      expect(await rowsOf(prep, 'select status, calculated, flags from acta')).toEqual([
        ['counted', '8', []],
        ['not-captured', null, []],
      ]);
    });
  });
});

describe('observations become flags', () => {
  test.each<[string, readonly string[]]>([
    ["\"['Excede Lista Nominal', 'Sin dato']\"", ['over-list', 'no-data']],
    ["['Ilegible']", ['illegible']],
    ['ALGUN CAMPO ILEGIBLE O SIN DATO', ['illegible', 'no-data']],
    ['Algún campo ilegible o sin dato', ['illegible', 'no-data']],
    ['TODOS ILEGIBLES O SIN DATO', ['all-illegible', 'all-blank']],
    ['Todos los campos vacíos', ['all-blank']],
    ['Todos los campos ilegibles', ['all-illegible']],
    ['EXCEDE LISTA NOMINAL CON CAMPO ILEGIBLE O SIN DATO', ['over-list', 'illegible', 'no-data']],
    ['Excede lista nominal. Sin dato', ['over-list', 'no-data']],
    ['Sin acta(3)', ['no-acta']],
    ['SIN ACTA POR PAQUETE NO ENTREGADO', ['no-acta']],
    ['Fuera de Catálogo', ['out-of-catalogue']],
    ['Acta en otro paquete', ['other']],
    [' ', []],
    ['-', []],
    [' - ', []],
    ['Sin observaciones', []],
    ['Ninguna', []],
    ['[]', []],
  ])('%s', async (text, flags) => {
    expect(await only(small({ rows: [row.replace('500,,1', `500,${text},1`)] }), 'select flags from acta')).toEqual([[flags]]);
  });
});

describe('time stamps', () => {
  test.each([
    ['03/06/2024 18:30', '2024-06-03 18:30:00'],
    ['3/6/2024 8:05:09', '2024-06-03 08:05:09'],
    ['2024-06-03 18:30:15', '2024-06-03 18:30:15'],
    ['2024-06-03 18:30:15.123456', '2024-06-03 18:30:15.123456'],
    ['2024/06/03 18:30', '2024-06-03 18:30:00'],
    ['2024-06-03T18:30:15-06:00', '2024-06-03 18:30:15'],
    ["'03/06/2024 18:30:15", '2024-06-03 18:30:15'],
    ['31/02/2024 18:30:15', null],
    ['N/A', null],
    ['-', null],
    ['ayer', null],
  ])('%s', async (text, time) => {
    const rows = [row.replace('03/06/2024 18:30:15', text), row];
    expect(await only(small({ rows }), 'select collected_at from acta order by "row"')).toEqual([[time], ['2024-06-03 18:30:15']]);
  });
});

describe('ragged rows are kept, numbered and reported', () => {
  test('one field fewer, one more', async () => {
    await withPrep(async (prep) => {
      const cut = await loaded(prep, small({ rows: [row, row.slice(0, row.lastIndexOf(',')), `${row},de más`] }));
      expect(cut.rows).toBe(3);
      expect(cut.raggedRows).toEqual([
        { row: 2, fields: 21, expected: 22 },
        { row: 3, fields: 23, expected: 22 },
      ]);
      expect(await rowsOf(prep, 'select "row", fields, expected from ragged order by 1')).toEqual([
        ['2', 21, 22],
        ['3', 23, 22],
      ]);
      expect(await rowsOf(prep, 'select key, collected_at from acta where "row" = 2')).toEqual([['210001B0100', null]]);
      expect(await rowsOf(prep, 'select c22 from raw(1) where "row" = 3')).toEqual([['de más']]);
    });
  });

  test('votes that a short row lacks are blank', async () => {
    expect(await only(small({ rows: [row.split(',').slice(0, 12).join(',')] }), votesOf)).toEqual([
      [
        ['10', '12', null, null, null],
        [null, null, 'blank', 'blank', 'blank'],
      ],
    ]);
  });
});

describe('lines that are no actas are told, numbered and not counted', () => {
  const commas = ','.repeat(header.split(',').length - 1);
  const sums = `TOTAL,,,,,,,,,30,10,12,3,0,5${','.repeat(7)}`;
  test.each([
    ['a footer below the table', [row, 'Fuente: PREP', 'Corte: 20:00'], [2, 3], [1]],
    ['the header once more', [row, header, row], [2], [1, 3]],
    ['empty lines of a spreadsheet', [row, commas, row, commas], [2, 4], [1, 3]],
    ['a line of sums', [row, row, sums], [3], [1, 2]],
  ])('%s', async (_, rows, out, actas) => {
    await withPrep(async (prep) => {
      const cut = await loaded(prep, small({ rows }));
      expect(cut.rows).toBe(actas.length);
      expect(cut.notActas).toMatchObject({ count: out.length, rows: out });
      expect(cut.raggedRows).toEqual([]);
      expect(codesOf(cut)).toContain('not-actas');
      expect(await rowsOf(prep, 'select "row"::int, key from acta order by 1')).toEqual(actas.map((at) => [at, '210001B0100']));
      expect(await rowsOf(prep, 'select count(*)::int from raw(1)')).toEqual([[rows.length]]);
    });
  });

  test('totals below the table are the totals, and no actas', async () => {
    await withPrep(async (prep) => {
      const cut = await loaded(prep, ['GUBERNATURA', '03/06/2024 20:00 (UTC-6)', header, row, '', names, '1,1,0,1,1,30'].join('\n'));
      expect(cut.rows).toBe(1);
      expect(codesOf(cut)).not.toContain('no-totals');
      expect(await rowsOf(prep, `select value from total where name in ('expected', 'votesWithSpecials') order by 1`)).toEqual([[1], [30]]);
    });
  });

  test('an acta cut off in its key stays an acta', async () => {
    await withPrep(async (prep) => {
      const cut = await loaded(prep, small({ rows: [row, '210001C0100,2100'] }).trimEnd());
      expect([cut.rows, cut.notActas, cut.raggedRows.length]).toEqual([2, null, 1]);
    });
  });
});

test('the rows as read stay at hand, in the order of the file, for every cut', async () => {
  await withPrep(async (prep) => {
    const rows = Array.from({ length: 3_000 }, (_, i) => row.replace('210001B0100', `k${i + 1}`));
    await loaded(prep, small());
    await loaded(prep, small({ rows }));
    expect(await rowsOf(prep, 'select cut, "row", c0 from raw(2) where "row" in (1, 2999)')).toEqual([
      [2, '1', 'k1'],
      [2, '2999', 'k2999'],
    ]);
    expect(await rowsOf(prep, `select count(*) from acta where cut = 2 and key = 'k' || "row"`)).toEqual([['3000']]);
  });
});

test('a forgotten cut leaves the model, and the others stay', async () => {
  await withPrep(async (prep) => {
    await loaded(prep, small());
    await loaded(prep, small());
    await prep.forget(1);
    expect(prep.cuts.map((cut) => cut.cut)).toEqual([2]);
    expect(await rowsOf(prep, 'select distinct cut from acta')).toEqual([[2]]);
    expect(await rowsOf(prep, 'select distinct cut from total')).toEqual([[2]]);
    expect((await loaded(prep, small())).cut).toBe(3);
  });
});

test('a column called "; drop table is a party like any other', async () => {
  await withPrep(async (prep) => {
    const evil = '"""; drop table acta_1; --"';
    const cut = await loaded(prep, small({ header: header.replace(',PRI,', `,${evil},`) }));
    expect(cut.voteColumns[1]).toBe('"; drop table acta_1; --'.replace(/^"/, ''));
    expect(await rowsOf(prep, 'select votes[2] from acta')).toEqual([['12']]);
  });
});

test.each([
  [
    'a dash between blanks is a dash and no zero',
    ',10,12,3,',
    ', - ,12,3,',
    [
      [
        [null, '12', '3', '0', '5'],
        ['dash', null, null, null, null],
      ],
    ],
  ],
  [
    'NULL is nothing',
    ',10,12,3,',
    ',NULL,12,3,',
    [
      [
        [null, '12', '3', '0', '5'],
        ['blank', null, null, null, null],
      ],
    ],
  ],
])('%s', async (_, from, to, votes) => {
  expect(await only(small({ rows: [row.replace(from, to)] }), votesOf)).toEqual(votes);
});

test('a control that is a dash between blanks is none; a negative one is what it is', async () => {
  const said = row.replace(',30,30,500,', ', - ,-30,500,');
  expect(await only(small({ rows: [said] }), 'select entered, calculated, list from acta')).toEqual([[null, '-30', '500']]);
});

test('counted may be said in words, and times with a. m. and p. m.', async () => {
  const said = row.replace(',,1,,03/06/2024 18:30:15', ',,Sí,,03/06/2024 06:30:15 p. m.');
  expect(await only(small({ rows: [said] }), 'select status, collected_at from acta')).toEqual([['counted', '2024-06-03 18:30:15']]);
});

test('rows bear the numbers of their lines, however many cores read the file', async () => {
  const many = 120_000;
  await withPrep(async (prep) => {
    const rows = Array.from({ length: many }, (_, i) => row.replace(',30,500,', `,30,${i + 1},`));
    expect((await loaded(prep, small({ rows }))).rows).toBe(many);
    expect(await rowsOf(prep, 'select count(*) filter (list = "row") from acta')).toEqual([[`${many}`]]);
  });
});
