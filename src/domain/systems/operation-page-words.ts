import { catalogue } from '../../core/words.ts';

export const operationPageWords = catalogue({
  risks: { es: 'Requiere atención', en: 'Needs attention' },
  red: { es: 'Grave', en: 'Grave' },
  amber: { es: 'Por atender', en: 'To be attended' },
  noRisks: { es: 'Ningún riesgo se deriva de lo registrado.', en: 'No risk follows from what is recorded.' },
  incidents: { es: 'Incidentes', en: 'Incidents' },
  incident: { es: 'Incidente', en: 'Incident' },
  severity: { es: 'Severidad', en: 'Severity' },
  state: { es: 'Estado', en: 'State' },
  started: { es: 'Inicio', en: 'Start' },
  detected: { es: 'Detectado', en: 'Detected' },
  resolved: { es: 'Resuelto', en: 'Resolved' },
  entities: { es: 'Entidades', en: 'Entities' },
  cause: { es: 'Causa', en: 'Cause' },
  noIncidents: {
    es: 'No consta ningún incidente. Los registran las áreas que reportan el sistema.',
    en: 'No incident is recorded. The areas that report the system record them.',
  },
  figures: { es: 'Cifras de uso', en: 'Figures of use' },
  figuresNote: { es: 'Reportado no es logrado.', en: 'Reported is not achieved.' },
  figure: { es: 'Cifra', en: 'Figure' },
  entity: { es: 'Entidad', en: 'Entity' },
  date: { es: 'Fecha', en: 'Date' },
  reported: { es: 'Reportado', en: 'Reported' },
  achieved: { es: 'Logrado', en: 'Achieved' },
  outOf: { es: 'De', en: 'Out of' },
  denominator: { es: 'Total de qué', en: 'Total of what' },
  noFigures: {
    es: 'Sin información: nadie ha registrado cifras de uso de este sistema.',
    en: 'No information: nobody has recorded figures of use of this system.',
  },
});
