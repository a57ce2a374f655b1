import { catalogue } from '../../core/words.ts';

/** The words of the sections on documents and on risks. */
export const informeMoreWords = catalogue({
  documents: { es: 'Documentos recibidos y revisados', en: 'Documents received and reviewed' },
  documentsText: {
    es: (all: number, reviewed: number, accepted: number) =>
      `Se han recibido documentos de ${all} ${all === 1 ? 'obligación' : 'obligaciones'}; de ellas, ${reviewed} ${reviewed === 1 ? 'está o ha estado' : 'están o han estado'} en revisión y ${accepted} ${accepted === 1 ? 'tiene' : 'tienen'} su documento aceptado.`,
    en: (all: number, reviewed: number, accepted: number) =>
      `Documents of ${all} ${all === 1 ? 'obligation' : 'obligations'} have been received; ${reviewed} of them ${reviewed === 1 ? 'is or has been' : 'are or have been'} in review and ${accepted} ${accepted === 1 ? 'has' : 'have'} an accepted document.`,
  },
  documentsFresh: {
    es: (n: number) => ` Desde el corte anterior llegaron versiones de ${n}.`,
    en: (n: number) => ` Since the last cut-off, versions of ${n} have come in.`,
  },
  documentsCaption: { es: 'Documentos recibidos hasta el corte', en: 'Documents received by the cut-off' },
  opl: { es: 'OPL', en: 'OPL' },
  document: { es: 'Documento', en: 'Document' },
  versions: { es: 'Versiones', en: 'Versions' },
  lastVersion: { es: 'Última', en: 'Latest' },
  reviewed: { es: 'En revisión', en: 'In review' },
  accepted: { es: 'Aceptado', en: 'Accepted' },
  observationsCaption: { es: 'Observaciones a los documentos y su estado', en: 'Observations on the documents and their state' },
  noObservations: { es: 'No se ha hecho ninguna observación.', en: 'No observation has been made.' },
  made: { es: 'Hechas', en: 'Made' },
  mandatory: { es: 'Obligatorias', en: 'Mandatory' },
  open: { es: 'Abiertas', en: 'Open' },
  answered: { es: 'Respondidas', en: 'Answered' },
  attended: { es: 'Atendidas', en: 'Attended' },
  partly: { es: 'En parte', en: 'Partly' },
  not: { es: 'No atendidas', en: 'Not attended' },
  oldest: { es: 'La más antigua sin atender', en: 'Oldest not attended' },
  risks: { es: 'Riesgos y sus motivos', en: 'Risks and their reasons' },
  risksText: {
    es: (n: number, all: number) =>
      `Las reglas encuentran motivos de atención en ${n} de los ${all} OPL. El riesgo de un OPL es el de su alerta más grave: no hay puntuación, hay motivos.`,
    en: (n: number, all: number) =>
      `The rules find reasons for attention in ${n} of the ${all} OPLs. The risk of an OPL is that of its gravest alert: there is no score, there are reasons.`,
  },
  risksCaption: { es: 'Motivos por OPL', en: 'Reasons by OPL' },
  risk: { es: 'Riesgo', en: 'Risk' },
  rule: { es: 'Regla', en: 'Rule' },
  times: { es: 'Veces', en: 'Times' },
  since: { es: 'Desde', en: 'Since' },
  why: { es: 'Por qué (el primero)', en: 'Why (the first)' },
});
