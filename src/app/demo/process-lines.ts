import type { DemoOpl } from './cast.ts';
import type { DemoDates } from './dates.ts';
import { agreement, type Line, said, source } from './line.ts';

export const demoId = 'demo';
export const demoNorm = 'anexo13-2021';

/** The process, its OPLs, its plan, and who delivers through Atalaya. */
export function processLines({ opened, jornada }: DemoDates, opls: readonly DemoOpl[]): readonly Line[] {
  const act = (office: string, verb: Extract<Line, { verb: unknown }>['verb'], data: unknown): Line => ({ on: opened, office, verb, data });
  return [
    act('administracion', 'openProcess', {
      name: said('Proceso de demostración', 'Demonstration process'),
      timeZone: 'America/Mexico_City',
      example: true,
      fictitious: true,
      source,
    }),
    ...opls.map((opl) =>
      act('administracion', 'joinOpl', {
        opl: opl.id,
        acronym: opl.acronym,
        name: opl.name,
        entity: opl.id,
        election: said('Elección ficticia', 'Fictitious election'),
        source,
      }),
    ),
    act('presidencia', 'setElectionDay', { jornada, agreement: agreement('Acuerdo ficticio A-01') }),
    act('secretaria-tecnica', 'adoptPlan', { norm: demoNorm, jornada, agreement: agreement('Acuerdo ficticio A-01') }),
    ...opls.filter((opl) => opl.temper !== 'silent').map((opl) => act('secretaria-tecnica', 'openReporting', { opl: opl.id })),
  ];
}
