import { catalogue } from '../core/words.ts';

/** What is wrong with a field of a form, and what to do: the same everywhere. */
export const formWords = catalogue({
  needed: { es: 'Falta este dato. Escríbalo.', en: 'This is missing. Write it.' },
  chooseOne: { es: 'Elija una opción de la lista.', en: 'Choose one of the list.' },
  badId: {
    es: 'Escriba la clave con minúsculas, cifras y guiones, por ejemplo «sije».',
    en: 'Write the id in lower case, digits and hyphens, for example “sije”.',
  },
  badUrl: { es: 'La dirección debe empezar con https:// o http://.', en: 'The address must begin with https:// or http://.' },
  badTime: { es: 'Escriba la hora de 00:00 a 23:59, por ejemplo 09:24.', en: 'Write the time from 00:00 to 23:59, for example 09:24.' },
  badCount: { es: 'Escriba un número entero, sin signo.', en: 'Write a whole number, without a sign.' },
  future: {
    es: (today: string) => `La fecha está en el futuro: hoy es ${today}.`,
    en: (today: string) => `The date lies in the future: today is ${today}.`,
  },
});
