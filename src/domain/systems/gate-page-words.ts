import { catalogue } from '../../core/words.ts';

export const gatePageWords = catalogue({
  gate: { es: 'Puesta en producción', en: 'Go-live' },
  gateMeta: {
    es: 'Cada requisito con su evidencia o su dispensa; la decisión, de un cargo y con fecha.',
    en: 'Each requirement with its evidence or its waiver; the decision, of one office and dated.',
  },
  see: { es: 'Ver requisitos y decisión', en: 'See requirements and decision' },
  none: {
    es: 'Sin información: nadie ha abierto la lista de puesta en producción de este sistema.',
    en: 'No information: nobody has opened the go-live gate of this system.',
  },
  decider: { es: 'Decide', en: 'Decides' },
  deciderHint: { es: 'El cargo que decidirá si entra en producción.', en: 'The office that will decide whether it goes live.' },
  chooseDecider: { es: 'Elija el cargo que decidirá.', en: 'Choose the office that will decide.' },
  requirements: { es: 'Requisitos', en: 'Requirements' },
  requirement: { es: 'Requisito', en: 'Requirement' },
  chooseRequirement: { es: 'Elija un requisito.', en: 'Choose a requirement.' },
  obligatory: { es: 'Obligatorio', en: 'Obligatory' },
  yes: { es: 'Sí', en: 'Yes' },
  no: { es: 'No', en: 'No' },
  figures: { es: 'Cifras', en: 'Figures' },
  figuresHint: {
    es: 'Una por línea, nombre y valor: «usuarios concurrentes: 3000». Obligatorias en las pruebas.',
    en: 'One to a line, name and value: “concurrent users: 3000”. Obligatory for tests.',
  },
  badFigures: {
    es: (line: string) => `No se entiende «${line}». Escriba nombre, dos puntos y valor.`,
    en: (line: string) => `“${line}” is not understood. Write name, colon and value.`,
  },
  lacking: {
    es: (n: number) => (n === 0 ? 'No falta ninguno obligatorio' : n === 1 ? 'Falta 1 obligatorio' : `Faltan ${n} obligatorios`),
    en: (n: number) => (n === 0 ? 'No obligatory one is lacking' : `${n} obligatory lacking`),
  },
  waivedBy: {
    es: (office: string, on: string, until: string, why: string) => `Dispensa de ${office}, ${on}, vence el ${until}: ${why}`,
    en: (office: string, on: string, until: string, why: string) => `Waived by ${office}, ${on}, until ${until}: ${why}`,
  },
  until: { es: 'Vence', en: 'Until' },
  decision: { es: 'Decisión', en: 'Decision' },
  decisions: { es: 'Decisiones', en: 'Decisions' },
  verdict: { es: '¿Entra en producción?', en: 'Does it go live?' },
  chooseVerdict: { es: 'Elija la decisión.', en: 'Choose the decision.' },
  conditions: { es: 'Condiciones', en: 'Conditions' },
  condition: { es: 'Condición', en: 'Condition' },
  chooseCondition: { es: 'Elija una condición.', en: 'Choose a condition.' },
  conditionsHint: {
    es: 'Solo si la decisión las lleva. Una por línea, fecha y texto: «2020-05-20: repetir la prueba de carga».',
    en: 'Only when the decision has them. One to a line, date and text: “2020-05-20: repeat the load test”.',
  },
  badCondition: {
    es: (line: string) => `No se entiende «${line}». Escriba fecha (año-mes-día), dos puntos y texto.`,
    en: (line: string) => `“${line}” is not understood. Write a date (year-month-day), a colon and the text.`,
  },
  observeUntil: { es: 'Observación hasta', en: 'Observation until' },
  observing: { es: (date: string) => `En observación hasta el ${date}`, en: (date: string) => `Under observation until ${date}` },
  decidedBy: { es: (office: string, date: string) => `${office}, ${date}`, en: (office: string, date: string) => `${office}, ${date}` },
  rollback: { es: 'Reversión', en: 'Rollback' },
  rollbackChoice: { es: '¿Qué se decide?', en: 'What is decided?' },
  noDecision: { es: 'Todavía no hay decisión.', en: 'There is no decision yet.' },
  due: { es: 'Vence', en: 'Due' },
  entity: { es: 'Entidad', en: 'Entity' },
  whose: {
    es: (office: string) => `La decisión corresponde a: ${office}.`,
    en: (office: string) => `The decision belongs to: ${office}.`,
  },
  openHint: {
    es: 'Se fija la lista vigente de requisitos: un cambio posterior de la lista no altera esta.',
    en: 'The list of requirements in force is fixed: a later change of it does not alter this one.',
  },
  source: { es: 'Fundamento', en: 'Ground' },
});
