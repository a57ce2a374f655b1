import type { CutCheck } from '../check.ts';
import { coherence } from '../sources.ts';

export const undecodableBytes: CutCheck = {
  id: 'undecodable-bytes',
  family: 'structure',
  severity: 'warning',
  kind: 'cut',
  title: { es: 'Bytes que no se pueden leer como texto', en: 'Bytes that cannot be read as text' },
  source: coherence({ es: 'un archivo tiene una sola codificación de texto', en: 'a file has one text encoding' }),
  publisher: {
    es: 'El archivo mezcla codificaciones. Publique todo en UTF-8.',
    en: 'The file mixes encodings. Publish all of it in UTF-8.',
  },
  overseer: {
    es: 'Algunos nombres pueden leerse mal; los números no cambian. Se conservan los bytes originales.',
    en: 'Some names may read badly; numbers do not change. The original bytes are kept.',
  },
  fromCut: ({ cut }) => {
    const { encoding } = cut.detected;
    return cut.faults
      .filter((fault) => fault.code === 'undecodable-bytes' || fault.code === 'undecodable-rows')
      .map(() => ({ row: null, subject: null, saw: encoding.value, expected: 'UTF-8' }));
  },
};
