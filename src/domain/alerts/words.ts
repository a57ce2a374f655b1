import { longDate } from '../../core/date-words.ts';
import type { Shape, StatusMark } from '../../core/document.ts';
import { unreachable } from '../../core/result.ts';
import { type Bilingual, type Lang, pick } from '../../core/words.ts';
import type { AlertRefusal } from './decide.ts';
import type { Severity, Threshold } from './rule.ts';
import type { RiskLevel } from './views.ts';

export const severityWords: Readonly<Record<Severity, Bilingual>> = {
  red: { es: 'Roja', en: 'Red' },
  amber: { es: 'Ámbar', en: 'Amber' },
  note: { es: 'Nota', en: 'Note' },
};
const severityShapes: Readonly<Record<Severity, Shape>> = { red: 'late', amber: 'observed', note: 'todo' };
export const severityMark = (severity: Severity, lang: Lang): StatusMark => ({
  shape: severityShapes[severity],
  word: pick(severityWords[severity], lang),
});

export const riskWords: Readonly<Record<RiskLevel, Bilingual>> = {
  red: { es: 'En riesgo', en: 'At risk' },
  amber: { es: 'Requiere atención', en: 'Needs attention' },
  quiet: { es: 'Sin alertas', en: 'No alerts' },
  unknown: { es: 'Sin información', en: 'No information' },
};
export const riskShapes: Readonly<Record<RiskLevel, Shape>> = { red: 'late', amber: 'observed', quiet: 'todo', unknown: 'unknown' };
export const riskMark = (level: RiskLevel, lang: Lang): StatusMark => ({ shape: riskShapes[level], word: pick(riskWords[level], lang) });

const units: Readonly<Record<Threshold['unit'], { readonly es: readonly [string, string]; readonly en: readonly [string, string] }>> = {
  days: { es: ['día', 'días'], en: ['day', 'days'] },
  months: { es: ['mes', 'meses'], en: ['month', 'months'] },
  times: { es: ['vez', 'veces'], en: ['time', 'times'] },
};
/** «4 meses», «1 día». */
export const amount = (value: number, unit: Threshold['unit'], lang: Lang): string => `${value} ${units[unit][lang][value === 1 ? 0 : 1]}`;

/** What was refused, and what to do. */
export function alertRefusalText(refusal: AlertRefusal): Bilingual {
  switch (refusal.kind) {
    case 'process-unknown':
      return {
        es: 'No hay ningún proceso con esa clave. Revise la lista de procesos.',
        en: 'There is no process with that id. See the list of processes.',
      };
    case 'rule-unknown':
      return {
        es: `No hay ninguna regla «${refusal.rule}». Vea la lista en Alertas, Reglas y umbrales.`,
        en: `There is no rule “${refusal.rule}”. See the list in Alerts, Rules and thresholds.`,
      };
    case 'alert-not-open':
      return {
        es: `Esa alerta no está abierta el ${longDate(refusal.on, 'es')}: su motivo terminó o no existía. Vea la lista de alertas.`,
        en: `That alert is not open on ${longDate(refusal.on, 'en')}: its reason has ended or was not there. See the list of alerts.`,
      };
    case 'note-missing':
      return {
        es: 'Falta la nota. Diga qué se hará, o por qué no hace falta.',
        en: 'The note is missing. Say what will be done, or why nothing need be.',
      };
    case 'reason-missing':
      return { es: 'Falta el motivo del cambio. Escríbalo.', en: 'The reason for the change is missing. Write it.' };
    case 'no-threshold':
      return {
        es: `La regla «${refusal.rule}» no compara con ningún número. No tiene umbral que cambiar.`,
        en: `The rule “${refusal.rule}” compares with no number. It has no threshold to change.`,
      };
    case 'threshold-out-of-bounds': {
      const { least, most, unit } = refusal.threshold;
      return {
        es: `El umbral debe ser un número entero entre ${least} y ${amount(most, unit, 'es')}. Corríjalo.`,
        en: `The threshold must be a whole number between ${least} and ${amount(most, unit, 'en')}. Correct it.`,
      };
    }
    case 'threshold-same':
      return { es: `El umbral ya es ${refusal.value}. Indique otro.`, en: `The threshold is ${refusal.value} already. Give another.` };
    case 'before-last-decision':
      return {
        es: `La fecha (${longDate(refusal.on, 'es')}) es anterior al último cambio de este umbral (${longDate(refusal.last, 'es')}). Revise la fecha.`,
        en: `The date (${longDate(refusal.on, 'en')}) comes before the last change of this threshold (${longDate(refusal.last, 'en')}). Check the date.`,
      };
    default:
      return unreachable(refusal);
  }
}
