import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { openIndex } from './index.ts';
import { createTerms, plain } from './terms.ts';

const terms = createTerms();

describe('the terms of a text', () => {
  test.each([
    ['Operación', 'operaciones'],
    ['operacion', 'OPERACIÓN'],
    ['acta', 'actas'],
    ['simulacro', 'simulacros'],
    ['capturadas', 'captura'],
    ['auditoria', 'auditoría'],
    ['publicó', 'publicar'],
    ['elección', 'elecciones'],
    ['revisión', 'revisiones'],
  ])('«%s» and «%s» are one', (one, other) => {
    expect(terms.termsOf(one)).toEqual(terms.termsOf(other));
    expect(terms.termsOf(one)).toHaveLength(1);
  });
  test('words that say nothing by themselves are left out; codes and numbers stay', () => {
    expect(terms.termsOf('El acuerdo INE/CG83/2020 de la comisión')).toEqual(['acuerd', 'ine', 'cg83', '2020', 'comision']);
  });
  test('law: plain letters stand where the letters stood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plain(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('the index', () => {
  const index = openIndex(terms);
  index.add([
    { row: 1, title: 'Plan de continuidad', text: 'Qué hacer si falla la energía en los CATD.' },
    { row: 2, title: 'Simulacro', text: 'Falló la captura; el plan de continuidad no se aplicó.' },
    { row: 3, title: 'Ñandú', text: 'Данные 数据' },
  ]);
  test('finds what holds every term, a title before a text', () => {
    expect([...index.find('planes de continuidad')]).toEqual([1, 2]);
    expect([...index.find('fallas captura')]).toEqual([2]);
    expect([...index.find('fallas auditor')]).toEqual([]);
  });
  test('takes the last word for the beginning of one', () => {
    expect([...index.find('contin')]).toEqual([1, 2]);
    expect([...index.find('nandu')]).toEqual([3]);
    expect([...index.find('данные')]).toEqual([3]);
  });
  test('law: whatever is typed is words, never a command of the store', () => {
    fc.assert(
      fc.property(fc.string(), (asked) => {
        expect([...index.find(asked)].every((row) => row >= 1 && row <= 3)).toBe(true);
      }),
    );
    expect([...index.find('" OR title:*')]).toEqual([]);
  });
});

describe('an excerpt', () => {
  const text = `${'Nada de interés. '.repeat(40)}La operación del PREP se detuvo a las 22:00. ${'Más texto. '.repeat(40)}`;
  test('shows the words asked for, told apart, as they were written', () => {
    const pieces = excerptOf(terms, text, 'operaciones detenidas prep');
    expect(pieces.filter((one) => one.found).map((one) => one.text)).toEqual(['operación', 'PREP']);
    expect(pieces[0]?.text).toBe('…');
    expect(pieces.at(-1)?.text).toBe('…');
  });
  test('law: its pieces are one stretch of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), fc.string({ unit: 'grapheme', maxLength: 10 }), (whole, asked) => {
        const cut = excerptOf(terms, whole, asked);
        const body = cut
          .map((one) => one.text)
          .join('')
          .replace(/^…|…$/g, '');
        expect(whole.includes(body) || whole === cut.map((one) => one.text).join('')).toBe(true);
      }),
    );
  });
});
