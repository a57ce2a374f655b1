import { catalogue } from '../../core/words.ts';

/** The words of two versions side by side. */
export const compareWords = catalogue({
  compare: { es: 'Comparar versiones', en: 'Compare versions' },
  between: {
    es: (a: number, b: number) => `Qué cambió de la versión ${a} a la ${b}`,
    en: (a: number, b: number) => `What changed from version ${a} to ${b}`,
  },
  from: { es: 'De la versión', en: 'From version' },
  to: { es: 'A la versión', en: 'To version' },
  show: { es: 'Comparar', en: 'Compare' },
  note: {
    es: 'Se compara el texto; el diseño, las imágenes y las firmas no. Tachado: lo que ya no está. Subrayado: lo nuevo.',
    en: 'The text is compared; layout, pictures and signatures are not. Struck through: what is gone. Underlined: what is new.',
  },
  same: { es: 'Es el mismo archivo, byte por byte.', en: 'It is the same file, byte by byte.' },
  sameText: { es: 'El texto es el mismo; los archivos difieren en lo demás.', en: 'The text is the same; the files differ in the rest.' },
  onlyAfter: { es: 'Es nuevo: la otra versión no lo tiene.', en: 'It is new: the other version does not have it.' },
  onlyBefore: { es: 'Ya no está en la versión nueva.', en: 'It is no longer in the newer version.' },
  tooDifferent: {
    es: 'Los dos textos tienen demasiado poco en común para ponerlos lado a lado. Descargue ambos y léalos completos.',
    en: 'The two texts have too little in common to be laid side by side. Save both and read them whole.',
  },
  unreadable: { es: (name: string, why: string) => `«${name}»: ${why}`, en: (name: string, why: string) => `“${name}”: ${why}` },
  place: { es: 'Página', en: 'Page' },
  version: { es: (n: number) => `Versión ${n}`, en: (n: number) => `Version ${n}` },
  more: {
    es: (n: number) => `Hay ${n} cambios más, que no se muestran. Descargue ambos archivos para verlos todos.`,
    en: (n: number) => `There are ${n} more changes, which are not shown. Save both files to see them all.`,
  },
  changes: { es: (n: number) => (n === 1 ? '1 cambio' : `${n} cambios`), en: (n: number) => (n === 1 ? '1 change' : `${n} changes`) },
  twoNeeded: {
    es: 'Se comparan dos versiones, y aquí no las hay todavía.',
    en: 'Two versions are compared, and here there are not two yet.',
  },
});
