import { catalogue } from '../../core/words.ts';

export const narrativeWords = catalogue({
  reports: { es: 'Informes', en: 'Reports' },
  preparation: { es: 'Preparación', en: 'Preparation' },
  meta: {
    es: 'El texto de cada área. Las cifras se derivan solas; al informe entra lo que la Secretaría Técnica integra.',
    en: 'The text of each area. Figures are derived; what the technical secretariat integrates goes into the report.',
  },
  frozen: {
    es: (edition: number, date: string) =>
      `La edición ${edition} se congeló el ${date}. Lo que se integre desde entonces aparece sólo en otra edición, con su motivo.`,
    en: (edition: number, date: string) =>
      `Edition ${edition} was frozen on ${date}. What is integrated since then appears in another edition only, with its reason.`,
  },
  progress: {
    es: (done: number, all: number) => `${done} de ${all} textos integrados`,
    en: (done: number, all: number) => `${done} of ${all} texts integrated`,
  },
  sections: { es: 'Secciones con texto', en: 'Sections with a text' },
  section: { es: 'Sección', en: 'Section' },
  inCharge: { es: 'A cargo de', en: 'In charge' },
  anyOf: { es: (area: string) => `${area} (cualquier cargo)`, en: (area: string) => `${area} (any office)` },
  state: { es: 'Estado', en: 'State' },
  latest: { es: 'Última versión', en: 'Latest version' },
  inReport: { es: 'En el informe', en: 'In the report' },
  versionOn: { es: (n: number, date: string) => `${n}, ${date}`, en: (n: number, date: string) => `${n}, ${date}` },
  none: { es: 'Este informe no tiene secciones con texto.', en: 'This report has no sections with a text.' },
  readDraft: { es: 'Ver el informe a este corte', en: 'See the report at this cut-off' },
  assign: { es: 'Asignar sección', en: 'Assign section' },
  office: { es: 'Cargo', en: 'Office' },
  badOffice: { es: 'Elija un cargo de la lista.', en: 'Choose an office from the list.' },
  text: { es: 'Texto de la sección', en: 'Text of the section' },
  textHint: {
    es: 'En Markdown: # título, - lista, **negritas**, | tablas |. El borrador se guarda solo; nadie más lo lee hasta que guarde.',
    en: 'In Markdown: # heading, - list, **bold**, | tables |. The draft keeps itself; nobody else reads it until you save.',
  },
  textHintPlain: {
    es: 'En Markdown: # título, - lista, **negritas**, | tablas |.',
    en: 'In Markdown: # heading, - list, **bold**, | tables |.',
  },
  save: { es: 'Guardar texto', en: 'Save text' },
  preview: { es: 'Ver cómo queda', en: 'See how it looks' },
  keepDraft: { es: 'Guardar borrador', en: 'Keep draft' },
  discard: { es: 'Descartar mi borrador', en: 'Discard my draft' },
  deliver: { es: 'Entregar texto', en: 'Deliver text' },
  return: { es: 'Devolver texto', en: 'Return text' },
  returnWhy: { es: 'Qué hay que corregir', en: 'What has to be corrected' },
  integrate: { es: 'Integrar texto', en: 'Integrate text' },
  integrateHint: {
    es: (n: number) => `La versión ${n} aparecerá en el informe con el nombre de quien la guardó.`,
    en: (n: number) => `Version ${n} will appear in the report under the name of who saved it.`,
  },
  looks: { es: 'Cómo queda', en: 'How it looks' },
  looksEmpty: { es: 'Aquí se verá el texto con su formato.', en: 'The text will be shown here with its format.' },
  figures: { es: 'Cifras derivadas de esta sección', en: 'Derived figures of this section' },
  current: { es: 'Texto guardado', en: 'Saved text' },
  nobody: { es: 'Nadie ha guardado un texto para esta sección.', en: 'Nobody has saved a text for this section.' },
  yourDraft: {
    es: (when: string) => `Esto es su borrador de las ${when}. Todavía no está guardado.`,
    en: (when: string) => `This is your draft of ${when}. It is not saved yet.`,
  },
  others: {
    es: (office: string, when: string) => `${office} también escribe aquí desde las ${when}.`,
    en: (office: string, when: string) => `${office} is writing here too, since ${when}.`,
  },
  conflict: { es: 'Se guardó otra versión mientras usted escribía', en: 'Another version was saved while you were writing' },
  conflictText: {
    es: (n: number) =>
      `Nada se perdió: lo suyo sigue abajo y la versión ${n} queda en el historial. Reúna en su texto lo que deba quedar y vuelva a guardar, o descarte su borrador.`,
    en: (n: number) =>
      `Nothing was lost: yours is below and version ${n} stays on record. Bring together in your text what should stay and save again, or discard your draft.`,
  },
  theirs: { es: 'Qué cambió la otra versión', en: 'What the other version changed' },
  yours: { es: 'En qué difiere lo suyo', en: 'How yours differs' },
  history: { es: 'Versiones', en: 'Versions' },
  version: { es: (n: number) => `Versión ${n}`, en: (n: number) => `Version ${n}` },
  changed: { es: (n: number) => `Qué cambió en la versión ${n}`, en: (n: number) => `What version ${n} changed` },
  integratedOn: { es: (date: string) => `Integrada el ${date}`, en: (date: string) => `Integrated on ${date}` },
  returnedOn: {
    es: (date: string, why: string) => `Devuelta el ${date}: ${why}`,
    en: (date: string, why: string) => `Returned on ${date}: ${why}`,
  },
  review: { es: 'Revisión', en: 'Review' },
  unknown: { es: 'Ese informe no tiene esa sección con texto.', en: 'That report has no such section with a text.' },
  internal: {
    es: 'Los textos se leen aquí dentro del grupo. El público los lee en el informe publicado.',
    en: 'Texts are read here within the group. The public reads them in the published report.',
  },
  conflictRetry: {
    es: 'Alguien registró algo al mismo tiempo. Vuelva a intentarlo.',
    en: 'Somebody recorded something at the same time. Try again.',
  },
  draftKept: { es: (when: string) => `Borrador guardado a las ${when}.`, en: (when: string) => `Draft kept at ${when}.` },
  draftFailed: {
    es: 'No se pudo guardar el borrador. Siga escribiendo: se intenta otra vez.',
    en: 'The draft could not be kept. Go on writing: it is tried again.',
  },
  draftPending: { es: 'Hay cambios sin guardar.', en: 'There are unsaved changes.' },
});
