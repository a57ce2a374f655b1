import { catalogue } from '../core/words.ts';

export const shellWords = catalogue({
  board: { es: 'Tablero', en: 'Board' },
  followUp: { es: 'Seguimiento', en: 'Follow-up' },
  observations: { es: 'Observaciones', en: 'Observations' },
  prep: { es: 'PREP de los OPL', en: 'PREP of the OPLs' },
  systems: { es: 'Sistemas', en: 'Systems' },
  operation: { es: 'Operación PREP', en: 'PREP operation' },
  monthlyReports: { es: 'Informes mensuales', en: 'Monthly reports' },
  exercises: { es: 'Simulacros', en: 'Drills' },
  group: { es: 'Grupo de trabajo', en: 'Working group' },
  learning: { es: 'Aprendizaje', en: 'Learning' },
  help: { es: 'Ayuda', en: 'Help' },
  manual: { es: 'Manual', en: 'Handbook' },
  replan: { es: 'Reprogramación', en: 'Re-planning' },
  alerts: { es: 'Alertas', en: 'Alerts' },
  calendar: { es: 'Calendario', en: 'Calendar' },
  meetings: { es: 'Reuniones', en: 'Meetings' },
  commitments: { es: 'Compromisos', en: 'Commitments' },
  forum: { es: 'Foro', en: 'Forum' },
  reports: { es: 'Informes', en: 'Reports' },
  trust: { es: 'Confianza', en: 'Trust' },
  portal: { es: 'Portal público', en: 'Public portal' },
  log: { es: 'Bitácora', en: 'Log' },
  digest: { es: 'Mi resumen', en: 'My digest' },
  mail: { es: 'Correo', en: 'Mail' },
  whoKnew: { es: 'Quién supo', en: 'Who knew' },
  administration: { es: 'Administración', en: 'Administration' },
  accesses: { es: 'Accesos', en: 'Sign-ins' },
  offices: { es: 'Cargos y cuentas', en: 'Offices and accounts' },
  acts: { es: 'Registrar actos', en: 'Record acts' },
  processes: { es: 'Procesos', en: 'Processes' },
  asOf: { es: (date: string) => `Estado al ${date}`, en: (date: string) => `State on ${date}` },
  known: {
    es: (position: number) => `como se conocía en la posición ${position}`,
    en: (position: number) => `as known at position ${position}`,
  },
  fictitious: { es: 'DATOS FICTICIOS', en: 'FICTITIOUS DATA' },
  notFoundTitle: { es: 'No se encontró la página', en: 'Page not found' },
  notFound: {
    es: 'No hay nada en esta dirección. Revise la dirección o vuelva al inicio.',
    en: 'There is nothing at this address. Check it, or go back to the start.',
  },
  unknownProcess: { es: 'No hay ningún proceso con esa clave.', en: 'There is no process with that id.' },
  notYetOpen: {
    es: (date: string) => `El ${date} este proceso todavía no estaba abierto. Elija una fecha posterior.`,
    en: (date: string) => `On ${date} this process was not open yet. Choose a later date.`,
  },
  notYetKnown: {
    es: (position: number) => `En la posición ${position} de la bitácora todavía no se conocía este proceso. Elija una posición posterior.`,
    en: (position: number) => `At position ${position} of the log this process was not known yet. Choose a later position.`,
  },
  badDateTitle: { es: 'No se puede mostrar esa fecha', en: 'That date cannot be shown' },
  futureDate: {
    es: (date: string, today: string) => `El ${date} todavía no llega: hoy es ${today}. Elija hoy o un día anterior.`,
    en: (date: string, today: string) => `${date} has not come yet: today is ${today}. Choose today or an earlier day.`,
  },
  badKnown: {
    es: (text: string, head: number) =>
      `«${text}» no es una posición de la bitácora (1 a ${head}) ni un instante como 2026-11-22T10:15:00Z.`,
    en: (text: string, head: number) =>
      `“${text}” is neither a position of the log (1 to ${head}) nor an instant such as 2026-11-22T10:15:00Z.`,
  },
  forbiddenTitle: { es: 'Su cargo no permite esto', en: 'Your office does not allow this' },
  forbidden: {
    es: 'Esta acción requiere otro cargo. Si le corresponde, pida a la administración que se lo asigne.',
    en: 'This needs another office. If it is yours to do, ask the administrator to assign it to you.',
  },
  signInFirst: { es: 'Inicie sesión para continuar.', en: 'Sign in to continue.' },
  forgeryTitle: { es: 'El formulario venció', en: 'The form has expired' },
  forgery: {
    es: 'No se registró nada. Vuelva a la página anterior, recárguela y envíe de nuevo el formulario.',
    en: 'Nothing was recorded. Go back to the former page, reload it and send the form again.',
  },
  brokenTitle: { es: 'Algo falló', en: 'Something failed' },
  broken: {
    es: (reference: string) =>
      `Si enviaba algo, no es seguro que se haya registrado: mire la página antes de repetirlo. Si ocurre de nuevo, dé a la administración esta referencia: ${reference}.`,
    en: (reference: string) =>
      `If you were sending something, it is not certain whether it was recorded: look at the page before you repeat it. If it happens again, give the administrator this reference: ${reference}.`,
  },
  toStart: { es: 'Ir al inicio', en: 'Go to the start' },
  noProcessTitle: { es: 'Todavía no hay procesos', en: 'There are no processes yet' },
  noProcess: {
    es: 'Aquí estarán los procesos electorales. Los abre la administración en «Registrar actos»; para empezar con el ejemplo: npx atalaya example pel-2019-2020.',
    en: 'Electoral processes will be here. The administrator opens them in “Record acts”; to begin with the example: npx atalaya example pel-2019-2020.',
  },
  processMeta: { es: 'Elija el proceso electoral.', en: 'Choose the electoral process.' },
  alLabel: { es: 'Fecha del estado (al)', en: 'Date of the state (al)' },
  example: { es: 'ejemplo', en: 'example' },
});
