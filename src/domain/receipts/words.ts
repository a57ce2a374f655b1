import { type Bilingual, catalogue } from '../../core/words.ts';
import type { Means } from './events.ts';

export const meansWords: Readonly<Record<Means, Bilingual>> = {
  page: { es: 'página', en: 'page' },
  download: { es: 'descarga', en: 'download' },
  mail: { es: 'correo', en: 'e-mail' },
};

export const receiptWords = catalogue({
  whoKnew: { es: 'Quién supo', en: 'Who knew' },
  meta: {
    es: 'A quién se le mostró cada asunto en Atalaya, cuándo por primera vez y por qué medio.',
    en: 'Whom each matter was shown to in Atalaya, when first, and by what means.',
  },
  metaOwn: {
    es: 'Lo que Atalaya le mostró en este cargo, cuándo por primera vez y por qué medio. Los acuses de otros sólo los lee quien tiene ese derecho.',
    en: 'What Atalaya showed you in this office, when first, and by what means. Other people’s receipts are read only by those with that right.',
  },
  subjects: { es: 'Asuntos mostrados', en: 'Matters shown' },
  subject: { es: 'Asunto', en: 'Matter' },
  people: { es: 'Personas', en: 'People' },
  first: { es: 'Primera vez', en: 'First time' },
  last: { es: 'Última persona', en: 'Last person' },
  noneYet: {
    es: 'Aquí estará lo que se mostró: informes circulados y obligaciones con observaciones. Lo registra Atalaya cuando alguien con cuenta los abre.',
    en: 'What was shown will be here: circulated reports and obligations with observations. Atalaya records it when somebody with an account opens them.',
  },
  informed: { es: 'Se le mostró a', en: 'It was shown to' },
  office: { es: 'Cargo', en: 'Office' },
  person: { es: 'Persona', en: 'Person' },
  erased: { es: (key: string) => `clave ${key}`, en: (key: string) => `key ${key}` },
  means: { es: 'Medio', en: 'Means' },
  entry: { es: 'Registro', en: 'Entry' },
  nobody: {
    es: 'Atalaya no lo ha mostrado a nadie con cuenta. No significa que nadie lo supiera por otra vía.',
    en: 'Atalaya has shown it to nobody with an account. That does not mean that nobody knew of it by other ways.',
  },
  nobodyOwn: {
    es: 'Atalaya no se lo ha mostrado a usted en este cargo.',
    en: 'Atalaya has not shown it to you in this office.',
  },
  notInformed: { es: 'Cargos a los que no se ha mostrado', en: 'Offices it has not been shown to' },
  notInformedNote: {
    es: 'En Atalaya. Lo dicho por otra vía no consta aquí.',
    en: 'In Atalaya. What was told by other ways is not here.',
  },
  everyone: { es: 'Se ha mostrado a todos los cargos.', en: 'It has been shown to every office.' },
  holder: { es: 'Lo ejerce', en: 'Held by' },
  vacant: { es: 'sin titular', en: 'vacant' },
  times: { es: (zone: string) => `Horas de ${zone}`, en: (zone: string) => `Times of ${zone}` },
  receipt: { es: 'Descargar acuse firmado (PDF)', en: 'Download signed receipt (PDF)' },
  open: { es: 'Abrir el asunto', en: 'Open the matter' },
  unknown: {
    es: 'El asunto no existe o está mal escrito. Se escribe como report:prep-2020-03-10; elíjalo en la lista.',
    en: 'There is no such matter, or it is misspelt. It is written like report:prep-2020-03-10; choose it from the list.',
  },
  signInFirst: { es: 'Inicie sesión para ver los acuses.', en: 'Sign in to see the receipts.' },
});

