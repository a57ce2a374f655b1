import { catalogue } from '../../core/words.ts';

export const checkWords = catalogue({
  check: { es: 'Comprobar un archivo', en: 'Check a file' },
  portal: { es: 'Portal público', en: 'Public portal' },
  meta: {
    es: 'Una exportación de la bitácora, una prueba o un punto de control: si se sostiene, o dónde no.',
    en: 'An export of the log, a proof or a checkpoint: whether it holds, or where it does not.',
  },
  local: {
    es: 'El archivo se lee en su navegador y no se envía a ninguna parte.',
    en: 'The file is read in your browser and sent nowhere.',
  },
  noScript: {
    es: 'Esta página necesita que el navegador ejecute su programa (JavaScript), y aquí no está activo. Puede comprobar lo mismo con las órdenes que están en esta misma página.',
    en: 'This page needs the browser to run its script (JavaScript), which is off here. The commands on this page check the same.',
  },
  file: { es: 'Archivo', en: 'File' },
  fileHint: {
    es: 'prueba-….json, la exportación de la bitácora (.txt) o un punto de control (.txt).',
    en: 'prueba-….json, the export of the log (.txt) or a checkpoint (.txt).',
  },
  key: { es: 'Clave pública de la bitácora', en: 'Public key of the log' },
  keyHint: {
    es: 'Ésta la da el propio sitio. Compárela con la de un oficio, un informe impreso u otra persona.',
    en: 'This one is given by the site itself. Compare it with that of a letter, a printed informe or somebody else.',
  },
  foot: { es: 'Pie de una página o de un PDF', en: 'Foot of a page or a PDF' },
  footHint: {
    es: 'Para saber si un PDF dice la verdad sobre la bitácora: elija arriba la exportación y copie aquí lo que dice su pie.',
    en: 'To know whether a PDF tells the truth of the log: choose the export above, and copy here what its foot says.',
  },
  position: { es: 'Posición', en: 'Position' },
  root: { es: 'Raíz', en: 'Root' },
  rootHint: { es: '64 cifras hexadecimales', en: '64 hexadecimal digits' },
  witnesses: { es: 'Claves de testigos', en: 'Keys of witnesses' },
  witnessesHint: {
    es: 'Una por renglón. Su cofirma tiene que estar y sostenerse.',
    en: 'One a line. Their cosignature must be there, and hold.',
  },
  keyWord: { es: 'CLAVE', en: 'KEY' },
  submit: { es: 'Comprobar', en: 'Check' },
  busy: { es: 'Comprobando…', en: 'Checking…' },
  holds: { es: 'Comprobado', en: 'Checked' },
  fails: { es: 'No se sostiene', en: 'It does not hold' },
  unread: { es: 'No se pudo comprobar', en: 'It could not be checked' },
  commands: { es: 'Por línea de órdenes', en: 'By command line' },
  commandsText: {
    es: 'El mismo programa, sin navegador, sin red y sin este sitio, en cualquier equipo con Node:',
    en: 'The same program, with no browser, no network and without this site, on any machine with Node:',
  },
});
