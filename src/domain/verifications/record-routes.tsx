import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { fileOf } from '../../web/uploads.ts';
import type { Answer, Route } from '../../web/visit.ts';
import { oplOf } from '../process/views.ts';
import { occasion } from './events.ts';
import type { V, VerificationsPageWorld } from './list-page.tsx';
import { verificationPageWords } from './page-words.ts';
import { cutBytes, RecordPage } from './record-page.tsx';
import type { VerificationTools } from './routes.tsx';

const right = { right: 'report-progress', oplParam: 'opl' } as const;
const path = '/:process/operacion/registrar/:opl';
const unknownOpl = { es: verificationPageWords('es').unknownOpl, en: verificationPageWords('en').unknownOpl };

function show(visit: V, errors: readonly FormError[] = [], status: 200 | 409 | 422 = 200): Answer {
  const opl = oplOf(visit.world.process, visit.params.opl ?? '');
  if (!opl) return { kind: 'not-found', what: unknownOpl };
  const title = verificationPageWords(visit.lang).record;
  return { kind: 'page', title, here: 'operacion', status, body: <RecordPage visit={visit} opl={opl} errors={errors} /> };
}

/** Handing in published files from a page. */
export const recordRoutes = ({ record }: Pick<VerificationTools, 'record'>): readonly Route<VerificationsPageWorld>[] => [
  { method: 'GET', path, may: right, answer: (visit) => show(visit) },
  {
    method: 'POST',
    path,
    may: right,
    uploads: { maxBytes: cutBytes, maxFiles: 100 },
    answer: async (visit) => {
      const { lang, form, uploads, reader, params, today, world } = visit;
      const t = verificationPageWords(lang);
      const opl = oplOf(world.process, params.opl ?? '');
      const when = occasion.safeParse(form.get('ocasion'));
      const given = uploads.of('corte').map(fileOf);
      const errors: FormError[] = uploads.refused.map(({ field, why }) => ({ field, text: pick(why, lang) }));
      if (given.length === 0 && errors.length === 0) errors.push({ field: 'corte', text: t.noFile });
      if (!when.success) errors.push({ field: 'ocasion', text: t.badOccasion });
      if (errors.length > 0 || !when.success || !opl || reader.kind !== 'signed-in') return show(visit, errors, 422);
      const final = form.get('final') === 'si';
      const done = await record(given, {
        process: params.process ?? '',
        opl: opl.id,
        occasion: when.data,
        final,
        on: today,
        by: reader.by,
      });
      if (!done.ok) return show(visit, [{ field: 'corte', text: pick(done.error, lang) }], 422);
      const [first] = done.value;
      if (first === undefined) return show(visit, [{ field: 'corte', text: t.nothingNew }], 409);
      return { kind: 'redirect', to: visit.href(done.value.length === 1 ? `/operacion/${first}` : '/operacion') };
    },
  },
];