/** The signed list as a document. */
export const receiptDocumentWords = catalogue({
  title: { es: 'Acuse: quién supo', en: 'Receipt: who knew' },
  process: { es: 'Proceso', en: 'Process' },
  subject: { es: 'Asunto', en: 'Matter' },
  address: { es: 'Clave', en: 'Key' },
  asked: { es: 'Estado al', en: 'State on' },
  issuedTo: { es: 'Emitido para', en: 'Issued to' },
  scope: { es: 'Alcance', en: 'Scope' },
  scopeAll: { es: 'todas las personas con cuenta', en: 'everybody with an account' },
  scopeOwn: { es: 'sólo quien lo pidió', en: 'only whoever asked for it' },
  position: { es: 'Posición de la bitácora', en: 'Position of the log' },
  fictitious: { es: 'DATOS FICTICIOS', en: 'FICTITIOUS DATA' },
  footer: {
    es: (position: number, root: string) => `Bitácora ${position} · raíz ${root}`,
    en: (position: number, root: string) => `Log ${position} · root ${root}`,
  },
  says: { es: 'Lo que dice y lo que no', en: 'What it says and what it does not' },
  saysText: {
    es: 'Cada renglón prueba que Atalaya mostró el asunto a esa persona en ese cargo, por ese medio, por primera vez en ese instante. No prueba que lo haya leído. Que alguien no aparezca sólo significa que Atalaya no se lo mostró: lo dicho por otra vía no consta aquí.',
    en: 'Each row proves that Atalaya showed the matter to that person in that office, by that means, for the first time at that instant. It does not prove that they read it. That somebody is absent means only that Atalaya did not show it to them: what was told by other ways is not here.',
  },
  list: { es: 'A quién se mostró', en: 'Whom it was shown to' },
  office: { es: 'Cargo', en: 'Office' },
  person: { es: 'Persona', en: 'Person' },
  means: { es: 'Medio', en: 'Means' },
  local: { es: 'Primera vez (hora local)', en: 'First time (local)' },
  utc: { es: 'Primera vez (UTC)', en: 'First time (UTC)' },
  entry: { es: 'Registro', en: 'Entry' },
  nobody: { es: 'Atalaya no lo mostró a nadie con cuenta.', en: 'Atalaya showed it to nobody with an account.' },
  entries: { es: 'Huellas de los registros', en: 'Digests of the entries' },
  leaf: { es: 'Huella (RFC 9162)', en: 'Digest (RFC 9162)' },
  noEntries: { es: 'No hay registros que citar.', en: 'There are no entries to cite.' },
  signature: { es: 'Punto de control firmado', en: 'Signed checkpoint' },
  signatureText: {
    es: (size: number) =>
      `Este punto de control compromete a los ${size} primeros registros de la bitácora, entre ellos los citados. Nada en ellos puede cambiar sin que cambie la raíz. Son cinco renglones, el cuarto en blanco:`,
    en: (size: number) =>
      `This checkpoint commits to the first ${size} entries of the log, those cited among them. Nothing in them can change unless the root changes. It is five lines, the fourth blank:`,
  },
  blank: { es: '(renglón en blanco)', en: '(blank line)' },
  key: { es: 'Clave pública de firma', en: 'Public signing key' },
  verify: { es: 'Cómo verificarlo', en: 'How to verify it' },
  step1: {
    es: 'Compare la clave pública con la que guardó al conocer esta bitácora (la imprime el programa al arrancar y está en «Verificar bitácora»). Si difiere, no siga.',
    en: 'Compare the public key with the one you kept when you first knew this log (the program prints it on starting, and it stands in “Verify log”). If it differs, stop.',
  },
  step2: {
    es: 'Compruebe la firma Ed25519 del punto de control con esa clave: es una nota firmada C2SP y la comprueba cualquier herramienta de ese formato.',
    en: 'Check the checkpoint’s Ed25519 signature with that key: it is a C2SP signed note, and any tool for that format checks it.',
  },
  step3: {
    es: (address: string) =>
      `Pida la prueba de inclusión de cada registro en su página (la del primero es ${address}) o con «atalaya ledger prove NÚMERO»: lleva de su huella, la de este documento, a la raíz.`,
    en: (address: string) =>
      `Ask for each entry’s inclusion proof on its page (that of the first is ${address}) or with “atalaya ledger prove NUMBER”: it leads from its digest, as printed here, to the root.`,
  },
  step4: {
    es: 'O bien, con una copia de la bitácora: «atalaya ledger verify ARCHIVO --key CLAVE» la comprueba entera sin conexión.',
    en: 'Or, with a copy of the log: “atalaya ledger verify FILE --key KEY” checks the whole of it off-line.',
  },
});
