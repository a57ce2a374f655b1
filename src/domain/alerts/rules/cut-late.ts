import { longDate } from '../../../core/date-words.ts';
import { subjectOf } from '../../../core/subject.ts';
import { electionsOf, type VerifiedElection } from '../../verifications/views.ts';
import type { Found, Reading, Rule } from '../rule.ts';

export const cutLate: Rule = {
  id: 'cut-late',
  severity: 'amber',
  owner: 'opl',
  name: { es: 'Cortes del PREP tarde', en: 'PREP cuts late' },
  about: {
    es: 'La verificación comparó los cortes publicados con los anunciados, y alguno salió tarde o no salió. Sin calendario anunciado no se dice nada: los cortes que se verifican pueden no ser todos.',
    en: 'The verification held the cuts published against those announced, and some came late or not at all. Without an announced schedule nothing is said: the cuts verified may not be all there were.',
  },
  threshold: {
    unit: 'times',
    usual: 1,
    least: 1,
    most: 50,
    reason: {
      es: 'Uno: el número de actualizaciones por hora lo fija un acuerdo (al menos tres), y el primer retraso es el que avisa.',
      en: 'One: an agreement sets how many updates an hour there are (at least three), and the first delay is the one that warns.',
    },
  },
  find: (reading, times) => electionsOf(reading.verifications).flatMap((one) => found(one, reading, times) ?? []),
};

function found({ latest, opl }: VerifiedElection, { process }: Reading, times: number): Found | undefined {
  const { lateCuts = 0, election, cuts, verification, on } = latest;
  if (lateCuts < times) return undefined;
  const whose = process.opls.find(({ id }) => id === opl);
  const name = `${whose?.acronym ?? opl} · ${election}`;
  return {
    subject: subjectOf('verification', verification),
    ...(whose ? { opl: whose.id } : {}),
    title: { es: name, en: name },
    spans: [{ from: on }],
    explanation: {
      es: `De lo anunciado, ${lateCuts === 1 ? 'un corte salió tarde o no salió' : `${lateCuts} cortes salieron tarde o no salieron`} (verificación del ${longDate(on, 'es')}, ${cuts.length} cortes).`,
      en: `Of what was announced, ${lateCuts === 1 ? 'one cut came late or not at all' : `${lateCuts} cuts came late or not at all`} (verification of ${longDate(on, 'en')}, ${cuts.length} cuts).`,
    },
  };
}
