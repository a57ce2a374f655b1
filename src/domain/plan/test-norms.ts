import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadNorm } from './load-norm.ts';
import type { Norm } from './norm.ts';
import { faultLine } from './norm-faults.ts';

/** The norms that ship, for tests: the same files the program reads. */
export const normsDir = fileURLToPath(new URL('../../../norms', import.meta.url));
export const normText = (id: string): string => readFileSync(`${normsDir}/${id}.yaml`, 'utf8');
export function shippedNorm(id: 'anexo13-2016' | 'anexo13-2021'): Norm {
  const loaded = loadNorm(normText(id), `${id}.yaml`);
  if (!loaded.ok) throw new Error(loaded.error.map((fault) => faultLine(fault, 'es')).join('\n'));
  return loaded.value;
}
