import { catalogue } from '../../core/words.ts';

export const systemsReportWords = catalogue({
  title: { es: 'Informe sobre los sistemas de la RED INE', en: 'Report on the systems of the RED INE' },
  redIne: { es: 'RED INE', en: 'RED INE' },
  summary: { es: 'Resumen', en: 'Summary' },
  nothing: { es: 'A la fecha del corte no hay ningún sistema registrado.', en: 'No system was registered by the cut-off.' },
  summaryText: {
    es: (n: number, parts: string) =>
      `Avance en la operación y puesta en producción de ${n === 1 ? '1 sistema' : `${n} sistemas`}: ${parts}. Lo que nadie registró se muestra como «sin información», nunca como atraso.`,
    en: (n: number, parts: string) =>
      `Progress in the operation and go-live of ${n === 1 ? '1 system' : `${n} systems`}: ${parts}. What nobody recorded is shown as “no information”, never as lateness.`,
  },
  summaryRisks: {
    es: (n: number, unknown: number) =>
      n > 0
        ? n === 1
          ? 'Hay 1 riesgo, con su motivo, más adelante.'
          : `Hay ${n} riesgos, cada uno con su motivo, más adelante.`
        : unknown === 0
          ? 'No hay riesgos derivados de lo registrado.'
          : `De lo registrado no se deriva ningún riesgo; de ${unknown === 1 ? '1 sistema' : `${unknown} sistemas`} no hay información, y de lo que no se sabe nada puede decirse.`,
    en: (n: number, unknown: number) =>
      n > 0
        ? n === 1
          ? 'There is 1 risk, with its reason, further on.'
          : `There are ${n} risks, each with its reason, further on.`
        : unknown === 0
          ? 'No risk follows from what is recorded.'
          : `No risk follows from what is recorded; on ${unknown === 1 ? '1 system' : `${unknown} systems`} there is no information, and of what is not known nothing can be said.`,
  },
  summaryConfirm: {
    es: (n: number, total: number, label: string) => `De ${total} fichas del catálogo, ${n} están ${label}: el anexo dice cuáles.`,
    en: (n: number, total: number, label: string) => `Of ${total} records of the catalogue, ${n} are ${label}: the annex says which.`,
  },
  byStage: { es: 'Sistemas por estado', en: 'Systems by state' },
  unit: { es: 'sistemas', en: 'systems' },
  systems: { es: 'Sistemas', en: 'Systems' },
  states: { es: 'Estado por sistema', en: 'State by system' },
  system: { es: 'Sistema', en: 'System' },
  state: { es: 'Estado', en: 'State' },
  progress: { es: 'Avance', en: 'Progress' },
  next: { es: 'Próximo hito', en: 'Next milestone' },
  slip: { es: 'Desfase (días)', en: 'Slippage (days)' },
  serves: { es: 'Actividad a la que sirve', en: 'Activity it serves' },
  days: { es: 'Faltan (días)', en: 'Left (days)' },
  goLives: { es: 'Puestas en producción', en: 'Go-lives' },
  goLivesDone: { es: 'En el periodo', en: 'In the period' },
  goLivesNext: { es: 'Próximas', en: 'Next' },
  noGoLives: { es: 'No consta ninguna puesta en producción en el periodo.', en: 'No go-live is recorded in the period.' },
  noNextGoLives: {
    es: 'Nadie ha registrado la fecha de una próxima puesta en producción.',
    en: 'Nobody has recorded the date of a next go-live.',
  },
  gate: { es: 'Decisión de producción', en: 'Go-live decision' },
  noGate: { es: 'Sin lista de requisitos', en: 'No gate' },
  date: { es: 'Fecha', en: 'Date' },
  conditions: { es: 'Condiciones de las decisiones', en: 'Conditions of the decisions' },
  condition: { es: 'Condición', en: 'Condition' },
  decidedOn: { es: 'Decidida', en: 'Decided' },
  conditionMet: { es: (date: string) => `Cumplida el ${date}`, en: (date: string) => `Met on ${date}` },
  conditionOverdue: { es: 'Vencida', en: 'Overdue' },
  conditionOpen: { es: 'Por cumplir', en: 'To be met' },
  service: { es: 'Niveles de servicio', en: 'Service levels' },
  serviceText: {
    es: 'Se cuenta desde que una sonda confirmó algo por primera vez; antes nadie miraba. Sin servicio: desde que empezó un incidente grave o crítico, o una caída confirmada, hasta que se mitigó o se resolvió. El mantenimiento programado no cuenta. La disponibilidad se trunca: nunca se dice mejor de lo que fue.',
    en: 'Counted from when a probe first confirmed anything; before that nobody looked. Without service: from the start of a major or critical incident, or a confirmed outage, until it was mitigated or resolved. Planned maintenance does not count. Availability is truncated: never said to be better than it was.',
  },
  countedSince: { es: 'Se cuenta desde', en: 'Counted since' },
  availability: { es: 'Disponibilidad', en: 'Availability' },
  down: { es: 'Sin servicio (min)', en: 'Without service (min)' },
  dueMinutes: { es: 'Debió servir (min)', en: 'Should have served (min)' },
  meanToResolve: { es: 'Media para resolver (min)', en: 'Mean to resolve (min)' },
  noService: {
    es: 'Ninguna sonda vigila los sistemas: de su servicio no hay información.',
    en: 'No probe watches the systems: there is no information on their service.',
  },
  incidents: { es: 'Incidentes', en: 'Incidents' },
  incident: { es: 'Incidente', en: 'Incident' },
  severity: { es: 'Severidad', en: 'Severity' },
  started: { es: 'Inicio', en: 'Start' },
  cause: { es: 'Causa', en: 'Cause' },
  noIncidents: { es: 'No consta ningún incidente en el periodo.', en: 'No incident is recorded in the period.' },
  figures: { es: 'Cifras de uso', en: 'Figures of use' },
  figure: { es: 'Cifra / total', en: 'Figure / total' },
  entity: { es: 'Entidad', en: 'Entity' },
  reported: { es: 'Reportado', en: 'Reported' },
  achieved: { es: 'Logrado', en: 'Achieved' },
  outOf: { es: 'Total', en: 'Total' },
  noFigures: { es: 'Nadie ha registrado cifras de uso.', en: 'Nobody has recorded figures of use.' },
  risks: { es: 'Riesgos y su motivo', en: 'Risks and their reason' },
  risk: { es: 'Riesgo', en: 'Risk' },
  since: { es: 'Desde', en: 'Since' },
  noRisks: { es: 'Ningún riesgo se deriva de lo registrado.', en: 'No risk follows from what is recorded.' },
  changes: { es: 'Qué cambió desde el corte anterior', en: 'What changed since the last cut-off' },
  changedSince: { es: (date: string) => `Desde el ${date}.`, en: (date: string) => `Since ${date}.` },
  firstCutoff: {
    es: 'Es el primer corte: no hay uno anterior con el cual comparar.',
    en: 'This is the first cut-off: there is none before it to compare with.',
  },
  noChanges: { es: 'Nada cambió en el periodo.', en: 'Nothing changed in the period.' },
  what: { es: 'Qué', en: 'What' },
  before: { es: 'Antes', en: 'Before' },
  now: { es: 'Ahora', en: 'Now' },
  record: { es: 'Ficha', en: 'Record' },
  registered: { es: 'Registrado', en: 'Registered' },
  version: { es: 'Versión', en: 'Version' },
  annex: { es: 'Anexo. Hitos y catálogo', en: 'Annex. Milestones and catalogue' },
  annexText: {
    es: 'Cada hito con su primera fecha y la vigente, y cada ficha con sus fuentes y qué tan confirmadas están.',
    en: 'Each milestone with its first date and the one in force, and each record with its sources and how well they are confirmed.',
  },
  milestones: { es: 'Hitos', en: 'Milestones' },
  milestone: { es: 'Hito', en: 'Milestone' },
  noMilestones: { es: 'Nadie ha planeado un hito.', en: 'Nobody has planned a milestone.' },
  firstDue: { es: 'Plan inicial', en: 'First plan' },
  due: { es: 'Vigente o cumplido', en: 'In force or reached' },
  catalogue: { es: 'Catálogo', en: 'Catalogue' },
  owner: { es: 'Área', en: 'Area' },
  purpose: { es: 'Propósito', en: 'Purpose' },
  sources: { es: 'Fuentes', en: 'Sources' },
  confirmation: { es: 'Confirmación', en: 'Confirmation' },
  unknown: { es: 'Sin información', en: 'No information' },
});
