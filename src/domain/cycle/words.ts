import { type Bilingual, catalogue } from '../../core/words.ts';
import type { ReportKind } from '../reports/events.ts';

const informe: Readonly<Record<ReportKind, Bilingual>> = {
  prep: { es: 'el informe PREP', en: 'the PREP report' },
  systems: { es: 'el informe de sistemas', en: 'the systems report' },
};
const of = (es: string, en: string, kind: ReportKind): Bilingual => ({ es: `${es} ${informe[kind].es}`, en: `${en} ${informe[kind].en}` });

/** What a cycle asks for, as a task. */
export const needNames = {
  freeze: (kind: ReportKind): Bilingual => of('Congelar', 'Freeze', kind),
  circulate: (kind: ReportKind): Bilingual => of('Circular', 'Circulate', kind),
  agenda: { es: 'Preparar el orden del día', en: 'Prepare the agenda' },
  convene: { es: 'Emitir la convocatoria', en: 'Convene' },
  hold: { es: 'Abrir y cerrar la reunión, o registrarla', en: 'Open and close the meeting, or record it' },
  approve: (number: number): Bilingual => ({
    es: `Aprobar la minuta de la reunión ${number}`,
    en: `Approve the minutes of meeting ${number}`,
  }),
  answer: { es: 'Responder las observaciones a los informes', en: 'Answer the observations of the reports' },
  minutes: { es: 'Circular la minuta', en: 'Circulate the minutes' },
  seal: { es: 'Sellar la minuta', en: 'Seal the minutes' },
  session: { es: 'Vincular la sesión de la Comisión', en: 'Link the commission session' },
} as const;

export const cycleWords = catalogue({
  missingOne: { es: 'Falta una cosa', en: 'One thing is missing' },
  missingMany: { es: (n: number) => `Faltan ${n} cosas`, en: (n: number) => `${n} things are missing` },
  needs: { es: 'Qué pide el ciclo', en: 'What the cycle asks for' },
  what: { es: 'Qué', en: 'What' },
  from: { es: 'De quién', en: 'From' },
  by: { es: 'A más tardar', en: 'By' },
  state: { es: 'Estado', en: 'State' },
  done: { es: (date: string) => `Hecho el ${date}`, en: (date: string) => `Done on ${date}` },
  missing: { es: 'Falta', en: 'Missing' },
  noTrace: { es: 'Sin información', en: 'No information' },
  missingNow: {
    es: (what: string, from: string, by: string) =>
      `Falta: ${what.charAt(0).toLowerCase()}${what.slice(1)} (${from}, a más tardar el ${by})`,
    en: (what: string, from: string, by: string) => `Missing: ${what.charAt(0).toLowerCase()}${what.slice(1)} (${from}, by ${by})`,
  },
  andMore: {
    es: (n: number) => `y ${n} más`,
    en: (n: number) => `and ${n} more`,
  },
});
