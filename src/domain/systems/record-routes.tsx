import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { known, type Read, readForm } from '../../web/read-form.ts';
import type { Answer, Route } from '../../web/visit.ts';
import { amendSystem, declareDependency, recordRelease, registerSystem, withdrawDependency } from './decide.ts';
import { type Description, environments } from './events.ts';
import { type SystemsWorld, systemHref, type V } from './list-page.tsx';
import { systemsPageWords } from './page-words.ts';
import { RecordPage } from './record-page.tsx';
import { findOwn, here, record, reporting } from './shared-routes.tsx';
import type { System } from './views.ts';
import { systemsWords } from './words.ts';

type Status = 200 | 409 | 422;

function form(visit: V, system?: System, errors: readonly FormError[] = [], status: Status = 200): Answer {
  const { lang, reader } = visit;
  const csrf = reader.kind === 'signed-in' ? reader.csrf : '';
  const title = system ? pick(system.description.name, lang) : systemsWords(lang).register;
  const body = <RecordPage visit={visit} errors={errors} csrf={csrf} {...(system ? { system } : {})} />;
  return { kind: 'page', title, here, status, body };
}

/** The row as typed. What the form does not ask for (environments, further sources) stays as it was. */
function descriptionOf(read: Read, before?: Description): Description {
  const both = (text: string) => ({ es: text, en: text });
  const kept = (text: string | undefined, was: Description['name'] | undefined) =>
    text === undefined ? undefined : was && text === was.es ? was : both(text);
  const list = (field: string) => (read.list(field).length > 0 ? read.list(field) : undefined);
  const name = read.text('f-nombre');
  const source = read.text('f-fuente');
  const [first, ...others] = before?.sources ?? [];
  const stated =
    first && first.text === source ? first : { about: 'existence' as const, text: source, confirmation: 'to-confirm' as const };
  return {
    name: kept(name, before?.name) ?? both(name),
    ...known('acronym', before?.acronym),
    ...known('purpose', kept(read.optional('f-proposito'), before?.purpose)),
    ...known('owner', read.optional('f-responsable')),
    ...known('userAreas', list('f-usuarias')),
    ...known('developer', read.optional('f-desarrolla')),
    ...known('entities', list('f-entidades')),
    ...known('environments', before?.environments),
    ...known('url', read.url('f-direccion')),
    ...known('supportDesk', read.optional('f-mesa')),
    ...known('predecessor', read.optional('f-sustituye')),
    ...known('reporters', list('f-reportan')),
    sources: [stated, ...others],
  };
}

function register(visit: V): Answer | Promise<Answer> {
  const read = readForm(visit);
  const system = read.id('f-clave');
  const description = descriptionOf(read);
  if (read.errors.length > 0) return form(visit, undefined, read.errors, 422);
  return record(visit, (context, by) => registerSystem(context, { on: visit.today, by, system, ...description }), {
    to: systemHref(visit, system),
    refused: (errors) => form(visit, undefined, errors, 409),
  });
}

function amend(visit: V, system: System): Answer | Promise<Answer> {
  const read = readForm(visit);
  const description = descriptionOf(read, system.description);
  const reason = read.text('f-motivo');
  if (read.errors.length > 0) return form(visit, system, read.errors, 422);
  return record(visit, (context, by) => amendSystem(context, { on: visit.today, by, system: system.id, reason, ...description }), {
    to: systemHref(visit, system.id),
    refused: (errors) => form(visit, system, errors, 409),
  });
}

function release(visit: V, system: System): Answer | Promise<Answer> {
  const t = systemsPageWords(visit.lang);
  const read = readForm(visit);
  const version = read.text('l-version');
  const releasedOn = read.pastDate('l-fecha', t.date);
  const environment = read.oneOf('l-ambiente', environments, t.chooseEnvironment);
  if (!environment || read.errors.length > 0) return form(visit, system, read.errors, 422);
  const data = { system: system.id, version, releasedOn, environment, ...known('note', read.optional('l-nota')) };
  return record(visit, (context, by) => recordRelease(context, { on: releasedOn, by, ...data }), {
    to: systemHref(visit, system.id),
    refused: (errors) => form(visit, system, errors, 409),
  });
}

function depend(visit: V, system: System): Answer | Promise<Answer> {
  const t = systemsPageWords(visit.lang);
  const read = readForm(visit);
  const [kind, target = ''] = read.raw('d-de').split(':');
  const withdraws = read.raw('hacer') === 'retirar';
  if (kind !== 'activity' && kind !== 'system') read.wrong('d-de', t.chooseDependency);
  const reason = withdraws ? read.text('d-motivo') : '';
  if ((kind !== 'activity' && kind !== 'system') || read.errors.length > 0) return form(visit, system, read.errors, 422);
  const of = { on: visit.today, system: system.id, kind, target } as const;
  return record(
    visit,
    (context, by) => (withdraws ? withdrawDependency(context, { ...of, by, reason }) : declareDependency(context, { ...of, by })),
    { to: systemHref(visit, system.id), refused: (errors) => form(visit, system, errors, 409) },
  );
}

const ofSystem = '/:process/sistemas/:system';
export const recordRoutes: readonly Route<SystemsWorld>[] = [
  { method: 'GET', path: '/:process/registrar-sistema', may: { right: 'report-systems' }, answer: (visit) => form(visit) },
  { method: 'POST', path: '/:process/registrar-sistema', may: { right: 'report-systems' }, answer: register },
  { method: 'GET', path: `${ofSystem}/ficha`, may: reporting, answer: (visit) => findOwn(visit, ({ system }) => form(visit, system)) },
  { method: 'POST', path: `${ofSystem}/ficha`, may: reporting, answer: (visit) => findOwn(visit, ({ system }) => amend(visit, system)) },
  {
    method: 'POST',
    path: `${ofSystem}/liberaciones`,
    may: reporting,
    answer: (visit) => findOwn(visit, ({ system }) => release(visit, system)),
  },
  {
    method: 'POST',
    path: `${ofSystem}/dependencias`,
    may: reporting,
    answer: (visit) => findOwn(visit, ({ system }) => depend(visit, system)),
  },
];
