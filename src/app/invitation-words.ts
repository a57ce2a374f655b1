import { catalogue } from '../core/words.ts';

/** What those called are told by mail. */
export const invitationWords = catalogue({
  subject: {
    es: (n: number, when: string) => `Convocatoria a la reunión ${n}: ${when}`,
    en: (n: number, when: string) => `Call to meeting ${n}: ${when}`,
  },
  subjectCancelled: { es: (n: number) => `Se cancela la reunión ${n}`, en: (n: number) => `Meeting ${n} is called off` },
  called: {
    es: (n: number, process: string) => `Se le convoca a la reunión ${n} del grupo de trabajo. ${process}.`,
    en: (n: number, process: string) => `You are called to meeting ${n} of the working group. ${process}.`,
  },
  moved: { es: (why: string) => `Cambió la cita: ${why}`, en: (why: string) => `The appointment changed: ${why}` },
  cancelled: { es: (why: string) => `Se canceló: ${why}`, en: (why: string) => `It was called off: ${why}` },
  when: { es: (when: string) => `Cuándo: ${when}.`, en: (when: string) => `When: ${when}.` },
  place: { es: (place: string) => `Dónde: ${place}.`, en: (place: string) => `Where: ${place}.` },
  page: {
    es: (address: string) => `Orden del día y documentos:\n${address}`,
    en: (address: string) => `Agenda and documents:\n${address}`,
  },
  fictitious: { es: 'DATOS FICTICIOS', en: 'FICTITIOUS DATA' },
});
