import { asId } from '../core/ids.ts';
import type { Answer, Route, Visit } from '../web/visit.ts';
import type { App } from './app.ts';
import { digestOf } from './digest.ts';
import { choices, readChoice, writeChoice } from './mail-choice.ts';
import { DigestPage, MessagePage, OutboxPage, outboxPath } from './mail-pages.tsx';
import { digestWords, outboxWords } from './mail-words.ts';
import type { OpenWorld } from './site.tsx';
import type { World } from './world.ts';

const unknown = { es: outboxWords('es').unknown, en: outboxWords('en').unknown };
const may = { right: 'administer' } as const;

/** The outbox, for the administrator. */
export function outboxRoutes(app: App): readonly Route<World>[] {
  const nameOf = async (person: string, lang: 'es' | 'en') =>
    (await app.identity.personalData(asId(person)))?.name ?? outboxWords(lang).erased;

  const list = async (visit: Visit<World>): Promise<Answer> => {
    const before = Number(visit.url.searchParams.get('antes') ?? Number.NaN);
    const messages = await app.mail.list(Number.isInteger(before) && before > 0 ? { before } : {});
    const names = new Map<string, string>();
    for (const person of new Set(messages.map((one) => one.person))) names.set(person, await nameOf(person, visit.lang));
    const body = (
      <OutboxPage visit={visit} messages={messages} nameOf={(person) => names.get(person) ?? person} hasServer={app.mail.hasServer} />
    );
    return { kind: 'page', title: outboxWords(visit.lang).title, here: 'correo', body };
  };

  const idOf = (visit: Visit<World>): number => Number(visit.params.message);

  return [
    { method: 'GET', path: outboxPath, may, answer: list },
    {
      method: 'GET',
      path: `${outboxPath}/:message{\\d{1,12}}`,
      may,
      answer: async (visit) => {
        const message = await app.mail.get(idOf(visit));
        if (!message) return { kind: 'not-found', what: unknown };
        const body = <MessagePage visit={visit} message={message} name={await nameOf(message.person, visit.lang)} />;
        return { kind: 'page', title: message.subject, here: 'correo', body };
      },
    },
    {
      method: 'POST',
      path: `${outboxPath}/:message{\\d{1,12}}/reintentar`,
      may,
      answer: async (visit) =>
        (await app.mail.retry(idOf(visit)))
          ? { kind: 'redirect', to: `${outboxPath}/${idOf(visit)}` }
          : { kind: 'not-found', what: unknown },
    },
  ];
}

/** What waits for the reader's office, and their choice of being told by mail. */
export function digestRoutes(app: App): readonly Route<OpenWorld>[] {
  const show = async (visit: Visit<OpenWorld>, wrong = false): Promise<Answer> => {
    const { reader, lang, world, day } = visit;
    const t = digestWords(lang);
    const by = reader.kind === 'signed-in' ? reader.by : { office: '' };
    const sections = digestOf(world, { office: by.office, person: by.person ?? '' }, day, lang);
    const kept = (await app.mail.preferences()).get(by.person ?? '');
    const choice = readChoice(kept);
    const errors = wrong ? { errors: [{ field: 'frecuencia', text: t.badChoice }] } : {};
    const body = <DigestPage visit={visit} sections={sections} choice={choice} {...errors} />;
    return { kind: 'page', title: t.page, here: 'resumen', status: wrong ? 422 : 200, body };
  };
  return [
    { method: 'GET', path: '/:process/resumen', may: 'signed-in', answer: (visit) => show(visit) },
    {
      method: 'POST',
      path: '/:process/resumen',
      may: 'signed-in',
      answer: async (visit) => {
        const choice = choices.find((one) => one === visit.form.get('frecuencia'));
        const { reader } = visit;
        if (!choice || reader.kind !== 'signed-in' || reader.demo || reader.by.person === undefined) return show(visit, true);
        await app.mail.setPreference(reader.by.person, writeChoice({ digest: choice, now: visit.form.get('enseguida') === 'si' }));
        return { kind: 'redirect', to: `${visit.href('/resumen')}${visit.href('/resumen').includes('?') ? '&' : '?'}guardado` };
      },
    },
  ];
}
