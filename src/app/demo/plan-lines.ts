import type { IsoDate } from '../../core/event.ts';
import type { PlannedObligation } from '../../domain/plan/events.ts';
import type { Step } from '../../domain/plan/state.ts';
import { type DemoOpl, officeOf, type Temper } from './cast.ts';
import type { Chance } from './chance.ts';
import type { DemoDates } from './dates.ts';
import { documentOf } from './document-lines.ts';
import { type Line, plus, said } from './line.ts';

/** What an OPL in trouble leaves open: the contract with the third party, and the auditor's. */
const leftOpen = new Set(['E10b', 'E15b']);

const delayDays: Readonly<Record<Temper, { readonly from: number; readonly span: number }>> = {
  punctual: { from: -12, span: 12 },
  slow: { from: -8, span: 14 },
  troubled: { from: 2, span: 20 },
  silent: { from: 0, span: 1 },
};

const remarks = [
  said('Falta el anexo técnico firmado en todas sus hojas.', 'The technical annex lacks signatures on every page.'),
  said(
    'El calendario del documento no coincide con el del plan de trabajo.',
    'The calendar in the document differs from that of the work plan.',
  ),
  said(
    'No se describe el procedimiento de contingencia por falta de energía.',
    'The contingency procedure for a power failure is not described.',
  ),
  said(
    'Los volúmenes de actas no corresponden al número de casillas aprobadas.',
    'The volumes of actas do not match the number of casillas approved.',
  ),
];

/** What each OPL hands in and how it is reviewed, up to today. */
export function planLines(
  { today }: DemoDates,
  opls: readonly DemoOpl[],
  obligations: readonly PlannedObligation[],
  chance: Chance,
): readonly Line[] {
  return opls
    .filter((opl) => opl.temper !== 'silent')
    .flatMap((opl) => obligations.flatMap((obligation) => linesOf(opl, obligation, chance, today)))
    .filter((line) => line.on <= today);
}

function linesOf(opl: DemoOpl, obligation: PlannedObligation, chance: Chance, today: IsoDate): readonly Line[] {
  const { key, code, due, kind } = obligation;
  const about = [opl.id, key];
  const line = (on: IsoDate, step: Step, more: object = {}): Line => ({
    on,
    office: step === 'deliver' || step === 'start' ? officeOf(opl) : 'utsi',
    verb: 'advanceObligation',
    data: { step, opl: opl.id, key, ...more },
  });
  if (obligation.condition?.id === 'tercero' && !opl.hasThirdParty) {
    const reason = said('El OPL opera el PREP sin apoyo de un tercero.', 'The OPL runs its PREP without a third party.');
    return [{ on: plus(due, -20), office: 'secretaria-tecnica', verb: 'waiveDeliverable', data: { opl: opl.id, key, reason } }];
  }
  if (kind === 'milestone') {
    const failed = opl.temper === 'troubled' && chance.happens(80, 'failed', ...about);
    const note = said('Las actas publicadas no coincidieron con las capturadas.', 'Published actas did not match those captured.');
    return [line(due, 'deliver'), failed ? line(plus(due, 1), 'observe', { note }) : line(plus(due, 2), 'conclude')];
  }
  if (opl.temper === 'troubled' && leftOpen.has(code)) return [line(plus(due, -15), 'start')];
  const { from, span } = delayDays[opl.temper];
  const dated = plus(due, from + chance.whole(span, 'dated', ...about));
  const delivered = plus(dated, obligation.sendBy === undefined ? 0 : chance.whole(5, 'sent', ...about));
  const write = documentOf(opl, obligation, chance);
  const first = write.handIn(delivered, 1, { ...(dated < delivered ? { effectiveDate: dated } : {}), answers: [] });
  const reviewed = plus(delivered, 3 + chance.whole(6, 'review', ...about));
  if (!chance.happens(opl.temper === 'punctual' ? 18 : 40, 'observed', ...about)) {
    if (reviewed > today || chance.happens(15, 'queue', ...about)) return [first];
    return [first, write.accept(reviewed, 1)];
  }
  const observation = `${opl.id}/${key}/1`;
  const again = plus(reviewed, 6 + chance.whole(opl.temper === 'troubled' ? 40 : 10, 'answer', ...about));
  const text = said('Se atiende en la nueva versión.', 'It is attended to in the new version.');
  return [
    first,
    write.review('makeObservation', reviewed, {
      seen: 1,
      weight: 'mandatory',
      text: remarks[chance.whole(remarks.length, 'remark', ...about)],
      ...(obligation.period === undefined ? { page: 1 } : {}),
    }),
    write.handIn(again, 2, { answers: [{ observation, text }] }),
    { on: plus(again, 4), office: 'utsi', verb: 'settleObservation', data: { observation, outcome: 'attended' } },
    write.accept(plus(again, 4), 2),
  ];
}
