import type { Table } from '../../core/document.ts';
import type { IsoDate, IsoInstant } from '../../core/event.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import type { LatencyPoint } from '../../ui/latency.ts';
import { readForm } from '../../web/read-form.ts';
import { tableRoutes } from '../../web/table-routes.ts';
import type { Answer, Route } from '../../web/visit.ts';
import { listProbe, type ProbesRefusal, retireProbe } from './decide.ts';
import { type Failure, type Question, question, usualSchedule } from './events.ts';
import { probesPageWords } from './page-words.ts';
import { availableText, endOf, ProbePage, ProbesPage, type ProbesWorld, probeHref, type V } from './pages.tsx';
import { StatusPage, statusTable } from './service-page.tsx';
import { servicePageWords } from './service-words.ts';
import { conditionOf, outagesOf, type Probe } from './views.ts';
import { conditionMark, failureWords, probesRefusalText, questionText } from './words.ts';

/** What was answered, from outside the log: by day (of the process's zone) and one by one. */
export type Answers = {
  readonly days: readonly {
    readonly day: IsoDate;
    readonly answers: number;
    readonly failures: number;
    readonly meanMs?: number;
    readonly maxMs?: number;
  }[];
  /** Hour by hour, for the picture. */
  readonly hours: readonly LatencyPoint[];
  readonly latest: readonly {
    readonly at: IsoInstant;
    readonly failure?: Failure;
    readonly detail?: string;
    readonly latencyMs?: number;
    readonly inMaintenance: boolean;
  }[];
};
/** Reads the answers of one probe in the thirty days before `end`. */
export type ReadAnswers = (process: string, probe: string, end: IsoInstant, zone: string) => Promise<Answers>;

const here = 'sistemas';
/** Addresses of systems are not for everybody; whether they answer is on the systems' own page. */
const reading = { anyOf: ['administer', 'report-systems', 'report-own-systems', 'read-internal'] } as const;
type Status = 200 | 409 | 422;

const list = (visit: V, errors: readonly FormError[] = [], status: Status = 200): Answer => ({
  kind: 'page',
  title: probesPageWords(visit.lang).probes,
  here,
  status,
  body: <ProbesPage visit={visit} errors={errors} />,
});

function find<T>(visit: V, then: (probe: Probe) => T): T | Extract<Answer, { kind: 'not-found' }> {
  const probe = visit.world.probes.probes.get(visit.params.probe ?? '');
  if (probe) return then(probe);
  return { kind: 'not-found', what: { es: probesPageWords('es').unknownProbe, en: probesPageWords('en').unknownProbe } };
}

const refusedText = (visit: V, refusal: ProbesRefusal | { readonly kind: 'conflict' }): string =>
  refusal.kind === 'conflict' ? probesPageWords(visit.lang).changedMeanwhile : pick(probesRefusalText(refusal), visit.lang);

/** The question an address stands for, by the kind that was chosen; nothing when it is not of its form. */
function questionOf(kind: string, address: string, text: string | undefined): Question | undefined {
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(address) ?? [];
  const asked =
    kind === 'http'
      ? { kind, url: address, ...(text === undefined ? {} : { expectText: text }) }
      : kind === 'tcp'
        ? { kind, host, port: Number(port) }
        : { kind, host: address };
  const read = question.safeParse(asked);
  return read.success ? read.data : undefined;
}

async function register(visit: V): Promise<Answer> {
  const { lang, world } = visit;
  const t = probesPageWords(lang);
  const read = readForm(visit);
  const probe = read.id('clave');
  const name = read.text('nombre');
  const system = read.oneOf('sistema', [...world.systems.systems.keys()], t.chooseSystem);
  const kind = read.oneOf('tipo', ['http', 'tcp', 'dns'] as const, t.chooseKind);
  const asked = kind && questionOf(kind, read.raw('direccion'), read.optional('texto'));
  if (kind && !asked) read.wrong('direccion', t.badAddress);
  const everySeconds = read.integer('cada', 10, 86_400, t.badInterval);
  if (!system || !asked || read.errors.length > 0) return list(visit, read.errors, 422);
  const limitMs = Math.min(usualSchedule.limitMs, everySeconds * 1000);
  const data = {
    probe,
    system,
    name: { es: name, en: name },
    question: asked,
    schedule: { ...usualSchedule, everySeconds, limitMs, retrySeconds: Math.min(usualSchedule.retrySeconds, everySeconds) },
    isPrivate: read.raw('privada') === 'si',
  };
  const done = await visit.execute<ProbesRefusal>((context, by) => listProbe(context, { on: visit.today, by, ...data }));
  return done.ok ? { kind: 'redirect', to: probeHref(visit, probe) } : list(visit, [{ text: refusedText(visit, done.error) }], 409);
}

