import { longDate } from '../../../core/date-words.ts';
import { subjectOf } from '../../../core/subject.ts';
import { probesDown } from '../../probes/views.ts';
import { type Row, rowOf } from '../../systems/views.ts';
import type { Found, Reading, Rule } from '../rule.ts';
import { latest } from '../spans.ts';

export const liveUntested: Rule = {
  id: 'live-untested',
  severity: 'red',
  owner: 'systems-unit',
  name: { es: 'En producción sin prueba de carga', en: 'In production without a load test' },
  about: {
    es: 'El sistema entró en producción y no consta su prueba de carga. Sólo se dice de sistemas que se reportan por Atalaya, o cuya prueba se canceló.',
    en: 'The system went into production and no load test of it is recorded. It is said only of systems reported through Atalaya, or whose test was dropped.',
  },
  find: (reading) => [...reading.systems.systems.keys()].flatMap((id) => untested(id, reading) ?? []),
};

function untested(id: string, { systems, process, day }: Reading): Found | undefined {
  const system = systems.systems.get(id);
  const row = system && rowOf(process, systems, system, day);
  if (!system || row?.liveSince === undefined) return undefined;
  const tests = row.milestones.filter(({ milestone }) => milestone.kind === 'load-tests');
  if (tests.some(({ milestone }) => milestone.standing.kind === 'reached') || isShownAtGate(row)) return undefined;
  const dropped = tests.map(({ milestone }) => milestone.standing).find((standing) => standing.kind === 'dropped');
  if (system.reportingSince === undefined && !dropped) return undefined;
  const known = system.reportingSince ?? dropped?.on ?? row.liveSince;
  const name = system.description.name;
  return {
    subject: subjectOf('system', id),
    title: name,
    spans: [{ from: latest(row.liveSince, known) }],
    explanation: {
      es: `Está en producción desde el ${longDate(row.liveSince, 'es')} y ${dropped ? 'su prueba de carga se canceló.' : 'no consta ninguna prueba de carga.'}`,
      en: `In production since ${longDate(row.liveSince, 'en')} and ${dropped ? 'its load test was dropped.' : 'no load test is recorded.'}`,
    },
  };
}

/** The go-live gate asks for its report: with that, the test is on record whether or not a milestone was planned for it. */
const isShownAtGate = ({ gate }: Row): boolean =>
  gate?.requirements.some(({ item, met }) => item.id === 'load-tests' && met !== undefined) ?? false;

export const probeDown: Rule = {
  id: 'probe-down',
  severity: 'red',
  owner: 'systems-unit',
  name: { es: 'Sonda sin respuesta', en: 'Probe without an answer' },
  about: {
    es: 'Una dirección que Atalaya consulta dejó de responder, confirmado varias veces.',
    en: 'An address that Atalaya asks has stopped answering, confirmed several times.',
  },
  find: ({ probes }) =>
    probesDown(probes).map(({ probe, outage }) => ({
      subject: subjectOf('system', probe.system, probe.id),
      title: probe.name,
      spans: [{ from: outage.on }],
      explanation: {
        es: `No responde desde ${outage.since} (UTC)${outage.detail === undefined ? '' : `: ${outage.detail}`}.`,
        en: `No answer since ${outage.since} (UTC)${outage.detail === undefined ? '' : `: ${outage.detail}`}.`,
      },
    })),
};
