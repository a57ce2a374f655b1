import { describe, expect, test } from 'vitest';
import { columnsOf, voteColumnsOf } from './columns.ts';

const votes = (header: string, delimiter = ',') =>
  voteColumnsOf(columnsOf(header.split(delimiter))).map(({ name, kind }) => `${name} ${kind}`);
const roles = (header: string) => columnsOf(header.split(',')).map((column) => column.role);

describe('vote columns are known by their position', () => {
  test('after the votes drawn, through the null votes; names may repeat', () => {
    expect(
      votes(
        'CLAVE_CASILLA,SECCION,TIPO_CASILLA,TOTAL_VOTOS_SACADOS,PAN,PRI,PAN,C_PAN_PRI,CAND_IND_1,NO_REGISTRADAS,NULOS,TOTAL_VOTOS_ASENTADO',
      ),
    ).toEqual([
      'PAN party',
      'PRI party',
      'PAN party',
      'C_PAN_PRI coalition',
      'CAND_IND_1 independent',
      'NO_REGISTRADAS not-registered',
      'NULOS null-votes',
    ]);
  });

  test('after the last control column where votes drawn are not published', () => {
    expect(votes('CLAVE_CASILLA|TIPO_ACTA|PAN|PRI|PAN-PRI|CANDIDATO/A NO REGISTRADO/A|VOTOS NULOS|TOTAL_VOTOS_CALCULADOS', '|')).toEqual([
      'PAN party',
      'PRI party',
      'PAN-PRI coalition',
      'CANDIDATO/A NO REGISTRADO/A not-registered',
      'VOTOS NULOS null-votes',
    ]);
  });

  test.each([
    ['CLAVE_ACTA,SACADOS_X,TOTAL_VOTOS_SACADOS,MC,CC_PT_PVEM,PAN_PRI,PAN,PRI,CI1,CNR,VN,TOTAL_VOTOS', 8],
    [
      'SECCION,TIPO_CASILLA,NUM_BOLETAS_SOBRANTES,TOTAL_CIUDADANOS_VOTARON,NUM_BOLETAS_EXTRAIDAS,PAN,NO_REGISTRADOS,NULOS,TOTAL_VOTOS,LISTA_NOMINAL',
      3,
    ],
    ['CLAVE_ACTA,TIPO_ACTA,TOTAL_ALGO_NUEVO,PAN,NULOS,LISTA_NOMINAL', 2],
    ['CLAVE_ACTA,TOTAL_VOTOS_SACADOS,FOLIO,CASILLA,PAN,PRI,NULOS,LISTA_NOMINAL', 3],
    ['CLAVE_ACTA,TOTAL_VOTOS_SACADOS,PAN,PRI,CNR,TOTAL_VOTOS_ASENTADO,NULOS,LISTA_NOMINAL', 4],
    ['TIPO_DOCUMENTO,LISTA_NOMINAL,NULOS,NO_REGISTRADOS,PRI,PAN,TOTAL_VOTOS_SACADOS,CLAVE_ACTA', 4],
    ['CLAVE_ACTA,TOTAL_VOTOS_SACADOS,SI,NO,TOTAL_VOTOS_ASENTADO', 2],
    [`CLAVE_ACTA,TOTAL_VOTOS_SACADOS,${Array.from({ length: 72 }, (_, i) => `P${i}`).join(',')},NO_REGISTRADAS,NULOS,LISTA_NOMINAL`, 74],
    ['CLAVE_ACTA,TOTAL_VOTOS_SACADOS,NULOS,LISTA_NOMINAL', 1],
    ['CLAVE_ACTA,SECCION,LISTA_NOMINAL', 0],
  ])('%s', (header, count) => {
    expect(votes(header)).toHaveLength(count);
  });
});

describe('the other columns are known by their names, in any year', () => {
  test('renamings', () => {
    expect(roles('ID_ENTIDAD,ENTIDAD,ID_DISTRITO_FEDERAL,DISTRITO_FEDERAL,CODIGO_INTEGRIDAD')).toEqual(
      roles('ID_ESTADO,ESTADO,ID_DISTRITO_LOCAL,DISTRITO_LOCAL,SHA'),
    );
    expect(roles('"SECCIÓN",Tipo casilla')).toEqual(['section', 'casillaType']);
  });

  test('the first column of a meaning carries it', () => {
    expect(roles('SHA,CODIGO_INTEGRIDAD')).toEqual(['hash', 'unknown']);
  });

  test('a profile may name a column, and the span of the votes', () => {
    const given = { columns: { FOLIO: 'actaKey' as const }, votes: { first: 'A', last: 'B' } };
    expect(columnsOf(['FOLIO', 'SECCION', 'X', 'A', 'B', 'Y'], given).map((column) => column.role)).toEqual([
      'actaKey',
      'section',
      'unknown',
      'vote',
      'vote',
      'unknown',
    ]);
  });
});
