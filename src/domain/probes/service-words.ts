import type { Shape, StatusMark } from '../../core/document.ts';
import { type Bilingual, catalogue, type Lang, pick } from '../../core/words.ts';
import type { Service } from './service.ts';

const serviceWords: Readonly<Record<Service, { readonly shape: Shape; readonly word: Bilingual }>> = {
  interrupted: { shape: 'late', word: { es: 'Con interrupción', en: 'Interrupted' } },
  'not-answering': { shape: 'late', word: { es: 'No responde', en: 'Does not answer' } },
  maintenance: { shape: 'doing', word: { es: 'En mantenimiento', en: 'Under maintenance' } },
  mitigated: { shape: 'observed', word: { es: 'Incidente mitigado', en: 'Incident mitigated' } },
  answering: { shape: 'done', word: { es: 'Responde', en: 'Answers' } },
  unknown: { shape: 'unknown', word: { es: 'Sin información', en: 'No information' } },
};
export const serviceMark = (service: Service, lang: Lang): StatusMark => {
  const { shape, word } = serviceWords[service];
  return { shape, word: pick(word, lang) };
};

export const servicePageWords = catalogue({
  title: { es: 'Estado de los sistemas', en: 'Status of the systems' },
  meta: {
    es: 'Cómo están ahora los sistemas en producción. Lo que nadie vigila ni reporta es sin información.',
    en: 'How the systems in production are now. What nobody watches or reports is no information.',
  },
  none: {
    es: 'Aquí estarán los sistemas que entren en producción.',
    en: 'The systems that go into production will be here.',
  },
  system: { es: 'Sistema', en: 'System' },
  now: { es: 'Ahora', en: 'Now' },
  what: { es: 'Qué pasa', en: 'What happens' },
  maintenance: { es: 'Próximo mantenimiento', en: 'Next maintenance' },
  desk: { es: 'Mesa de ayuda', en: 'Support desk' },
  service: { es: 'Servicio', en: 'Service' },
  days30: { es: '30 días', en: '30 days' },
  asOf: { es: (at: string) => `A las ${at}`, en: (at: string) => `As of ${at}` },
  level: { es: 'Nivel de servicio', en: 'Service level' },
  levelNote: {
    es: (since: string) => `Últimos 30 días, desde ${since}. Sin mantenimientos planeados; lo que se traslapa cuenta una vez.`,
    en: (since: string) => `Last 30 days, from ${since}. Without planned maintenance; what overlaps counts once.`,
  },
  levelUnknown: {
    es: 'Sin información: ninguna sonda vigila este sistema, o todavía no confirma nada.',
    en: 'No information: no probe watches this system, or none has confirmed anything yet.',
  },
  available: { es: 'Disponible', en: 'Available' },
  down: { es: 'Sin servicio', en: 'Without service' },
  incidents: { es: 'Incidentes', en: 'Incidents' },
  resolution: { es: 'Tiempo medio de solución', en: 'Mean time to resolution' },
  minutes: { es: (n: number) => `${n} min`, en: (n: number) => `${n} min` },
  probes: { es: 'Sondas', en: 'Probes' },
  probe: { es: 'Sonda', en: 'Probe' },
  since: { es: 'Desde', en: 'Since' },
});
