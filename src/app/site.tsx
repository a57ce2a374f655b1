import { longDate } from '../core/date-words.ts';
import { parseIsoDate } from '../core/dates.ts';
import type { By, IsoDate, NewEvent } from '../core/event.ts';
import { asId, type OfficeId, type OplId } from '../core/ids.ts';
import { must, type Result } from '../core/result.ts';
import { pick } from '../core/words.ts';
import { mayDo, officeMayDo, type Right } from '../domain/people/rights.ts';
import { officeName, officesHeldBy, type PeopleState } from '../domain/people/views.ts';
import type { OpenProcess } from '../domain/process/views.ts';
import type { Reading } from '../domain/reports/section.ts';
import { execute } from '../ledger/execute.ts';
import type { Appended, Conflict } from '../ledger/ledger.ts';
import { PageHead, Rows } from '../ui/parts.tsx';
import type { Family, Raw } from '../web/server.ts';
import type { Answer, Reader, Route, Visit } from '../web/visit.ts';
import type { App } from './app.ts';
import { risksTold } from './risks-told.ts';
import { plainPage } from './shell.tsx';
import { shellWords } from './shell-words.ts';
import { homeZone, todayIn } from './today.ts';
import { type ProcessWorld, peopleStream, type World } from './world.ts';

/** What the pages of a process read: the process is open, and people are those of the present. */
export type OpenWorld = Omit<ProcessWorld, 'process'> & { readonly process: OpenProcess; readonly people: PeopleState } & Pick<
    Reading,
    'risksOn'
  >;

/** Who asks, from the cookie: an account that holds an office today, or a visitor of an installation of examples only. */
export async function readerOf(app: App, cookie: string): Promise<Reader> {
  const who = await app.identity.whoIs(cookie);
  if (!who) return { kind: 'anonymous' };
  const { people } = app.worlds.current();
  if (who.demo) {
    if (who.office === undefined || !(await app.isExampleOnly())) return { kind: 'anonymous' };
    return {
      kind: 'signed-in',
      by: { office: who.office, person: who.person },
      officeName: officeName(people, who.office),
      csrf: who.csrf,
      demo: true,
    };
  }
  const held = officesHeldBy(people, who.person, todayIn(homeZone, app.now()));
  const acting = held.find((one) => one.office.id === who.office) ?? held[0];
  const office = acting?.office.id ?? asId<OfficeId>('sin-cargo');
  const name = acting?.office.name ?? { es: 'Sin cargo', en: 'No office' };
  return { kind: 'signed-in', by: { office, person: who.person }, officeName: name, csrf: who.csrf, demo: false };
}

export function mayUse(app: App, reader: Reader, right: string, opl?: string): boolean {
  if (reader.kind === 'anonymous') return false;
  const { people } = app.worlds.current();
  const office = asId<OfficeId>(reader.by.office);
  const of = opl === undefined ? undefined : asId<OplId>(opl);
  const asked = right as Right; // the path map names rights; `rights.test.ts` holds it against the table
  if (reader.demo) return officeMayDo(people, office, asked, of).ok;
  return mayDo(people, { office, person: asId(reader.by.person ?? '') }, asked, todayIn(homeZone, app.now()), of).ok;
}

/** Looks, decides, appends, and takes in what was appended, so that whoever wrote sees it. */
async function executeOn<S, R>(
  app: App,
  stream: string,
  stateOf: (world: World) => S,
  decide: (state: S) => Result<readonly NewEvent[], R>,
): Promise<Result<Appended | undefined, R | Conflict>> {
  const look = async () => {
    const world = await app.worlds.catchUp();
    return { state: stateOf(world), position: await app.ledger.streamPosition(stream) };
  };
  const done = await execute(app.ledger, stream, look, decide);
  await app.worlds.catchUp();
  return done;
}

const noBody: By = { office: 'nadie' };
const byOf = (reader: Reader): By => (reader.kind === 'signed-in' ? reader.by : noBody);

