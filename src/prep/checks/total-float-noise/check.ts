import type { CutCheck } from '../check.ts';
import { leeme } from '../sources.ts';
import { totalsThat } from '../totals-that.ts';

export const totalFloatNoise: CutCheck = {
  id: 'total-float-noise',
  family: 'totals',
  severity: 'note',
  kind: 'cut',
  eachSubject: true,
  title: { es: 'Porcentaje a una diezmilésima, por el punto flotante', en: 'Percentage one ten-thousandth off, by floating point' },
  source: leeme({
    es: 'porcentajes: cuatro decimales; el cuarto se trunca y no se redondea',
    en: 'percentages: four decimals; the fourth is truncated and not rounded',
  }),
  publisher: {
    es: 'Calcule con enteros o decimales exactos antes de truncar: con punto flotante binario 80.0000 puede salir 79.9999.',
    en: 'Compute with whole numbers or exact decimals before truncating: with binary floating point 80.0000 may come out as 79.9999.',
  },
  overseer: { es: 'Es ruido del cálculo, no un dato distinto.', en: 'It is noise of the computation, not a different datum.' },
  fromCut: ({ totals }) => totalsThat(totals, 'float-noise'),
};
