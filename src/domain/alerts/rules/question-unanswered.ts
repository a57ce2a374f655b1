import { longDate } from '../../../core/date-words.ts';
import { answerByOf, isOpenQuestion, type Thread, threadSubject } from '../../forum/views.ts';
import type { Found, Rule } from '../rule.ts';
import { latest, runStart, type Span } from '../spans.ts';

export const questionUnanswered: Rule = {
  id: 'question-unanswered',
  severity: 'amber',
  owner: 'technical-secretariat',
  name: { es: 'Pregunta sin respuesta', en: 'Question unanswered' },
  about: {
    es: 'Pasó el día en que una pregunta del foro debía responderse y quien preguntó no ha aceptado ninguna respuesta. De la que no tiene día no se dice nada.',
    en: 'The day by which a question of the forum was to be answered has passed, and whoever asked has accepted no answer. Of one without a day nothing is said.',
  },
  threshold: {
    unit: 'days',
    usual: 0,
    least: 0,
    most: 30,
    reason: {
      es: 'Días de gracia: ninguno. El día lo puso quien preguntó, y puede poner otro.',
      en: 'Days of grace: none. Whoever asked set the day, and may set another.',
    },
  },
  find: ({ forum, day }, days) =>
    [...forum.threads.values()].filter(isOpenQuestion).flatMap((thread) => {
      const spans = waitedInVain(thread, days);
      return runStart(spans, day) === undefined ? [] : [found(thread, spans)];
    }),
};

/** What an internal thread is called is for those who may read it: here it has its number alone. */
function found(thread: Thread, spans: readonly Span[]): Found {
  const name = thread.audience === 'circulation' ? thread.title : undefined;
  const answerBy = answerByOf(thread) ?? thread.on;
  return {
    subject: threadSubject(thread.id),
    title: { es: name ?? `Hilo ${thread.id}`, en: name ?? `Thread ${thread.id}` },
    spans,
    explanation: {
      es: `Debía responderse a más tardar el ${longDate(answerBy, 'es')} y no consta una respuesta aceptada.`,
      en: `It was to be answered by ${longDate(answerBy, 'en')} and no accepted answer is recorded.`,
    },
  };
}

/** From one step of the question to the next: open, and past the day it had then. */
function waitedInVain({ question }: Thread, days: number): readonly Span[] {
  let answerBy: string | undefined;
  return question.flatMap((step, i) => {
    if (step.kind === 'asked') answerBy = step.answerBy;
    if (step.kind === 'answered' || answerBy === undefined) return [];
    const late = Temporal.PlainDate.from(answerBy)
      .add({ days: days + 1 })
      .toString();
    const from = latest(step.on, late);
    const next = question[i + 1];
    return next && next.on <= from ? [] : [{ from, ...(next ? { to: next.on } : {}) }];
  });
}
