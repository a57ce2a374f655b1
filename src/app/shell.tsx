import { longDate } from '../core/date-words.ts';
import { asId } from '../core/ids.ts';
import { pick } from '../core/words.ts';
import { officeMayDo } from '../domain/people/rights.ts';
import type { PeopleState } from '../domain/people/views.ts';
import type { OpenProcess } from '../domain/process/views.ts';
import { LinkButton } from '../ui/buttons.tsx';
import { Page } from '../ui/layout.tsx';
import { PageHead } from '../ui/parts.tsx';
import type { Raw } from '../web/server.ts';
import type { Answer, Visit } from '../web/visit.ts';
import { shellWords } from './shell-words.ts';

type PageAnswer = Extract<Answer, { kind: 'page' }>;
/** `live`: where the page follows the log from where it stands. */
export type ShellAssets = { readonly css: string; readonly script: string; readonly favicon: string; readonly live: string };

/** What stands around a page: the process it is about, if any, and what vouches for it. */
export type Frame = {
  readonly process: OpenProcess | undefined;
  readonly people: PeopleState;
  readonly position: number;
  /** Absent where the page never got as far as reading the log. */
  readonly root: string | undefined;
};

/** The whole page: navigation, the state asked for, who is signed in, and the foot with position and root. */
export function renderShell(raw: Raw, answer: PageAnswer, visit: Visit<unknown> | undefined, frame: Frame, assets: ShellAssets): string {
  const { lang, reader, url } = raw;
  const t = shellWords(lang);
  const { process, position, root } = frame;
  const home = process ? `/${process.id}/` : '/';
  // A page of the process keeps the past state asked for; one that belongs to no process leads to the process as it is today.
  const isOfProcess = visit !== undefined && visit.params.process === process?.id;
  const to = (path: string) => (isOfProcess ? visit.href(path) : process ? `/${process.id}${path}` : path);
  const item = (path: string, label: string, here: string) => ({ href: to(path), label, current: answer.here === here });
  const mayAdminister = reader.kind === 'signed-in' && officeMayDo(frame.people, asId(reader.by.office), 'administer').ok;
  const mayRecord = mayAdminister || (reader.kind === 'signed-in' && officeMayDo(frame.people, asId(reader.by.office), 'plan').ok);
  const groups = process
    ? [
        { items: [item('/', t.board, 'tablero'), ...(reader.kind === 'signed-in' ? [item('/resumen', t.digest, 'resumen')] : [])] },
        {
          title: t.followUp,
          items: [
            item('/prep', t.prep, 'prep'),
            item('/alertas', t.alerts, 'alertas'),
            item('/informes-mensuales', t.monthlyReports, 'informes-mensuales'),
            item('/simulacros', t.exercises, 'simulacros'),
            ...(reader.kind === 'signed-in' ? [item('/observaciones', t.observations, 'observaciones')] : []),
            { href: '/aprendizaje', label: t.learning, current: answer.here === 'aprendizaje' },
            item('/reprogramacion', t.replan, 'reprogramacion'),
            item('/sistemas', t.systems, 'sistemas'),
            item('/operacion', t.operation, 'operacion'),
          ],
        },
        {
          title: t.group,
          items: [
            item('/calendario', t.calendar, 'calendario'),
            item('/reuniones', t.meetings, 'reuniones'),
            item('/informes', t.reports, 'informes'),
            item('/compromisos', t.commitments, 'compromisos'),
            item('/foro', t.forum, 'foro'),
          ],
        },
        {
          title: t.trust,
          items: [
            item('/publico', t.portal, 'publico'),
            item('/bitacora', t.log, 'bitacora'),
            ...(reader.kind === 'signed-in' ? [item('/quien-supo', t.whoKnew, 'quien-supo')] : []),
          ],
        },
      ]
    : [{ items: [{ href: '/', label: t.processes, current: answer.here === 'procesos' }] }];
  const help = { title: t.help, items: [{ href: '/manual', label: t.manual, current: answer.here === 'manual' }] };
  const admin = {
    title: t.administration,
    items: [
      ...(mayAdminister ? [{ href: '/administracion', label: t.offices, current: answer.here === 'personas' }] : []),
      ...(mayAdminister ? [{ href: '/administracion/accesos', label: t.accesses, current: answer.here === 'accesos' }] : []),
      ...(mayAdminister ? [{ href: '/administracion/correo', label: t.mail, current: answer.here === 'correo' }] : []),
      { href: '/administracion/actos', label: t.acts, current: answer.here === 'actos' },
    ],
  };
  const user =
    reader.kind === 'anonymous'
      ? { signInHref: '/entrar' }
      : { label: pick(reader.officeName, lang), href: '/cuenta', signOut: { action: '/salir', csrf: reader.csrf } };
  const past = visit?.asOf;
  const asOfText =
    past && [past.day && t.asOf(longDate(past.day, lang)), past.known !== undefined && t.known(past.known)].filter(Boolean).join(', ');
  const other = lang === 'es' ? 'en' : 'es';
  return String(
    <Page
      lang={lang}
      title={answer.title}
      brand={{ name: 'Atalaya', href: home }}
      nav={{ groups: mayRecord ? [...groups, admin, help] : [...groups, help] }}
      {...(process ? { processName: pick(process.name, lang) } : {})}
      {...(asOfText ? { asOf: { text: asOfText, clearHref: without(url, ['al', 'conocido']) } } : {})}
      {...(process?.fictitious ? { notice: t.fictitious } : {})}
      user={user}
      {...(process ? { searchHref: to('/buscar') } : {})}
      languageLinks={[
        {
          lang: other,
          label: other === 'en' ? 'English' : 'Español',
          href: `/idioma?lang=${other}&volver=${encodeURIComponent(url.pathname + url.search)}`,
        },
      ]}
      {...(root === undefined || !process ? {} : { foot: { position, root, verifyHref: `/${process.id}/bitacora/verificar` } })}
      cssHref={assets.css}
      scriptHref={assets.script}
      faviconHref={assets.favicon}
      {...(past ? {} : { liveHref: assets.live })}
    >
      {answer.body}
    </Page>,
  );
}

function without(url: URL, names: readonly string[]): string {
  const next = new URL(url);
  for (const name of names) next.searchParams.delete(name);
  return next.pathname + next.search;
}

/** A page that says what is the matter and where to go from here. */
export const plainPage = (raw: Raw, title: string, text: string, status: 403 | 404 | 409 | 422): PageAnswer => ({
  kind: 'page',
  title,
  here: '',
  status,
  problem: text,
  body: (
    <>
      <PageHead title={title} />
      <p>{text}</p>
      <p>
        <LinkButton href="/">{shellWords(raw.lang).toStart}</LinkButton>
      </p>
    </>
  ),
});
