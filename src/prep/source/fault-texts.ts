import type { Bilingual } from '../../core/words.ts';

type Told = { readonly es: (detail: string) => string; readonly en: (detail: string) => string };

const askAgain: Bilingual = {
  es: 'Vuelva a descargar el archivo de su publicador y compare su tamaño y su huella.',
  en: 'Download the file again from its publisher and compare its size and digest.',
};
const giveResults: Bilingual = {
  es: 'Entregue el CSV de resultados por acta, o el ZIP que lo contiene.',
  en: 'Hand in the CSV of results by acta, or the ZIP that holds it.',
};
const tellPublisher: Bilingual = {
  es: 'Avise a quien publica; los bytes originales se conservan tal cual.',
  en: 'Tell the publisher; the original bytes are kept as they are.',
};
const giveProfile: Bilingual = {
  es: 'Si la detección no es correcta, indíquela con un perfil (src/prep/profiles/README.md).',
  en: 'If the detection is wrong, state it with a profile (src/prep/profiles/README.md).',
};

/** What each fault says and what to do about it: everything that can be wrong with what was handed in, by a stable code. */
export const faultTexts = {
  'not-found': {
    what: { es: () => 'No existe.', en: () => 'It does not exist.' },
    todo: { es: 'Revise la ruta.', en: 'Check the path.' },
  },
  unreadable: {
    what: { es: (d) => `No se puede leer: ${d}`, en: (d) => `It cannot be read: ${d}` },
    todo: askAgain,
  },
  empty: {
    what: { es: () => 'El archivo está vacío (0 bytes).', en: () => 'The file is empty (0 bytes).' },
    todo: askAgain,
  },
  html: {
    what: {
      es: () => 'Es una página HTML (por lo común, un error del sitio guardado como archivo), no datos.',
      en: () => 'It is an HTML page (usually a site error saved as a file), not data.',
    },
    todo: askAgain,
  },
  pdf: { what: { es: () => 'Es un PDF, no datos.', en: () => 'It is a PDF, not data.' }, todo: giveResults },
  spreadsheet: {
    what: { es: () => 'Es un libro de hojas de cálculo, no un CSV.', en: () => 'It is a spreadsheet workbook, not a CSV.' },
    todo: giveResults,
  },
  binary: {
    what: { es: (d) => `No es texto ni un ZIP (${d}).`, en: (d) => `It is neither text nor a ZIP (${d}).` },
    todo: giveResults,
  },
  'nul-bytes': {
    what: {
      es: (d) => `Hay bytes nulos (${d}); se leyeron como si no estuvieran.`,
      en: (d) => `There are NUL bytes (${d}); they were read as if absent.`,
    },
    todo: askAgain,
  },
  'zip-damaged': {
    what: { es: (d) => `El ZIP está cortado o dañado: ${d}`, en: (d) => `The ZIP is truncated or damaged: ${d}` },
    todo: askAgain,
  },
  'zip-encrypted': {
    what: { es: () => 'Dentro del ZIP está cifrado.', en: () => 'It is encrypted inside the ZIP.' },
    todo: { es: 'Entréguelo descifrado.', en: 'Hand it in decrypted.' },
  },
  'zip-bomb': {
    what: {
      es: (d) => `El ZIP se expande más de lo que un PREP necesita (${d}); no se siguió leyendo.`,
      en: (d) => `The ZIP expands beyond what a PREP needs (${d}); reading stopped.`,
    },
    todo: { es: 'Entregue los CSV fuera del ZIP.', en: 'Hand in the CSVs outside the ZIP.' },
  },
  'zip-traversal': {
    what: {
      es: (d) => `El ZIP contiene una ruta que sale de su carpeta (${d}); ese archivo no se leyó.`,
      en: (d) => `The ZIP holds a path that leaves its folder (${d}); that file was not read.`,
    },
    todo: { es: 'Desconfíe de ese paquete y verifique su origen.', en: 'Distrust that package and check where it came from.' },
  },
  'zip-nested': {
    what: {
      es: () => 'Es un ZIP dentro de un ZIP dentro de un ZIP; se lee un solo nivel de anidamiento.',
      en: () => 'It is a ZIP in a ZIP in a ZIP; one level of nesting is read.',
    },
    todo: { es: 'Entréguelo por separado.', en: 'Hand it in by itself.' },
  },
  'too-many-files': {
    what: { es: (d) => `Hay más archivos de los que se leen (${d}).`, en: (d) => `There are more files than are read (${d}).` },
    todo: { es: 'Entréguelos en partes.', en: 'Hand them in by parts.' },
  },
  'no-header': {
    what: {
      es: () => 'No se encontró el encabezado de la tabla (CLAVE_CASILLA, CLAVE_ACTA, o SECCION y TIPO_CASILLA).',
      en: () => 'The header of the table was not found (CLAVE_CASILLA, CLAVE_ACTA, or SECCION and TIPO_CASILLA).',
    },
    todo: giveResults,
  },
  'no-rows': {
    what: { es: () => 'Hay encabezado y ninguna acta.', en: () => 'There is a header and not one acta.' },
    todo: askAgain,
  },
  'no-totals': {
    what: { es: () => 'No se encontraron los totales publicados.', en: () => 'The published totals were not found.' },
    todo: giveProfile,
  },
  'totals-shape': {
    what: {
      es: (d) => `Los nombres y los valores de los totales no casan (${d}).`,
      en: (d) => `Names and values of the totals do not match (${d}).`,
    },
    todo: tellPublisher,
  },
  'totals-only': {
    what: { es: () => 'Hay totales y ninguna tabla de actas.', en: () => 'There are totals and no table of actas.' },
    todo: giveResults,
  },
  'no-cut-time': {
    what: {
      es: () => 'No se encontró la fecha y hora del corte.',
      en: () => 'The date and time of the cut were not found.',
    },
    todo: giveProfile,
  },
  'no-vote-columns': {
    what: { es: () => 'No se encontraron columnas de votos.', en: () => 'No vote columns were found.' },
    todo: giveProfile,
  },
  'too-many-columns': {
    what: {
      es: (d) => `El encabezado tiene ${d} columnas; un PREP tiene a lo más algunos centenares.`,
      en: (d) => `The header has ${d} columns; a PREP has a few hundred at most.`,
    },
    todo: askAgain,
  },
  'duplicate-columns': {
    what: { es: (d) => `Columnas con el mismo nombre: ${d}.`, en: (d) => `Columns of the same name: ${d}.` },
    todo: tellPublisher,
  },
  'long-line': {
    what: {
      es: (d) => `Hay una línea de más de ${d} bytes; se leyó hasta ahí.`,
      en: (d) => `There is a line of more than ${d} bytes; it was read up to there.`,
    },
    todo: askAgain,
  },
  'undecodable-bytes': {
    what: {
      es: (d) => `${d} bytes no tienen significado en su codificación; se muestran como «�».`,
      en: (d) => `${d} bytes mean nothing in their encoding; they are shown as “�”.`,
    },
    todo: tellPublisher,
  },
  'undecodable-rows': {
    what: {
      es: (d) => `${d} filas no son UTF-8 como el resto del archivo; se leyeron como Windows-1252.`,
      en: (d) => `${d} rows are not UTF-8 like the rest of the file; they were read as Windows-1252.`,
    },
    todo: tellPublisher,
  },
  'ragged-rows': {
    what: {
      es: (d) => `Filas con más o menos campos que el encabezado: ${d}. Se conservaron.`,
      en: (d) => `Rows with more or fewer fields than the header: ${d}. They were kept.`,
    },
    todo: tellPublisher,
  },
  'not-actas': {
    what: {
      es: (d) => `Renglones que no son actas (encabezado repetido, sumas, notas o renglones vacíos): ${d}. No se cuentan como actas.`,
      en: (d) => `Lines that are no actas (the header again, sums, notes or empty lines): ${d}. They are not counted as actas.`,
    },
    todo: tellPublisher,
  },
  repaired: {
    what: {
      es: (d) => `Se leyó con reparaciones (${d}); ninguna fila se perdió.`,
      en: (d) => `It was read with repairs (${d}); no row was lost.`,
    },
    todo: tellPublisher,
  },
  'mixed-line-ends': {
    what: { es: (d) => `Fines de línea mezclados (${d}).`, en: (d) => `Mixed line ends (${d}).` },
    todo: tellPublisher,
  },
  unsure: { what: { es: (d) => `Detección poco segura: ${d}.`, en: (d) => `Uncertain detection: ${d}.` }, todo: giveProfile },
  json: {
    what: {
      es: (d) => `El JSON no es un agregado nacional legible: ${d}`,
      en: (d) => `The JSON is not a readable national aggregate: ${d}`,
    },
    todo: askAgain,
  },
  profile: {
    what: { es: (d) => `No es lo que dice el perfil: ${d}.`, en: (d) => `It is not what the profile says: ${d}.` },
    todo: giveProfile,
  },
} satisfies Readonly<Record<string, { readonly what: Told; readonly todo: Bilingual }>>;

export type FaultCode = keyof typeof faultTexts;
