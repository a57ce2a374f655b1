import type { Bilingual } from '../../core/words.ts';
import type { Severity } from '../checks/check.ts';

/** One kind of finding between cuts or between sources. Texts as those of the checks: for who publishes, and for who oversees the publication. */
export type Kind = {
  readonly severity: Severity;
  /** `between-cuts` when not said. */
  readonly family?: 'between-cuts' | 'between-sources';
  readonly title: Bilingual;
  readonly source: Bilingual;
  readonly publisher: Bilingual;
  readonly overseer: Bilingual;
};

const readme: Bilingual = {
  es: 'Definiciones comunes de los LEEME publicados por los PREP (2018-2024)',
  en: 'Definitions shared by the readme files that PREPs publish (2018-2024)',
};
const cadence: Bilingual = {
  es: 'Reglamento de Elecciones, artículo 339 (al menos tres actualizaciones por hora; última a más tardar 24 horas después del inicio), por confirmar',
  en: 'Elections Regulation, article 339 (at least three updates an hour; the last within 24 hours of the start), to be confirmed',
};
const unknown: Bilingual = {
  es: 'La causa es desconocida: puede ser la corrección de un error de captura. Pida el acta digitalizada y la bitácora del cambio.',
  en: 'The cause is unknown: it may be the correction of a capture error. Ask for the image of the acta and the log of the change.',
};

