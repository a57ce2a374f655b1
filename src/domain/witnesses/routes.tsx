import type { By } from '../../core/event.ts';
import type { Result } from '../../core/result.ts';
import { type Bilingual, pick } from '../../core/words.ts';
import { nodeTools } from '../../ledger/checkpoint.ts';
import { parseWitnessKey } from '../../ledger/cosignature.ts';
import type { FormError } from '../../ui/forms.tsx';
import { readForm } from '../../web/read-form.ts';
import type { Answer, Route } from '../../web/visit.ts';
import { listWitness, retireWitness, type WitnessesContext, type WitnessesRefusal } from './decide.ts';
import type { NewWitnessesEvent } from './events.ts';
import { type V, WitnessesPage, type WitnessesWorld } from './pages.tsx';
import { latestCosigned, witnessesInForce } from './views.ts';
import { witnessesPageWords, witnessesRefusalText } from './words.ts';

const may = { right: 'administer' } as const;
const path = '/:process/bitacora/testigos';
const unknown: Bilingual = { es: witnessesPageWords('es').unknown, en: witnessesPageWords('en').unknown };

/** `checkpoint`: the log's own, signed by nobody else. */
export const witnessesRoutes = (checkpoint: () => Promise<string>): readonly Route<WitnessesWorld>[] => [
  { method: 'GET', path, may: 'anyone', answer: (visit) => show(visit) },
  {
    method: 'GET',
    path: `${path}/punto-de-control`,
    may: 'anyone',
    answer: async ({ world, url }) => {
      const size = url.searchParams.get('asientos');
      const latest = latestCosigned(world.witnesses);
      const found = size === null ? latest : world.witnesses.cosigned.find((one) => String(one.size) === size);
      if (size !== null && !found) return { kind: 'not-found', what: unknown };
      return { kind: 'file', body: found?.note ?? (await checkpoint()), type: 'text/plain; charset=utf-8', name: 'punto-de-control.txt' };
    },
  },
  {
    method: 'POST',
    path: `${path}/registrar`,
    may,
    answer: (visit) => {
      const t = witnessesPageWords(visit.lang);
      const read = readForm(visit);
      const witness = read.id('r-clave');
      const body = read.text('r-organismo');
      const key = read.text('r-llave');
      if (key !== '' && !parseWitnessKey(key, nodeTools.sha256)) read.wrong('r-llave', t.badKey);
      const url = read.url('r-direccion');
      if (url === undefined && read.raw('r-direccion') === '') read.wrong('r-direccion', t.needUrl);
      if (url === undefined || read.errors.length > 0) return show(visit, read.errors, 422);
      const data = { witness, body, key, url, isPrivate: read.isTicked('r-privada') };
      return record(visit, (context, by) => listWitness(context, { on: visit.today, by, ...data }));
    },
  },
  {
    method: 'POST',
    path: `${path}/retirar`,
    may,
    answer: (visit) => {
      const read = readForm(visit);
      const ids = witnessesInForce(visit.world.witnesses).map(({ id }) => id);
      const witness = read.oneOf('q-cual', ids, witnessesPageWords(visit.lang).choose);
      const reason = read.text('q-motivo');
      if (witness === undefined || read.errors.length > 0) return show(visit, read.errors, 422);
      return record(visit, (context, by) => retireWitness(context, { on: visit.today, by, witness, reason }));
    },
  },
];

async function show(visit: V, errors: readonly FormError[] = [], status: 200 | 409 | 422 = 200): Promise<Answer> {
  const roots = new Map<string, string>();
  for (const { id, held } of visit.world.witnesses.witnesses.values()) if (held) roots.set(id, await visit.rootAt(held.size));
  return {
    kind: 'page',
    title: witnessesPageWords(visit.lang).witnesses,
    here: 'bitacora',
    status,
    body: <WitnessesPage visit={visit} errors={errors} roots={roots} />,
  };
}

async function record(
  visit: V,
  decide: (context: WitnessesContext, by: By) => Result<readonly NewWitnessesEvent[], WitnessesRefusal>,
): Promise<Answer> {
  const done = await visit.execute<WitnessesRefusal>(decide);
  if (done.ok) return { kind: 'redirect', to: visit.href('/bitacora/testigos') };
  const text =
    done.error.kind === 'conflict' ? witnessesPageWords(visit.lang).changedMeanwhile : pick(witnessesRefusalText(done.error), visit.lang);
  return show(visit, [{ text }], 409);
}
