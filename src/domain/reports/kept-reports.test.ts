import { expect, test } from 'vitest';
import type { Document } from '../../core/document.ts';
import { keepReports } from './kept-reports.ts';
import type { ReportOf } from './make.ts';

const asked = (position: number): ReportOf => ({ kind: 'prep', lang: 'es', cutoff: '2020-03-10', position, root: 'ab' });
const look = async () => undefined;

test('an informe is made once for what is asked, whose log it is, and the position of the log', async () => {
  const made: string[] = [];
  const make = keepReports(async (_, { position, lang }) => {
    made.push(`${position} ${lang}`);
    return { title: String(made.length) } as Document; // nothing else of it is asked for
  });
  const first = await make('pel', look, asked(7));
  expect(await make('pel', look, { ...asked(7) })).toBe(first);
  expect(await make('otro', look, asked(7))).not.toBe(first);
  await make('pel', look, asked(8));
  await make('pel', look, { ...asked(7), lang: 'en' });
  expect(made).toEqual(['7 es', '7 es', '8 es', '7 en']);
});

test('one that could not be made is tried again, and the last ones asked for are kept', async () => {
  let fails = true;
  let times = 0;
  const make = keepReports(async () => {
    times += 1;
    if (fails) throw new Error('the disk');
    return undefined;
  });
  await expect(make('pel', look, asked(1))).rejects.toThrow('the disk');
  fails = false;
  expect(await make('pel', look, asked(1))).toBeUndefined();
  for (let position = 2; position <= 17; position++) await make('pel', look, asked(position));
  await make('pel', look, asked(17));
  expect(times).toBe(18);
  await make('pel', look, asked(1));
  expect(times).toBe(19);
});
