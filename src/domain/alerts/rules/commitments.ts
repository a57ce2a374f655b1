import { longDate } from '../../../core/date-words.ts';
import { subjectOf } from '../../../core/subject.ts';
import { type Commitment, pendingCommitments } from '../../commitments/views.ts';
import type { Found, Rule } from '../rule.ts';
import { latest, runStart, type Span } from '../spans.ts';

export const commitmentOverdue: Rule = {
  id: 'commitment-overdue',
  severity: 'amber',
  owner: 'technical-secretariat',
  name: { es: 'Compromiso vencido', en: 'Commitment overdue' },
  about: {
    es: 'Pasó la fecha de un compromiso y el cargo que lo contrajo no ha dado evidencia, o se le devolvió. Lo que espera dictamen no está vencido.',
    en: 'The date of a commitment has passed and the office that took it upon itself has given no evidence, or had it returned. What waits to be judged is not overdue.',
  },
  threshold: {
    unit: 'days',
    usual: 0,
    least: 0,
    most: 30,
    reason: {
      es: 'Días de gracia: ninguno. La fecha la puso quien se comprometió, y se prorroga con motivo antes de que pase.',
      en: 'Days of grace: none. Whoever made the commitment set its date, and it is extended with a reason before it passes.',
    },
  },
  find: ({ commitments, day }, days) =>
    pendingCommitments(commitments).flatMap((one) => {
      const spans = lateDays(one, days);
      return one.stage === 'open' && runStart(spans, day) !== undefined ? [found(one, spans)] : [];
    }),
};

const found = (one: Commitment, spans: readonly Span[]): Found => ({
  subject: subjectOf('commitment', one.id),
  office: one.owner,
  title: { es: `${one.id} · ${one.text}`, en: `${one.id} · ${one.text}` },
  spans,
  explanation: {
    es: `Vencía el ${longDate(one.due, 'es')} y no consta evidencia pendiente de dictamen.`,
    en: `It was due on ${longDate(one.due, 'en')} and no evidence waits to be judged.`,
  },
});

/** From one step to the next: open, and past the date it had then. */
function lateDays({ steps }: Commitment, days: number): readonly Span[] {
  let due = '9999-12-31';
  return steps.flatMap((step, i) => {
    due = step.due ?? due;
    if (step.kind === 'EvidenceGiven' || due === '9999-12-31') return [];
    const next = steps[i + 1];
    const lateFrom = Temporal.PlainDate.from(due)
      .add({ days: days + 1 })
      .toString();
    const from = latest(step.on, lateFrom);
    return next && next.on <= from ? [] : [{ from, ...(next ? { to: next.on } : {}) }];
  });
}
