import type { CutCheck } from '../check.ts';
import { leeme } from '../sources.ts';

export const totalsMisaligned: CutCheck = {
  id: 'totals-misaligned',
  family: 'structure',
  severity: 'error',
  kind: 'cut',
  title: { es: 'Los totales y sus nombres no son los mismos en número', en: 'The totals and their names are not equal in number' },
  source: leeme({ es: 'primera sección, encabezado', en: 'first section, header' }),
  publisher: {
    es: 'Publique un valor por cada nombre, en el mismo orden y sin separadores de miles.',
    en: 'Publish one value for each name, in the same order and without thousands separators.',
  },
  overseer: {
    es: 'No es seguro qué valor es de qué total: las diferencias de totales de este corte pueden venir de aquí.',
    en: 'It is not certain which value is of which total: differences of totals in this cut may come from here.',
  },
  fromCut: ({ cut }) => {
    const names = cut.detected.totals.length;
    return cut.faults
      .filter((fault) => fault.code === 'totals-shape')
      .map((fault) => ({ row: null, subject: null, saw: /\d+ ≠ \d+/.exec(fault.what.es)?.[0] ?? '≠', expected: `${names} = ${names}` }));
  },
};
