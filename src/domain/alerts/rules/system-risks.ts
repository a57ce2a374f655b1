import type { Risk, RiskKind } from '../../systems/views.ts';
import type { Found, Reading, Rule } from '../rule.ts';

/** What the slice of the systems itself derives: here it gets its gravity, its owner and its place among the alerts. */
const ofKind = (kind: RiskKind, holds: (risk: Risk) => boolean = () => true): Rule['find'] =>
  function find({ systemRisks }: Reading): readonly Found[] {
    return systemRisks
      .filter((risk) => risk.kind === kind && holds(risk))
      .map(({ subject, system, since, title, explanation }) => ({
        subject,
        title: { es: `${system.description.name.es} · ${title.es}`, en: `${system.description.name.en} · ${title.en}` },
        spans: [{ from: since }],
        explanation,
      }));
  };

export const liveUndecided: Rule = {
  id: 'live-undecided',
  severity: 'amber',
  owner: 'systems-unit',
  name: { es: 'En producción sin decisión', en: 'In production without a decision' },
  about: {
    es: 'El sistema entró en producción y no consta la decisión de ningún cargo. Sólo se dice de sistemas que se reportan por Atalaya o cuya lista de producción se abrió.',
    en: 'The system went into production and no office’s decision is recorded. It is said only of systems reported through Atalaya, or whose go-live gate was opened.',
  },
  find: ofKind('live-without-decision', ({ system }) => system.reportingSince !== undefined || system.gates.length > 0),
};

export const liveTooLate: Rule = {
  id: 'live-too-late',
  severity: 'red',
  owner: 'systems-unit',
  name: { es: 'Producción después de la actividad', en: 'Go-live after the activity' },
  about: {
    es: 'La fecha planeada de entrar en producción es posterior a la actividad a la que el sistema sirve.',
    en: 'The planned day of going into production comes after the activity that the system serves.',
  },
  find: ofKind('live-late-for-activity'),
};

export const conditionOverdue: Rule = {
  id: 'condition-overdue',
  severity: 'red',
  owner: 'systems-unit',
  name: { es: 'Condición de producción vencida', en: 'Condition of a go-live overdue' },
  about: {
    es: 'Se decidió entrar en producción con una condición; pasó su fecha y no consta que se haya cumplido.',
    en: 'Going into production was decided on a condition; its date has passed and nothing shows that it was met.',
  },
  find: ofKind('condition-overdue'),
};

export const incidentUnsolved: Rule = {
  id: 'incident-unsolved',
  severity: 'red',
  owner: 'systems-unit',
  name: { es: 'Incidente sin solución', en: 'Incident unsolved' },
  about: {
    es: 'Un incidente grave o crítico de un sistema sigue sin solución.',
    en: 'A major or critical incident of a system is still unsolved.',
  },
  find: ofKind('incident-unsolved'),
};

export const postmortemMissing: Rule = {
  id: 'postmortem-missing',
  severity: 'amber',
  owner: 'systems-unit',
  name: { es: 'Falta el análisis posterior', en: 'Postmortem missing' },
  about: {
    es: 'Un incidente grave o crítico se resolvió y no consta su análisis posterior: lo que no se analiza se repite.',
    en: 'A major or critical incident was resolved and its postmortem is not recorded: what is not analysed comes back.',
  },
  find: ofKind('postmortem-missing'),
};