export const kinds = {
  'acta-gone': {
    severity: 'error',
    source: readme,
    title: { es: 'Acta publicada que ya no está', en: 'A published acta is gone' },
    publisher: {
      es: 'Actas del corte anterior no están en éste. Las esperadas son constantes: vuelva a publicarlas o explique su baja.',
      en: 'Actas of the earlier cut are not in this one. Expected actas are constant: publish them again or explain why they left.',
    },
    overseer: unknown,
  },
  'acta-returned-changed': {
    severity: 'error',
    source: readme,
    title: { es: 'Acta que salió y volvió con otros votos', en: 'An acta left and returned with other votes' },
    publisher: {
      es: 'El acta dejó de publicarse o de estar capturada, y volvió con otros votos. Documente el cambio.',
      en: 'The acta was no longer published or captured, and returned with other votes. Document the change.',
    },
    overseer: unknown,
  },
  'vote-changed': {
    severity: 'error',
    source: readme,
    title: { es: 'Votos cambiados después de publicados', en: 'Votes changed after publication' },
    publisher: {
      es: 'Actas ya capturadas cambiaron de votos entre dos cortes. Documente cada corrección.',
      en: 'Actas already captured changed their votes between two cuts. Document each correction.',
    },
    overseer: unknown,
  },
  'detail-changed': {
    severity: 'warning',
    source: readme,
    title: { es: 'Otros datos cambiados después de publicados', en: 'Other data changed after publication' },
    publisher: {
      es: 'Actas ya capturadas cambiaron en datos distintos de los votos (boletas, tiempos, observaciones, imagen).',
      en: 'Actas already captured changed in data other than votes (ballots, times, observations, image).',
    },
    overseer: unknown,
  },
  'status-back': {
    severity: 'error',
    source: readme,
    title: { es: 'Acta que retrocedió de estado', en: 'An acta whose status went back' },
    publisher: {
      es: 'Actas capturadas aparecen sin capturar, o contabilizadas aparecen no contabilizadas.',
      en: 'Captured actas appear as not captured, or counted ones as not counted.',
    },
    overseer: unknown,
  },
  'acta-new': {
    severity: 'warning',
    source: readme,
    title: { es: 'Acta nueva en el catálogo', en: 'A new acta in the catalogue' },
    publisher: {
      es: 'El corte trae actas de catálogo que el anterior no tenía. Las esperadas son constantes durante la noche.',
      en: 'The cut brings actas of the catalogue that the earlier one lacked. Expected actas are constant during the night.',
    },
    overseer: {
      es: 'El catálogo de casillas cambió con el programa en marcha. Pregunte qué acuerdo lo modificó.',
      en: 'The catalogue of casillas changed while the programme ran. Ask which agreement changed it.',
    },
  },
  'catalogue-changed': {
    severity: 'warning',
    source: readme,
    title: { es: 'Catálogo cambiado', en: 'Catalogue changed' },
    publisher: {
      es: 'Cambió la clave, la geografía, la casilla o la lista nominal de actas ya publicadas.',
      en: 'The key, geography, casilla or lista nominal of actas already published changed.',
    },
    overseer: {
      es: 'El catálogo de casillas cambió con el programa en marcha. Pregunte qué acuerdo lo modificó.',
      en: 'The catalogue of casillas changed while the programme ran. Ask which agreement changed it.',
    },
  },
  'expected-changed': {
    severity: 'warning',
    source: readme,
    title: { es: 'Actas esperadas distintas de un corte a otro', en: 'Expected actas differ from one cut to another' },
    publisher: { es: 'Las actas esperadas son constantes durante la noche.', en: 'Expected actas are constant during the night.' },
    overseer: {
      es: 'Los porcentajes de ambos cortes tienen denominadores distintos y no se comparan.',
      en: 'The percentages of the two cuts have different denominators and do not compare.',
    },
  },
  'total-fell': {
    severity: 'error',
    source: readme,
    title: { es: 'Total publicado que bajó', en: 'A published total went down' },
    publisher: {
      es: 'Un total que sólo puede crecer es menor que en el corte anterior.',
      en: 'A total that can only grow is lower than in the earlier cut.',
    },
    overseer: unknown,
  },
  'vote-columns-changed': {
    severity: 'warning',
    source: readme,
    title: { es: 'Columnas de votos distintas', en: 'Different vote columns' },
    publisher: {
      es: 'Las columnas de votos no son las del corte anterior. Conserve la misma lista toda la noche.',
      en: 'The vote columns are not those of the earlier cut. Keep one list all night.',
    },
    overseer: {
      es: 'Las columnas sin pareja no se compararon.',
      en: 'Columns without a partner were not compared.',
    },
  },
  'equal-content': {
    severity: 'warning',
    source: cadence,
    title: { es: 'Mismo contenido con otra hora', en: 'Equal content under a new time' },
    publisher: {
      es: 'El corte lleva otra hora y exactamente los datos del anterior.',
      en: 'The cut bears another time and exactly the data of the earlier one.',
    },
    overseer: {
      es: 'Puede no haber llegado nada, o la publicación pudo detenerse. Contraste con el avance de la captura.',
      en: 'Nothing may have arrived, or publication may have stopped. Compare with the progress of capture.',
    },
  },
  'same-time': {
    severity: 'warning',
    source: readme,
    title: { es: 'Dos contenidos con la misma hora de corte', en: 'Two contents under one cut time' },
    publisher: {
      es: 'Dos archivos distintos llevan la misma hora de corte.',
      en: 'Two different files bear the same cut time.',
    },
    overseer: {
      es: 'No se puede saber cuál es posterior; se compararon en el orden dado.',
      en: 'Which is later cannot be known; they were compared in the order given.',
    },
  },
  'cut-late': {
    severity: 'warning',
    source: { es: 'Calendario de cortes anunciado', en: 'Announced schedule of cuts' },
    title: { es: 'Corte más tarde de lo anunciado', en: 'A cut later than announced' },
    publisher: { es: 'El corte no salió a la hora anunciada.', en: 'The cut did not come out at the announced time.' },
    overseer: {
      es: 'Puede faltar un archivo en esta revisión; verifique en el sitio antes de preguntar.',
      en: 'A file may be missing from this review; look at the site before asking.',
    },
  },
  'update-gap': {
    severity: 'note',
    source: cadence,
    title: { es: 'Más de veinte minutos entre cortes', en: 'More than twenty minutes between cuts' },
    publisher: {
      es: 'Entre estos cortes pasaron más de veinte minutos: menos de tres actualizaciones por hora.',
      en: 'More than twenty minutes passed between these cuts: fewer than three updates an hour.',
    },
    overseer: {
      es: 'Sólo se revisaron los cortes entregados; puede haber otros publicados en medio.',
      en: 'Only the cuts handed in were reviewed; others may have been published between them.',
    },
  },
  'last-cut-late': {
    severity: 'warning',
    source: cadence,
    title: { es: 'Último corte después de 24 horas', en: 'Last cut after 24 hours' },
    publisher: {
      es: 'El último corte es más de 24 horas posterior al primero.',
      en: 'The last cut is more than 24 hours after the first.',
    },
    overseer: {
      es: 'Verifique si un acuerdo amplió el cierre, o si los archivos son de operaciones distintas (simulacro y jornada).',
      en: 'Check whether an agreement extended the closing, or whether the files belong to different operations (drill and election day).',
    },
  },
  'out-of-order': {
    severity: 'note',
    source: readme,
    title: { es: 'Cortes entregados en desorden', en: 'Cuts handed in out of order' },
    publisher: { es: 'Se ordenaron por su hora de corte.', en: 'They were put in the order of their cut times.' },
    overseer: { es: 'Se ordenaron por su hora de corte.', en: 'They were put in the order of their cut times.' },
  },
  'cut-without-rows': {
    severity: 'warning',
    source: readme,
    title: { es: 'Corte sin actas', en: 'A cut without actas' },
    publisher: {
      es: 'El archivo de este corte no trae ninguna acta legible. Publíquelo otra vez.',
      en: 'The file of this cut has no readable acta. Publish it again.',
    },
    overseer: {
      es: 'No se comparó: el corte siguiente se comparó con el anterior a éste.',
      en: 'It was not compared: the next cut was compared with the one before this.',
    },
  },
  'undated-cut': {
    severity: 'note',
    source: readme,
    title: { es: 'Cortes sin hora', en: 'Cuts without a time' },
    publisher: { es: 'Publique la hora del corte con su huso.', en: 'Publish the time of the cut with its offset.' },
    overseer: {
      es: 'Se compararon en el orden en que se entregaron; la cadencia no se puede revisar.',
      en: 'They were compared in the order handed in; the cadence cannot be reviewed.',
    },
  },
  'uncertain-match': {
    severity: 'note',
    source: readme,
    title: { es: 'Actas que nada publicado distingue', en: 'Actas that nothing published tells apart' },
    publisher: {
      es: 'Publique claves completas y únicas: varias actas comparten clave, geografía, tipo y lista nominal.',
      en: 'Publish whole and unique keys: several actas share key, geography, type and lista nominal.',
    },
    overseer: {
      es: 'Los conteos valen; cuál de esas actas cambió no se puede saber.',
      en: 'The counts hold; which of those actas changed cannot be known.',
    },
  },
  'participation-basis-changed': {
    severity: 'note',
    source: readme,
    title: { es: 'La participación cambió de base', en: 'Participation changed its basis' },
    publisher: {
      es: 'Hasta el corte anterior se calculaba sin casillas especiales; desde éste, con ellas.',
      en: 'Up to the earlier cut it was computed without special casillas; from this one, with them.',
    },
    overseer: {
      es: 'El salto de la participación se explica por la base, no por votos nuevos.',
      en: 'The jump in participation comes from the basis, not from new votes.',
    },
  },
  'mirror-differs': {
    severity: 'error',
    family: 'between-sources',
    source: { es: 'Comparación de difusores', en: 'Comparison of mirrors' },
    title: { es: 'Dos copias del corte con datos distintos', en: 'Two copies of the cut with different data' },
    publisher: {
      es: 'Dos difusores publican datos distintos bajo el mismo corte. Retire la copia equivocada.',
      en: 'Two mirrors publish different data under one cut. Withdraw the wrong copy.',
    },
    overseer: {
      es: 'La causa es desconocida: puede ser una copia atrasada. Conserve ambas.',
      en: 'The cause is unknown: one copy may be out of date. Keep both.',
    },
  },
  'mirror-bytes-differ': {
    severity: 'note',
    family: 'between-sources',
    source: { es: 'Comparación de difusores', en: 'Comparison of mirrors' },
    title: { es: 'Dos copias con los mismos datos y distintos bytes', en: 'Two copies with equal data and different bytes' },
    publisher: {
      es: 'Publique el mismo archivo en todos los difusores, para que su digesto valga en todos.',
      en: 'Publish one file on all mirrors, so that its digest holds on all of them.',
    },
    overseer: {
      es: 'Los datos son iguales; cambió la forma (comillas, fin de línea, orden).',
      en: 'The data are equal; the form changed (quotes, line ends, order).',
    },
  },
  'image-hash-differs': {
    severity: 'error',
    family: 'between-sources',
    source: {
      es: 'Código de integridad publicado por acta (SHA-256 de la imagen)',
      en: 'Integrity code published for each acta (SHA-256 of the image)',
    },
    title: { es: 'Imagen cuyo código no es el publicado', en: 'An image whose code is not the published one' },
    publisher: {
      es: 'El código de integridad de la imagen no es el publicado para su acta. Publique el que corresponde.',
      en: 'The integrity code of the image is not the one published for its acta. Publish the right one.',
    },
    overseer: {
      es: 'La imagen pudo guardarse otra vez o recortarse; no prueba por sí sola que el acta cambió.',
      en: 'The image may have been saved again or cropped; by itself this does not prove that the acta changed.',
    },
  },
  'image-misnamed': {
    severity: 'warning',
    family: 'between-sources',
    source: {
      es: 'Código de integridad publicado por acta (SHA-256 de la imagen)',
      en: 'Integrity code published for each acta (SHA-256 of the image)',
    },
    title: { es: 'Imagen con el nombre de otra acta', en: 'An image under the name of another acta' },
    publisher: {
      es: 'El código de la imagen es el de un acta y su nombre el de otra.',
      en: 'The code of the image is that of one acta and its name that of another.',
    },
    overseer: {
      es: 'Compare la imagen con los datos de ambas actas.',
      en: 'Compare the image with the data of both actas.',
    },
  },
  'image-unknown': {
    severity: 'note',
    family: 'between-sources',
    source: {
      es: 'Código de integridad publicado por acta (SHA-256 de la imagen)',
      en: 'Integrity code published for each acta (SHA-256 of the image)',
    },
    title: { es: 'Imagen de ninguna acta publicada', en: 'An image of no published acta' },
    publisher: {
      es: 'Ni el código ni el nombre de la imagen corresponden a un acta del corte.',
      en: 'Neither the code nor the name of the image is that of an acta of the cut.',
    },
    overseer: {
      es: 'Puede ser de otra elección o de otro corte.',
      en: 'It may belong to another election or another cut.',
    },
  },
} as const satisfies Record<string, Kind>;
export type KindId = keyof typeof kinds;
