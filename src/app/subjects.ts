import { longDate } from '../core/date-words.ts';
import { isSubject, partsOfSubject, type Subject, subjectOf } from '../core/subject.ts';
import { type Lang, pick } from '../core/words.ts';
import { ruleOf } from '../domain/alerts/views.ts';
import { commitmentOf } from '../domain/commitments/views.ts';
import { termsOf } from '../domain/exercises/views.ts';
import { exerciseName } from '../domain/exercises/words.ts';
import { threadOf } from '../domain/forum/views.ts';
import { calendarOf, meetingOf } from '../domain/meetings/views.ts';
import { planInForce } from '../domain/plan/views.ts';
import { oplOf } from '../domain/process/views.ts';
import { observationsOf } from '../domain/reports/views.ts';
import { kindWords } from '../domain/reports/words.ts';
import { verificationOf } from '../domain/verifications/views.ts';
import { allChecks } from '../prep/checks/all.ts';
import type { OpenWorld } from './site.tsx';

/** What a subject is called, and the path of its page below the process. */
export type NamedSubject = {
  readonly label: string;
  readonly path: string;
  /** The OPL it is of, if it is of one. */
  readonly opl?: string;
};
type Name = (world: OpenWorld, ids: readonly string[], lang: Lang) => NamedSubject | undefined;