export function probesRoutes(readAnswers: ReadAnswers): readonly Route<ProbesWorld>[] {
  const show = async (visit: V, probe: Probe, errors: readonly FormError[] = [], status: Status = 200): Promise<Answer> => {
    const { process } = visit.world;
    const answers = await readAnswers(process.id, probe.id, endOf(visit), process.timeZone);
    const body = <ProbePage visit={visit} probe={probe} answers={answers} errors={errors} />;
    return { kind: 'page', title: pick(probe.name, visit.lang), here, status, body };
  };
  const retire = async (visit: V, probe: Probe): Promise<Answer> => {
    const read = readForm(visit);
    const reason = read.text('motivo');
    if (read.errors.length > 0) return show(visit, probe, read.errors, 422);
    const done = await visit.execute<ProbesRefusal>((context, by) =>
      retireProbe(context, { on: visit.today, by, probe: probe.id, reason }),
    );
    if (done.ok) return { kind: 'redirect', to: visit.href('/sondas') };
    return show(visit, probe, [{ text: refusedText(visit, done.error) }], 409);
  };
  const probesTable = (visit: V): Table => {
    const { lang, world } = visit;
    const t = probesPageWords(lang);
    const columns = [t.id, t.probe, t.system, t.question, t.condition, t.since, t.available].map((title) => ({ title }));
    const rows = [...world.probes.probes.values()].map((probe) => [
      probe.id,
      pick(probe.name, lang),
      probe.system,
      questionText(probe.question),
      conditionMark(conditionOf(probe), lang).word,
      probe.turns.at(-1)?.since ?? null,
      availableText(probe, endOf(visit)) ?? null,
    ]);
    return { kind: 'table', id: 'sondas', caption: t.probes, columns, rows };
  };
  const outagesTable = ({ lang }: V, probe: Probe): Table => {
    const t = probesPageWords(lang);
    const rows = outagesOf(probe).map((one) => [
      one.from,
      one.to ?? null,
      one.failure ? pick(failureWords[one.failure], lang) : null,
      one.detail ?? null,
    ]);
    const columns = [t.from, t.to, t.cause, t.detail].map((title) => ({ title }));
    return { kind: 'table', id: `interrupciones-${probe.id}`, caption: pick(probe.name, lang), columns, rows };
  };

  return [
    // What is under way depends on the hour, not on the log alone.
    {
      method: 'GET',
      path: '/:process/estado',
      may: 'anyone',
      fresh: true,
      answer: (visit) => ({ kind: 'page', title: servicePageWords(visit.lang).title, here, body: <StatusPage visit={visit} /> }),
    },
    ...tableRoutes<ProbesWorld>('/:process/estado', 'anyone', statusTable),
    { method: 'GET', path: '/:process/sondas', may: reading, answer: (visit) => list(visit) },
    ...tableRoutes<ProbesWorld>('/:process/sondas', reading, probesTable),
    { method: 'POST', path: '/:process/sondas/registrar', may: { right: 'administer' }, answer: register },
    {
      method: 'GET',
      path: '/:process/sondas/:probe',
      may: reading,
      fresh: true,
      answer: (visit) => find(visit, (probe) => show(visit, probe)),
    },
    ...tableRoutes<ProbesWorld>('/:process/sondas/:probe/interrupciones', reading, (visit) =>
      find(visit, (probe) => outagesTable(visit, probe)),
    ),
    {
      method: 'POST',
      path: '/:process/sondas/:probe/retirar',
      may: { right: 'administer' },
      answer: (visit) => find(visit, (probe) => retire(visit, probe)),
    },
  ];
}
