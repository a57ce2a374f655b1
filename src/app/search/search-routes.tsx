import { parseIsoDate } from '../../core/dates.ts';
import { proseWords } from '../../core/prose.ts';
import { rememberedOf } from '../../core/remembered.ts';
import { pick } from '../../core/words.ts';
import { threadOf } from '../../domain/forum/views.ts';
import { excerptOf } from '../../search/excerpt.ts';
import type { FormError } from '../../ui/forms.tsx';
import { known } from '../../web/read-form.ts';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import type { App } from '../app.ts';
import type { OpenWorld } from '../site.tsx';
import { nameSubject } from '../subjects.ts';
import { type Asked, foundBy } from './found.ts';
import { sayingKinds } from './sayings.ts';
import type { Kept } from './search.ts';
import { SearchPage, type Shown } from './search-page.tsx';
import { kindNames, searchWords } from './search-words.ts';

type V = Visit<OpenWorld>;
const pageSize = 20;

/** Looking for words in everything the reader may read. */
export function searchRoutes(app: App): readonly Route<OpenWorld>[] {
  const answer = async (visit: V): Promise<Answer> => {
    const { url, lang } = visit;
    const read = askedIn(visit);
    await app.search.catchUp();
    const present = presentOf(app, visit);
    const nothing = read.asked.words === '' || read.errors.length > 0;
    const { sayings: found, isAll } = nothing ? { sayings: [], isAll: true } : foundBy(app.search, visit, present, read.asked);
    const pages = Math.max(1, Math.ceil(found.length / pageSize));
    const page = Math.min(Math.max(Math.trunc(Number(url.searchParams.get('pagina')) || 1), 1), pages);
    const shown = await Promise.all(
      found.slice((page - 1) * pageSize, page * pageSize).map((one) => showing(app, visit, one, read.asked.words)),
    );
    return {
      kind: 'page',
      title: searchWords(lang).search,
      here: 'buscar',
      status: read.errors.length > 0 ? 422 : 200,
      body: (
        <SearchPage
          visit={visit}
          asked={read.asked.words}
          count={found.length}
          isAll={isAll}
          shown={shown}
          page={page}
          pages={pages}
          errors={read.errors}
        />
      ),
    };
  };
  // Its answer grows while documents are being read, at one position of the log.
  return [{ method: 'GET', path: '/:process/buscar', may: 'anyone', fresh: true, counts: 'search', answer }];
}

/** What people write has marks of Markdown: what was found is told without them. */
const wordsOf = rememberedOf(({ text }: Kept): string => proseWords(text));

/** The process as it is now: what may be read is asked of the present. */
function presentOf(app: App, { world }: V): OpenWorld {
  const current = app.worlds.current();
  const now = current.processes.get(world.process.id);
  return now?.process.kind === 'open' ? { ...now, process: now.process, people: current.people } : world;
}

async function showing(app: App, visit: V, saying: Kept, words: string): Promise<Shown> {
  const { world, lang } = visit;
  const named = nameSubject(world, saying.subject, lang);
  const text = saying.file ? await app.search.textOf(saying) : wordsOf(saying);
  const [, thread = ''] = /^thread:(H\d+)/.exec(saying.subject) ?? [];
  // Whoever finds a thread may read it, so its title is told, internal or not.
  const name = threadOf(world.forum, thread)?.title ?? named?.label ?? saying.title ?? saying.subject;
  const kind = pick(kindNames[saying.kind], lang);
  const title =
    saying.kind === 'file' && saying.title ? `${saying.title} · ${name}` : saying.kind === 'entry' ? `${kind}, ${saying.seq}` : name;
  const excerpt =
    text === ''
      ? saying.title && saying.kind !== 'file'
        ? excerptOf(app.search.terms, saying.title, words)
        : []
      : excerptOf(app.search.terms, text, words);
  return { saying, title, href: visit.href(saying.path ?? named?.path ?? `/bitacora/${saying.seq}`), excerpt };
}

function askedIn({ url, lang, world }: V): { readonly asked: Asked; readonly errors: readonly FormError[] } {
  const t = searchWords(lang);
  const errors: FormError[] = [];
  const of = (name: string): string | undefined => url.searchParams.get(name)?.trim() || undefined;
  const day = (name: string): string | undefined => {
    const typed = of(name);
    if (typed === undefined) return undefined;
    const read = parseIsoDate(typed, { es: name, en: name });
    if (read.ok) return read.value.toString();
    errors.push({ field: name, text: t.badDate });
    return undefined;
  };
  const asked = {
    words: (of('q') ?? '').slice(0, 200),
    ...known(
      'kind',
      sayingKinds.find((one) => one === of('tipo')),
    ),
    ...known('opl', world.process.opls.find((one) => one.id === of('opl'))?.id),
    ...known('organisation', of('organizacion')),
    ...known('from', day('desde')),
    ...known('to', day('hasta')),
  };
  if (url.searchParams.has('q') && asked.words === '') errors.push({ field: 'q', text: t.askFirst });
  return { asked, errors };
}
