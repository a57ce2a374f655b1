import type { SetCheck } from '../check.ts';
import { coherence } from '../sources.ts';

export const drillPhaseNotExercised: SetCheck = {
  id: 'drill-phase-not-exercised',
  family: 'drill',
  severity: 'warning',
  kind: 'set',
  when: 'drill',
  eachSubject: true,
  title: { es: 'Fase del proceso técnico no ejercida en el simulacro', en: 'Phase of the technical process not exercised in the drill' },
  source: coherence({
    es: 'un simulacro ejerce todas las fases del proceso técnico operativo',
    en: 'a drill exercises all phases of the technical process',
  }),
  publisher: {
    es: 'Ninguna acta capturada muestra esta fase. Ejérzala en el siguiente simulacro, o publique su hora si se ejerció.',
    en: 'No captured acta shows this phase. Exercise it in the next drill, or publish its time if it was exercised.',
  },
  overseer: {
    es: 'Con estos datos el simulacro no prueba esta fase. Pregunte si se ejerció y con qué evidencia.',
    en: 'With these data the drill proves nothing of this phase. Ask whether it was exercised and with what evidence.',
  },
};
