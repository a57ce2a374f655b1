import { type Bilingual, catalogue } from '../core/words.ts';

/** What the ledger says to people when it fails or when verification finds something: what happened, where, what to do. */
export const ledgerWords = catalogue({
  diskFull: {
    es: 'No hay espacio en disco: no se registró nada de lo que se intentaba guardar.',
    en: 'The disk is full: nothing of what was being saved was recorded.',
  },
  diskFullAdvice: {
    es: 'Libere espacio en el disco de la carpeta de datos y repita la operación; lo ya registrado está a salvo.',
    en: 'Free space on the disk of the data folder and repeat the operation; what was already recorded is safe.',
  },
  locked: {
    es: 'Otro programa tiene ocupada la bitácora desde hace demasiado tiempo.',
    en: 'Another program has kept the ledger busy for too long.',
  },
  lockedAdvice: {
    es: 'Espere a que termine el otro proceso (respaldo, verificación) o ciérrelo, y repita la operación.',
    en: 'Wait for the other process (backup, verification) to end, or close it, and repeat the operation.',
  },
  corrupt: {
    es: (detail: string) => `La bitácora está dañada: ${detail}.`,
    en: (detail: string) => `The ledger is damaged: ${detail}.`,
  },
  corruptAdvice: {
    es: 'No escriba en ella. Conserve una copia de la carpeta de datos, ejecute «atalaya ledger verify» para localizar el daño y restaure el último respaldo íntegro.',
    en: 'Do not write to it. Keep a copy of the data folder, run “atalaya ledger verify” to locate the damage, and restore the last sound backup.',
  },
  unreadable: {
    es: (detail: string) => `No se pudo leer o escribir la bitácora: ${detail}.`,
    en: (detail: string) => `The ledger could not be read or written: ${detail}.`,
  },
  unreadableAdvice: {
    es: 'Compruebe que la carpeta de datos existe, que el usuario que ejecuta Atalaya puede leerla y escribirla, y que el disco responde.',
    en: 'Check that the data folder exists, that the user running Atalaya can read and write it, and that the disk responds.',
  },
  connection: {
    es: (detail: string) => `Se perdió la conexión con PostgreSQL: ${detail}. No se confirmó nada de lo que se intentaba guardar.`,
    en: (detail: string) => `The connection to PostgreSQL was lost: ${detail}. Nothing of what was being saved was acknowledged.`,
  },
  connectionAdvice: {
    es: 'Compruebe que el servidor de base de datos responde y mire de nuevo el asunto antes de repetir la operación.',
    en: 'Check that the database server responds, and look at the matter again before repeating the operation.',
  },
  notALedger: {
    es: (detail: string) => `Ese archivo o base de datos no es una bitácora de esta versión de Atalaya: ${detail}.`,
    en: (detail: string) => `That file or database is not a ledger of this version of Atalaya: ${detail}.`,
  },
  notALedgerAdvice: {
    es: 'Revise la carpeta indicada con --data (o la dirección de --database-url).',
    en: 'Check the folder given with --data (or the address given with --database-url).',
  },
  keyExposed: {
    es: (path: string) => `Otros usuarios de este equipo pueden leer la llave de firma: ${path}.`,
    en: (path: string) => `Other users of this machine can read the signing key: ${path}.`,
  },
  keyExposedAdvice: {
    es: 'Ejecute «chmod 600» sobre ese archivo. Si alguien más pudo copiarla, retírela y anuncie la llave nueva.',
    en: 'Run “chmod 600” on that file. If somebody else may have copied it, retire it and announce the new key.',
  },
  keyMissing: {
    es: (path: string) => `Falta la llave de firma ${path}, pero existe un punto de control firmado con ella.`,
    en: (path: string) => `The signing key ${path} is missing, but a checkpoint signed with it exists.`,
  },
  keyMissingAdvice: {
    es: 'Restaure la llave desde el respaldo. Sin ella no se puede probar que la bitácora continúa la anterior.',
    en: 'Restore the key from the backup. Without it nobody can prove that the ledger continues the former one.',
  },
  keyForeign: {
    es: (detail: string) => `La llave de firma no corresponde a esta bitácora: ${detail}.`,
    en: (detail: string) => `The signing key does not belong to this ledger: ${detail}.`,
  },
  keyForeignAdvice: {
    es: 'Use la llave que se creó con esta bitácora (checkpoint.key de su carpeta de datos o del respaldo).',
    en: 'Use the key that was made with this ledger (checkpoint.key of its data folder or of the backup).',
  },
  closed: { es: 'La bitácora ya se cerró.', en: 'The ledger has been closed.' },
  occupied: {
    es: (where: string) => `Ahí ya hay una bitácora: ${where}. No se tocó.`,
    en: (where: string) => `There is a log there already: ${where}. It was not touched.`,
  },
  occupiedAdvice: {
    es: 'Elija una carpeta o una base de datos vacía.',
    en: 'Choose an empty folder or database.',
  },
  closedAdvice: { es: 'Inicie de nuevo el programa.', en: 'Start the program again.' },

  atEntry: { es: (seq: number) => `asiento ${seq}`, en: (seq: number) => `entry ${seq}` },
  atHead: { es: 'fila de cabecera (tamaño y raíz)', en: 'head row (size and root)' },
  atCheckpoint: { es: 'punto de control firmado (archivo checkpoint)', en: 'signed checkpoint (file checkpoint)' },
  atKey: { es: 'llave de firma (archivo checkpoint.key)', en: 'signing key (file checkpoint.key)' },
  atSeal: { es: 'sello de páginas (archivo ledger.db.seal)', en: 'page seal (file ledger.db.seal)' },
  atSchema: {
    es: (name: string) => `definición de «${name}» en la base de datos`,
    en: (name: string) => `definition of “${name}” in the database`,
  },
  atDatabase: { es: 'base de datos', en: 'database' },
  atPage: {
    es: (page: number, from: number, to: number, lives: string) =>
      `página ${page} de la base de datos, bytes ${from} a ${to}${lives ? ` (${lives})` : ''}`,
    en: (page: number, from: number, to: number, lives: string) =>
      `page ${page} of the database, bytes ${from} to ${to}${lives ? ` (${lives})` : ''}`,
  },
  atLine: {
    es: (line: number, offset: number, seq: number | undefined) =>
      `línea ${line} (byte ${offset})${seq === undefined ? '' : `, asiento ${seq}`}`,
    en: (line: number, offset: number, seq: number | undefined) =>
      `line ${line} (byte ${offset})${seq === undefined ? '' : `, entry ${seq}`}`,
  },

  whatSeq: { es: 'el número no es el que sigue', en: 'the number is not the next one' },
  whatBody: { es: 'el texto no es un asiento', en: 'the text is not an entry' },
  whatAt: { es: 'la hora de registro es anterior a la del asiento previo', en: 'the recording time is before that of the previous entry' },
  whatStream: { es: 'el asiento dice pertenecer a otro expediente', en: 'the entry says it belongs to another stream' },
  whatLeaf: {
    es: 'el texto no corresponde a su huella: alguno de los dos cambió',
    en: 'the text does not match its hash: one of them was changed',
  },
  whatNodes: { es: 'los nodos del árbol guardados no corresponden', en: 'the stored tree nodes do not match' },
  whatSize: { es: 'el número de asientos no es el declarado', en: 'the number of entries is not the one stated' },
  whatRoot: { es: 'la raíz del árbol no es la declarada', en: 'the root of the tree is not the one stated' },
  whatProof: { es: 'la prueba no corresponde', en: 'the proof does not hold' },
  whatNote: { es: 'no es un punto de control', en: 'it is not a checkpoint' },
  whatKey: { es: 'la llave de verificación no es válida', en: 'the verifier key is not valid' },
  whatOrigin: { es: 'pertenece a otra bitácora', en: 'it belongs to another ledger' },
  whatSignature: { es: 'la firma no es válida', en: 'the signature is not valid' },
  whatPage: { es: 'los bytes no son los que se sellaron', en: 'the bytes are not the ones that were sealed' },
  whatMissing: { es: 'falta', en: 'it is missing' },
  whatSchema: { es: 'falta o es distinta', en: 'it is missing or different' },
  whatUnreadable: { es: (detail: string) => `no se puede leer: ${detail}`, en: (detail: string) => `it cannot be read: ${detail}` },
  whatTruncated: { es: 'faltan asientos del final', en: 'entries are missing from the end' },
  whatFormat: { es: 'la línea no tiene la forma esperada', en: 'the line does not have the expected form' },
  whatExtra: { es: 'hay bytes después del final', en: 'there are bytes after the end' },

  adviceEntry: {
    es: 'Alguien o algo alteró este asiento después de registrarlo. Compare con un respaldo o con una exportación y restaure.',
    en: 'Somebody or something altered this entry after it was recorded. Compare with a backup or an export, and restore.',
  },
  adviceHead: {
    es: 'La cabecera no corresponde a los asientos. Compare con el último punto de control publicado y restaure un respaldo.',
    en: 'The head does not match the entries. Compare with the last published checkpoint and restore a backup.',
  },
  adviceTruncated: {
    es: 'Faltan asientos del final que un punto de control firmado ya había certificado. Restaure un respaldo que los contenga.',
    en: 'Entries are missing from the end that a signed checkpoint had already certified. Restore a backup that holds them.',
  },
  adviceCheckpoint: {
    es: 'Compare el archivo checkpoint con el último punto de control publicado (pie de un informe, correo, testigo) y restáurelo.',
    en: 'Compare the file checkpoint with the last published checkpoint (footer of a report, mail, witness) and restore it.',
  },
  advicePage: {
    es: 'El archivo cambió fuera de Atalaya (disco dañado o edición directa). Restaure ledger.db y ledger.db.seal de un respaldo íntegro.',
    en: 'The file changed outside Atalaya (failing disk or direct edit). Restore ledger.db and ledger.db.seal from a sound backup.',
  },
  adviceSeal: {
    es: 'Si los asientos verifican, retire ledger.db.seal y abra la bitácora una vez: se verificará entera y se sellará de nuevo.',
    en: 'If the entries verify, remove ledger.db.seal and open the ledger once: it will be verified whole and sealed again.',
  },
  adviceSchema: {
    es: 'Faltan o cambiaron las defensas de la base de datos contra modificaciones. Restaure un respaldo y averigüe quién las cambió.',
    en: 'The database defences against modification are missing or changed. Restore a backup and find out who changed them.',
  },
  adviceExport: {
    es: 'Pida o genere de nuevo la exportación; si el original verifica, el archivo se alteró en el camino.',
    en: 'Ask for the export again or make it anew; if the original verifies, the file was altered on its way.',
  },
});

type Said = ReturnType<typeof ledgerWords>;

/** One text of the catalogue in both languages. */
export const both = (say: (words: Said) => string): Bilingual => ({ es: say(ledgerWords('es')), en: say(ledgerWords('en')) });
