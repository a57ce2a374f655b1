import { catalogue } from '../../core/words.ts';

/** What became of the call to one office. */
export const deliveryWords = catalogue({
  waiting: { es: 'Por enviar', en: 'To be sent' },
  sent: { es: 'Enviada', en: 'Sent' },
  refused: { es: 'Rechazada por el servidor', en: 'Refused by the server' },
  unaddressed: { es: 'Sin correo', en: 'No address' },
  expired: { es: 'Ya no se envía: pasó la reunión', en: 'No longer sent: the meeting has passed' },
  vacant: { es: 'Nadie ocupa el cargo', en: 'Nobody holds the office' },
  'not-put': { es: 'En preparación', en: 'Being prepared' },
});

export const agendaWords = catalogue({
  deliveries: { es: 'Envío de la convocatoria', en: 'Sending of the convocation' },
  deliveriesNote: {
    es: (sent: number, all: number) => `${sent} de ${all}`,
    en: (sent: number, all: number) => `${sent} of ${all}`,
  },
  agenda: { es: 'Orden del día', en: 'Agenda' },
  group: { es: 'Grupo de Trabajo de la Comisión de seguimiento', en: 'Working group of the follow-up commission' },
  fictitious: { es: 'DATOS FICTICIOS', en: 'FICTITIOUS DATA' },
  footer: {
    es: (seq: number, root: string) => `Registro ${seq} de la bitácora · raíz ${root}`,
    en: (seq: number, root: string) => `Entry ${seq} of the log · root ${root}`,
  },
  convocationTitle: {
    es: (n: number) => `Convocatoria a la reunión ${n} del Grupo de Trabajo`,
    en: (n: number) => `Convocation to meeting ${n} of the working group`,
  },
  convocation: { es: 'Convocatoria', en: 'Convocation' },
  callText: {
    es: (n: number) =>
      `Conforme al calendario de reuniones del Grupo de Trabajo, se convoca a la reunión ${n}, previa a la sesión de la Comisión, para presentar y discutir los informes y desahogar el orden del día siguiente.`,
    en: (n: number) =>
      `Under the calendar of the working group, meeting ${n} is called ahead of the commission session, to present and discuss the reports and deal with the agenda below.`,
  },
  date: { es: 'Fecha', en: 'Date' },
  time: { es: 'Hora', en: 'Time' },
  place: { es: 'Lugar', en: 'Place' },
  calledOn: { es: 'Convocada el', en: 'Convened on' },
  calledTitle: { es: 'Se convoca a', en: 'Called' },
  edition: { es: 'Alcance', en: 'Amendment' },
  editionText: {
    es: (n: number, reason: string) => `${n}.ª convocatoria; sustituye a la anterior. Motivo: ${reason}`,
    en: (n: number, reason: string) => `convocation ${n}; it replaces the former one. Reason: ${reason}`,
  },
  unknown: { es: 'sin información', en: 'no information' },
  points: { es: 'Puntos', en: 'Points' },
  number: { es: 'Núm.', en: 'No.' },
  hour: { es: 'Hora', en: 'Hour' },
  point: { es: 'Punto', en: 'Point' },
  title: { es: 'Punto', en: 'Point' },
  purpose: { es: 'Propósito', en: 'Purpose' },
  presenter: { es: 'Presenta', en: 'Presented by' },
  documents: { es: 'Documentos', en: 'Documents' },
  minutes: { es: 'Minutos', en: 'Minutes' },
  totalMinutes: { es: (n: number) => `${n} minutos en total`, en: (n: number) => `${n} minutes in all` },
  carriedFrom: { es: (n: number) => `trasladado de la reunión ${n}`, en: (n: number) => `carried over from meeting ${n}` },
  carriedTo: { es: (n: number) => `pasó también a la reunión ${n}`, en: (n: number) => `also taken to meeting ${n}` },
  noItems: {
    es: 'Aquí estarán los puntos. Los propone la Secretaría Técnica antes de convocar.',
    en: 'The points will be here. The technical secretariat proposes them before convening.',
  },
  add: { es: 'Agregar punto', en: 'Add point' },
  change: { es: 'Cambiar punto', en: 'Change point' },
  move: { es: 'Mover punto', en: 'Move point' },
  drop: { es: 'Retirar punto', en: 'Drop point' },
  convene: { es: 'Emitir convocatoria', en: 'Convene' },
  conveneAgain: { es: 'Emitir otra convocatoria', en: 'Convene again' },
  conveneHint: {
    es: 'Fija día, hora, lugar y orden del día como están ahora. Un cambio posterior pide otra convocatoria.',
    en: 'Fixes day, hour, place and agenda as they stand now. A later change asks for another convocation.',
  },
  to: { es: 'Lugar en el orden', en: 'Place in the order' },
  reason: { es: 'Motivo', en: 'Reason' },
  reasonHint: { es: 'Queda en la bitácora.', en: 'It stays in the log.' },
  proposals: { es: 'Propuesta', en: 'Proposal' },
  proposalsHint: {
    es: 'Según lo que cambió desde el corte anterior y lo que quedó abierto. Marque lo que deba ir.',
    en: 'From what changed since the last cut-off and what is still open. Tick what should be on it.',
  },
  propose: { es: 'Agregar lo marcado', en: 'Add what is ticked' },
  noneTicked: { es: 'Marque al menos un punto de la propuesta.', en: 'Tick at least one point of the proposal.' },
  changedSince: { es: 'El orden del día cambió después de la última convocatoria.', en: 'The agenda changed after the last convocation.' },
  movedSince: {
    es: 'La reunión cambió de fecha, hora o lugar después de la última convocatoria.',
    en: 'The meeting changed date, hour or place after the last convocation.',
  },
  notConvened: { es: 'Todavía no se convoca.', en: 'Not convened yet.' },
  convocations: { es: 'Convocatorias', en: 'Convocations' },
  conveneOn: {
    es: (n: number, date: string) => `Convocatoria ${n}, ${date}`,
    en: (n: number, date: string) => `Convocation ${n}, ${date}`,
  },
  dropped: { es: 'Puntos retirados', en: 'Points dropped' },
  kept: {
    es: 'Esta página y sus documentos quedaron en este dispositivo: se abren también sin conexión, hasta que cierre sesión.',
    en: 'This page and its documents are on this device: they open without a connection too, until you sign out.',
  },
  keptPart: {
    es: 'Parte de los documentos quedó en este dispositivo; los demás se abren solo con conexión.',
    en: 'Some of the documents are on this device; the others open with a connection only.',
  },
  notKept: {
    es: 'Este dispositivo no conserva la página: se lee solo con conexión.',
    en: 'This device does not keep the page: it is read with a connection only.',
  },
  noDocuments: {
    es: 'Aquí estarán los documentos de la reunión: convocatoria, informes y minuta anterior.',
    en: 'The documents of the meeting will be here: convocation, reports and the former minutes.',
  },
  forPoint: { es: (n: number) => `Punto ${n}`, en: (n: number) => `Point ${n}` },
  badMinutes: {
    es: 'Escriba los minutos como número entero de 1 a 600, o déjelo vacío.',
    en: 'Write whole minutes from 1 to 600, or leave it empty.',
  },
  badTitle: { es: 'Escriba el punto, en 300 caracteres o menos.', en: 'Write the point, in 300 characters or fewer.' },
  badPurpose: { es: 'Elija un propósito.', en: 'Choose a purpose.' },
  badPresenter: { es: 'Elija un cargo de la lista.', en: 'Choose an office of the list.' },
  reasonMissing: { es: 'Falta el motivo. Escríbalo: queda en la bitácora.', en: 'The reason is missing. State it: it stays in the log.' },
  unknownItem: { es: 'La reunión no tiene ese punto. Vea su orden del día.', en: 'The meeting has no such point. See its agenda.' },
  conflict: {
    es: 'Alguien registró algo al mismo tiempo. Revise y vuelva a intentarlo.',
    en: 'Somebody recorded something at the same time. Look again and retry.',
  },
});