/** Pages that belong to no process: entering, administration, the list of processes. */
export function siteFamily(app: App, routes: readonly Route<World>[]): Family<World> {
  return {
    routes,
    visit: async (raw) => {
      const world = app.worlds.current();
      const now = app.now();
      const today = todayIn(homeZone, now);
      const visit: Visit<World> = {
        ...raw,
        now,
        today,
        day: today,
        asOf: undefined,
        position: world.position,
        root: await app.rootAt(world.position),
        world,
        worldOn: async () => world,
        rootAt: app.rootAt,
        may: (right, opl) => mayUse(app, raw.reader, right, opl),
        execute: (decide) =>
          executeOn(
            app,
            peopleStream,
            (present) => present,
            (present) => decide(present, byOf(raw.reader)),
          ),
        href: (path) => path,
      };
      return { visit };
    },
  };
}

/** Pages of one process, on the day and as known at the position that the address asks for. */
export function processFamily(app: App, routes: readonly Route<OpenWorld>[]): Family<OpenWorld> {
  const opened = openWorlds(app);
  return { routes, visit: (raw) => processVisit(app, opened, raw) };
}

const mostOpened = 16;

/**
 * The worlds that visits are given: one and the same for as long as nothing is recorded that changes what a page says, so that what is derived
 * of it is derived once (`core/remembered.ts`). That somebody was shown something is no such thing: nothing derived tells of it.
 */
function openWorlds(app: App) {
  const kept = new Map<string, { readonly world: OpenWorld; readonly of: ProcessWorld; readonly movedAt: number }>();
  /** `past`: its day and position; absent: the present, the only one that changes. */
  return (id: string, one: ProcessWorld | undefined, past?: string): OpenWorld | undefined => {
    if (one?.process.kind !== 'open') return undefined;
    const key = `${id}|${past ?? 'now'}`;
    const movedAt = app.worlds.movedAt(past === undefined ? id : peopleStream);
    const known = kept.get(key);
    if (known?.of === one && known.movedAt === movedAt) return known.world;
    const read = { ...one, process: one.process, people: app.worlds.current().people };
    const world: OpenWorld = { ...read, risksOn: (day) => risksTold(world, day) };
    kept.delete(key); // what was made last goes last
    kept.set(key, { world, of: one, movedAt });
    const oldest = kept.keys().next();
    if (kept.size > mostOpened && !oldest.done) kept.delete(oldest.value);
    return world;
  };
}

async function processVisit(
  app: App,
  openedAs: ReturnType<typeof openWorlds>,
  raw: Raw,
): Promise<{ readonly visit: Visit<OpenWorld> } | { readonly answer: Answer }> {
  const { lang, url, reader } = raw;
  const t = shellWords(lang);
  const id = raw.params.process ?? '';
  const world = app.worlds.current();
  const present = world.processes.get(id);
  if (present?.process.kind !== 'open')
    return { answer: { kind: 'not-found', what: { es: shellWords('es').unknownProcess, en: shellWords('en').unknownProcess } } };
  const now = app.now();
  const today = todayIn(present.process.timeZone, now);
  // A form acts on the present, whatever past state its address names.
  const asked = raw.method === 'POST' ? undefined : askedDay(raw, today);
  if (typeof asked === 'object') return { answer: asked };
  const known = raw.method === 'POST' ? undefined : await askedPosition(app, raw, world.position);
  if (typeof known === 'object') return { answer: known };
  const day = asked ?? today;
  const position = known ?? world.position;
  const isPast = asked !== undefined || known !== undefined;
  const past = isPast ? await app.worlds.past(id, day, position) : present;
  if (past?.process.kind !== 'open')
    return { answer: plainPage(raw, t.badDateTitle, known === undefined ? t.notYetOpen(longDate(day, lang)) : t.notYetKnown(known), 404) };
  const asKnown = (other: IsoDate, at: number) => (at === world.position ? other : `${other}|${at}`);
  const openedOn = async (other: IsoDate, at: number) => openedAs(id, await app.worlds.past(id, other, at), asKnown(other, at));
  const opened = must(openedAs(id, past, isPast ? asKnown(day, position) : undefined), 'it was found open above');
  const query = keptQuery(url);
  const visit: Visit<OpenWorld> = {
    ...raw,
    now,
    today,
    day,
    asOf: isPast ? { ...(asked === undefined ? {} : { day: asked }), ...(known === undefined ? {} : { known }) } : undefined,
    position,
    root: await app.rootAt(position),
    world: opened,
    worldOn: (other, at = position) => openedOn(other, at),
    rootAt: app.rootAt,
    may: (right, opl) => mayUse(app, reader, right, opl),
    execute: (decide) =>
      executeOn(
        app,
        id,
        (latest) => openedAs(id, latest.processes.get(id)) ?? opened,
        (latest) => decide(latest, byOf(reader)),
      ),
    href: (path) => {
      const [bare = '', anchor] = path.includes('#') ? path.split('#') : [path];
      return `/${id}${bare}${query}${anchor === undefined ? '' : `#${anchor}`}`;
    },
  };
  return { visit };
}

