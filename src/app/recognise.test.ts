import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openTestApp, type TestApp } from '../../test/open-test-app.ts';
import { recogniseBy } from './recognise.ts';
import { eventSchemas } from './world.ts';

const schemas = new Map<string, z.ZodType>(Object.values(eventSchemas).flatMap((group) => Object.entries(group)));
const odd = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  'x',
  '2020-02-30',
  '2020-03-10',
  'E99',
  0,
  -1,
  1.5,
  2 ** 53,
  true,
  [],
  [''],
  {},
  { a: 1 },
);

let site: TestApp;
const told: { readonly type: string; readonly data: unknown }[] = [];
beforeAll(async () => {
  site = await openTestApp();
  for await (const batch of site.app.ledger.entries()) told.push(...batch);
});
afterAll(() => site.close());

/** The places of a JSON value, each as the way to it. */
function places(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [way, ...inner.flatMap(([name, one]) => places(one, [...way, name]))];
}

/** The value with another in one place; `undefined` there: the place is gone. */
function changed(value: unknown, [name, ...rest]: readonly string[], put: unknown): unknown {
  if (name === undefined) return put;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const inner = changed(Reflect.get(copy, name), rest, put);
  if (inner === undefined && !Array.isArray(copy)) Reflect.deleteProperty(copy, name);
  else Reflect.set(copy, name, inner);
  return copy;
}

describe('what recognises the data of an event', () => {
  test('lets nothing in that its schema refuses or would hand on otherwise, whatever is changed in an event', () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.option(odd, { nil: undefined }), fc.boolean(), (which, where, put, isExtra) => {
        const { type, data } = told[which % told.length] as (typeof told)[number]; // the example has events
        const ways = places(data);
        const way = ways[where % ways.length] ?? [];
        const isOfList = Array.isArray(way.slice(0, -1).reduce<unknown>((one, name) => Reflect.get(one as object, name), data));
        const value = changed(data, isExtra && !isOfList ? [...way.slice(0, -1), 'sobra'] : way, put);
        const schema = schemas.get(type) as z.ZodType; // the log holds no other types
        if (recogniseBy(schema)(value)) expect(schema.safeParse(value)).toEqual({ success: true, data: value });
        else refused += schema.safeParse(value).success ? 0 : 1;
      }),
      { numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(200); // else nothing was tried
  });

  test('knows every event of the example', () => {
    expect(told.filter(({ type, data }) => !recogniseBy(schemas.get(type) as z.ZodType)(data))).toEqual([]);
  });

  test.each<[string, z.ZodType, unknown, boolean]>([
    ['an object that forgives', z.object({ a: z.string() }), { a: 'x' }, false],
    ['a text that is trimmed', z.strictObject({ a: z.string().trim() }), { a: ' x' }, false],
    ['a text with nothing to trim', z.strictObject({ a: z.string().trim() }), { a: 'x' }, true],
    ['a value that is transformed', z.strictObject({ a: z.string().transform(Number) }), { a: '1' }, false],
    ['a value that is given when absent', z.strictObject({ a: z.string().default('x') }), {}, false],
    ['an address', z.url(), 'https://ejemplo.mx', true],
    ['an address with blanks around it', z.url(), ' https://ejemplo.mx', false],
    ['a rule of its own', z.string().refine((text) => text === 'x'), 'x', true],
    ['a pattern that remembers where it was', z.string().regex(/x/g), 'x', true],
    ['another kind of number', z.float32(), 1, true],
  ])('asks the schema about %s', (_, schema, value, unchanged) => {
    const answer = schema.safeParse(value);
    expect(answer.success).toBe(true);
    expect([recogniseBy(schema)(value), recogniseBy(schema)(value)]).toEqual([unchanged, unchanged]);
  });

  test.each([
    [z.string().min(1).max(2), ['a', 'ab'], ['', 'abc', 1]],
    [z.int().min(0).max(3), [0, 3], [-1, 4, 1.5, '1']],
    [z.int().gt(0).lt(3), [1, 2], [0, 3]],
    [z.array(z.boolean()).min(1).max(2), [[true]], [[], [true, false, true], ['x'], {}]],
    [z.enum(['a', 'b']), ['a'], ['c', null]],
    [z.literal(['a', 1]), ['a', 1], ['b']],
    [z.string().nullable(), ['a', null], [1]],
    [z.union([z.string(), z.int()]), ['a', 1], [1.5]],
    [
      z.strictObject({ a: z.iso.date(), b: z.string().exactOptional() }),
      [{ a: '2020-02-29' }],
      [{}, { a: '2020-02-30' }, { a: '2020-02-29', b: 1 }, [], null],
    ],
    [z.array(z.string()).readonly(), [['a']], [[1]]],
    [z.number(), [1.5], [Number.NaN, Number.POSITIVE_INFINITY, '1']],
  ] as const)('agrees with the schema %#', (schema, accepted, refused) => {
    const recognise = recogniseBy(schema);
    for (const value of accepted) expect([value, recognise(value), schema.safeParse(value).success]).toEqual([value, true, true]);
    for (const value of refused) expect([value, recognise(value), schema.safeParse(value).success]).toEqual([value, false, false]);
  });
});
