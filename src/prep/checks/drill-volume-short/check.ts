import type { CutCheck } from '../check.ts';
import { coherence } from '../sources.ts';

export const drillVolumeShort: CutCheck = {
  id: 'drill-volume-short',
  family: 'drill',
  severity: 'warning',
  kind: 'cut',
  when: 'drill',
  title: { es: 'El simulacro capturó menos actas que las previstas', en: 'The drill captured fewer actas than planned' },
  source: coherence({ es: 'el volumen previsto en el plan del simulacro', en: 'the volume planned for the drill' }),
  publisher: {
    es: 'Diga por qué no se alcanzó el volumen previsto y con qué se suplirá.',
    en: 'Say why the planned volume was not reached and what will make up for it.',
  },
  overseer: {
    es: 'El simulacro no probó la carga prevista. Pregunte si habrá otro antes de la jornada.',
    en: 'The drill did not try the planned load. Ask whether there will be another before election day.',
  },
  fromCut: ({ totals, options }) => {
    const captured = totals.recomputed.captured ?? totals.published.captured;
    const planned = options.drill?.planned;
    return planned !== undefined && captured != null && captured < planned
      ? [{ row: null, subject: 'captured', saw: String(captured), expected: `≥ ${planned}` }]
      : [];
  },
};