/** What every address of a page keeps: the past state asked for, and the language when the address names it. */
function keptQuery(url: URL): string {
  const kept = new URLSearchParams();
  for (const name of ['al', 'conocido', 'lang']) {
    const value = url.searchParams.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept.size > 0 ? `?${kept}` : '';
}

/** `?al=`: a date that has come; an answer that says what is wrong; or nothing asked. */
function askedDay(raw: Raw, today: IsoDate): IsoDate | undefined | Answer {
  const t = shellWords(raw.lang);
  const text = raw.url.searchParams.get('al');
  if (text === null || text === '') return undefined;
  const read = parseIsoDate(text, { es: shellWords('es').alLabel, en: shellWords('en').alLabel });
  if (!read.ok) return plainPage(raw, t.badDateTitle, pick(read.error.message, raw.lang), 422);
  const day = read.value.toString();
  if (day > today) return plainPage(raw, t.badDateTitle, t.futureDate(longDate(day, raw.lang), longDate(today, raw.lang)), 422);
  return day;
}

/** `?conocido=`: a position of the log, or an instant at which it stood at one. */
async function askedPosition(app: App, raw: Raw, head: number): Promise<number | undefined | Answer> {
  const t = shellWords(raw.lang);
  const text = raw.url.searchParams.get('conocido');
  if (text === null || text === '') return undefined;
  const wrong = plainPage(raw, t.badDateTitle, t.badKnown(text.slice(0, 40), head), 422);
  if (/^\d{1,12}$/.test(text)) return Number(text) >= 1 && Number(text) <= head ? Number(text) : wrong;
  try {
    return await app.worlds.positionAt(Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }));
  } catch {
    return wrong; // the only thing that throws here is a text that is no instant
  }
}

/** The list of processes, or the one there is. */
export const homeRoutes: readonly Route<World>[] = [
  {
    method: 'GET',
    path: '/',
    may: 'anyone',
    answer: ({ world, lang, url }) => {
      const t = shellWords(lang);
      const open = [...world.processes.values()].flatMap(({ process }) => (process.kind === 'open' ? [process] : []));
      const [only] = open;
      if (only && open.length === 1) return { kind: 'redirect', to: `/${only.id}/${url.search}` };
      const items = open.map((process) => ({
        text: <a href={`/${process.id}/`}>{pick(process.name, lang)}</a>,
        when: process.example ? t.example : '',
      }));
      const body = (
        <>
          <PageHead title={t.processes} meta={t.processMeta} />
          <Rows items={items} empty={t.noProcess} />
        </>
      );
      return { kind: 'page', title: t.processes, here: 'procesos', body };
    },
  },
  {
    method: 'GET',
    path: '/idioma',
    may: 'anyone',
    answer: ({ url }) => {
      const lang = url.searchParams.get('lang') === 'en' ? 'en' : 'es';
      const back = url.searchParams.get('volver') ?? '/';
      // Only an address of this site: one that begins with a single slash. Browsers drop tabs and line ends, so none may stand in it.
      const to = /^\/(?![/\\])[!-~]*$/.test(back) ? back.replace(/([?&])lang=\w+&?/, '$1').replace(/[?&]$/, '') : '/';
      return { kind: 'redirect', to, setCookie: [`lang=${lang}; Path=/; Max-Age=31536000; SameSite=Lax`] };
    },
  },
];