/** How each kind of subject is named; a kind whose slice has no page yet has no row. */
const names: Readonly<Partial<Record<ReturnType<typeof partsOfSubject>['kind'], Name>>> = {
  process: ({ process }, [id], lang) => (id === process.id ? { label: pick(process.name, lang), path: '/' } : undefined),
  opl: ({ process }, [id = ''], lang) => {
    const opl = oplOf(process, id);
    return opl && { label: pick(opl.name, lang), path: `/prep/${opl.id}`, opl: opl.id };
  },
  obligation: ({ process, plan }, [id = '', key = ''], lang) => {
    const opl = oplOf(process, id);
    const obligation = planInForce(plan)?.obligations.find((one) => one.key === key);
    if (!opl || !obligation) return undefined;
    return {
      label: `${opl.acronym} · ${obligation.code} ${pick(obligation.title, lang)}`,
      path: `/prep/${opl.id}/${obligation.key}`,
      opl: opl.id,
    };
  },
  system: ({ systems }, [id = ''], lang) => {
    const system = systems.systems.get(id);
    return system && { label: pick(system.description.name, lang), path: `/sistemas/${id}` };
  },
  incident: ({ systems }, [id = '', incident = ''], lang) => {
    const system = systems.systems.get(id);
    const one = system?.operation.incidents.get(incident);
    if (!system || !one) return undefined;
    return { label: `${pick(system.description.name, lang)}: ${one.title}`, path: `/sistemas/${id}/incidentes/${incident}` };
  },
  exercise: ({ process, exercises }, [id = ''], lang) => {
    const exercise = exercises.exercises.get(id);
    const opl = exercise && oplOf(process, exercise.opl);
    return (
      exercise && opl && { label: `${opl.acronym} · ${exerciseName(exercise, lang)}`, path: `/simulacros/${opl.id}/${id}`, opl: opl.id }
    );
  },
  thread: ({ forum }, [id = '', post], lang) => {
    const thread = threadOf(forum, id);
    const opl = thread?.opl === undefined ? {} : { opl: thread.opl };
    // Its title is for those who may read it: whoever sees the name of an internal one is told its number.
    const label = thread?.audience === 'circulation' ? thread.title : `${lang === 'es' ? 'Hilo' : 'Thread'} ${id}`;
    return thread && { label, path: post === undefined ? `/foro/${id}` : `/foro/${id}/${post}`, ...opl };
  },
  checkpoint: ({ process, exercises }, [id = ''], lang) => {
    const checkpoint = exercises.checkpoints.get(id);
    const opl = checkpoint && oplOf(process, checkpoint.opl);
    return (
      checkpoint &&
      opl && { label: `${opl.acronym} · ${pick(termsOf(checkpoint).title, lang)}`, path: `/simulacros/${opl.id}#${id}`, opl: opl.id }
    );
  },
  meeting: ({ meetings }, [number = ''], lang) => {
    const meeting = /^\d+$/.test(number) ? meetingOf(meetings, Number(number)) : undefined;
    if (!meeting) return undefined;
    const label = lang === 'es' ? `Reunión ${number}` : `Meeting ${number}`;
    return { label: `${label}, ${longDate(meeting.appointment.date, lang)}`, path: `/reuniones/${number}` };
  },
  commitment: ({ commitments }, [id = '']) => {
    const one = commitmentOf(commitments, id);
    return one && { label: `${one.id} · ${one.text.slice(0, 80)}`, path: `/compromisos/${one.id}` };
  },
  observation: ({ process, reports, deliverables, exercises }, ids, lang) => {
    const [id = '', number = ''] = ids;
    const word = lang === 'es' ? 'Observación' : 'Observation';
    const one = reports.reports.has(id) && observationsOf(reports, id).find((each) => String(each.observation) === number);
    const whole = `${word} ${number} ${lang === 'es' ? 'a' : 'of'} ${id}`;
    if (one) return { label: `${whole}: ${one.text.slice(0, 60)}`, path: `/informes/${id}/observaciones#o-${number}` };
    const seen = exercises.observations.get(ids.join('/'));
    const run = seen && exercises.exercises.get(seen.exercise);
    if (seen && run)
      return { label: `${word}: ${pick(seen.text, lang).slice(0, 80)}`, path: `/simulacros/${run.opl}/${run.id}`, opl: run.opl };
    // What it says is between the OPL and whoever reviews: it is told by its number.
    const opl = oplOf(process, id);
    if (!opl || !deliverables.observations.has(ids.join('/'))) return undefined;
    return { label: `${word} ${ids[2] ?? ''} · ${opl.acronym} ${number}`, path: `/prep/${id}/${number}`, opl: id };
  },
  verification: ({ process, verifications }, [id = '']) => {
    const one = verificationOf(verifications, id);
    const opl = one && oplOf(process, one.opl);
    return one && { label: `${opl?.acronym ?? one.opl} · ${one.election}`, path: `/operacion/${id}`, opl: one.opl };
  },
  finding: (world, [id = '', check = ''], lang) => {
    const of = names.verification?.(world, [id], lang);
    const rule = allChecks.find((one) => one.id === check);
    return of && rule && { ...of, label: `${pick(rule.title, lang)}: ${of.label}`, path: `${of.path}/regla/${check}` };
  },
  alert: (world, [id = ''], lang) => {
    const [rule = '', kind = '', ...ids] = id.split('.');
    const known = ruleOf(rule);
    const about = `${kind}:${ids.join('/')}`;
    const named = isSubject(about) ? nameSubject(world, about, lang) : undefined;
    const opl = named?.opl === undefined ? {} : { opl: named.opl };
    return known && { label: `${pick(known.name, lang)}${named ? `: ${named.label}` : ''}`, path: `/alertas/${id}`, ...opl };
  },
  report: ({ reports }, [id = ''], lang) => {
    const report = reports.reports.get(id);
    if (!report) return undefined;
    const edition = report.edition === 1 ? '' : ` (${lang === 'es' ? 'edición' : 'edition'} ${report.edition})`;
    return { label: `${pick(kindWords[report.kind], lang)} · ${longDate(report.cutoff, lang)}${edition}`, path: `/informes/${report.id}` };
  },
};

/** Absent: this process has no such thing. */
export function nameSubject(world: OpenWorld, subject: Subject, lang: Lang): NamedSubject | undefined {
  const { kind, ids } = partsOfSubject(subject);
  return names[kind]?.(world, ids, lang);
}

/** What a thread of the forum may be about when nobody came from a page of it: the process, its OPLs, systems and meetings. */
export function subjectsToChoose(world: OpenWorld, lang: Lang): readonly { readonly value: Subject; readonly label: string }[] {
  const subjects: readonly Subject[] = [
    subjectOf('process', world.process.id),
    ...world.process.opls.map((one) => subjectOf('opl', one.id)),
    ...[...world.systems.systems.keys()].map((id) => subjectOf('system', id)),
    ...calendarOf(world.meetings).map((one) => subjectOf('meeting', String(one.number))),
  ];
  return subjects.flatMap((value) => {
    const named = nameSubject(world, value, lang);
    return named ? [{ value, label: named.label }] : [];
  });
}
