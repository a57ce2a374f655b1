import { catalogue } from '../core/words.ts';

export const learningWords = catalogue({
  learning: { es: 'Aprendizaje', en: 'Learning' },
  meta: {
    es: 'Qué habrían dicho las reglas, y cuántos días antes, con los hechos públicos de casos reales. Ninguna regla nombra un caso.',
    en: 'What the rules would have said, and how many days before, from the public facts of real cases. No rule names a case.',
  },
  cases: { es: 'Casos', en: 'Cases' },
  case: { es: 'Caso', en: 'Case' },
  what: { es: 'Qué pasó', en: 'What happened' },
  firstAlert: { es: 'Primera alerta', en: 'First alert' },
  firstRed: { es: 'Primera roja', en: 'First red' },
  lead: { es: 'Anticipación', en: 'Lead time' },
  leadDays: { es: (n: number) => (n === 1 ? '1 día' : `${n} días`), en: (n: number) => (n === 1 ? '1 day' : `${n} days`) },
  reasons: { es: 'Motivos la víspera', en: 'Reasons the day before' },
  never: { es: 'ninguna', en: 'none' },
  worked: { es: 'no falló', en: 'did not fail' },
  unsaid: {
    es: 'Con lo que se conoce, ninguna: no consta que se publicaran sus pruebas ni sus simulacros. Haberlos registrado lo habría dicho.',
    en: 'From what is known, none: no tests or drills are known to have been published. Having them on record would have said it.',
  },
  broken: { es: 'No se pudieron leer los casos', en: 'The cases could not be read' },
});
