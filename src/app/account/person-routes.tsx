import { parseIsoDate } from '../../core/dates.ts';
import { asId, type PersonId } from '../../core/ids.ts';
import { pick } from '../../core/words.ts';
import { assignOffice, endAssignment, type PeopleRefusal } from '../../domain/people/decide.ts';
import { capacities, erasureGrounds } from '../../domain/people/events.ts';
import type { Seen, SeenOf } from '../../domain/people/sign-in-routes.tsx';
import { officeOf } from '../../domain/people/views.ts';
import { peopleRefusalText } from '../../domain/people/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import { PageHead, Stack } from '../../ui/parts.tsx';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import type { App } from '../app.ts';
import { homeZone } from '../today.ts';
import type { World } from '../world.ts';
import { AccessRecord } from './access-table.tsx';
import { accountWords } from './account-words.ts';
import { eraseFromEverywhere } from './erase.ts';
import { namesOf } from './names.ts';
import { assignmentKey, PersonPage } from './person-pages.tsx';
import { recordFile } from './record-file.ts';
import { refused } from './refused.ts';

type V = Visit<World> & SeenOf;
type Status = 200 | 409 | 422 | 429;
const may = { right: 'administer' } as const;
const base = '/administracion/personas/:person';
const most = 200;

/** Persons and the record of sign-ins, for an administrator. */
export function personRoutes(app: App, seen: Seen): readonly Route<World>[] {
  const { identity } = app;
  const unknown = { es: accountWords('es').unknown, en: accountWords('en').unknown };
  const personOf = (visit: V): PersonId => asId<PersonId>(visit.params.person ?? '');
  const administrator = ({ reader }: V): PersonId => asId<PersonId>(reader.kind === 'signed-in' ? (reader.by.person ?? '') : '');

  const show = async (visit: V, errors: readonly FormError[] = [], status: Status = 200, link?: string): Promise<Answer> => {
    const { lang, reader, form, world, today } = visit;
    const person = personOf(visit);
    if (!world.people.persons.has(person)) return { kind: 'not-found', what: unknown };
    const events = await identity.accessEvents({ person, most: 30 });
    const nameOf = await namesOf(app, lang, events, [person]);
    const given = {
      ...{ lang, form, errors, person, today, events, nameOf, people: world.people, zone: homeZone, days: identity.accessDays },
      csrf: reader.kind === 'signed-in' ? reader.csrf : '',
      name: nameOf(person),
      assignments: world.people.assignments.filter((one) => one.person === person),
      sessions: await identity.sessionsOf(person),
      ...(link === undefined ? {} : { link }),
    };
    return { kind: 'page', title: given.name, here: 'personas', body: <PersonPage {...given} />, status };
  };
  const done = (visit: V): Answer => ({ kind: 'redirect', to: `/administracion/personas/${personOf(visit)}` });
  const afterDeciding = (visit: V, decided: Awaited<ReturnType<typeof visit.execute<PeopleRefusal>>>) => {
    if (decided.ok) return done(visit);
    const t = accountWords(visit.lang);
    const text = decided.error.kind === 'conflict' ? t.changed : pick(peopleRefusalText(decided.error), visit.lang);
    return show(visit, [{ text }], 409);
  };
  const dayOf = (visit: V, field: string, label: 'from' | 'to') => {
    const read = parseIsoDate(visit.form.get(field) ?? '', { es: accountWords('es')[label], en: accountWords('en')[label] });
    return read.ok
      ? { day: read.value.toString(), errors: [] }
      : { day: '', errors: [{ field, text: pick(read.error.message, visit.lang) }] };
  };

  const post = (path: string, answer: (visit: V) => Promise<Answer>): Route<World> => ({
    method: 'POST',
    path,
    may,
    answer: (visit) => answer({ ...visit, ...seen(visit) }),
  });

  return [
    { method: 'GET', path: base, may, answer: (visit) => show({ ...visit, ...seen(visit) }) },
    post(`${base}/cargos/asignar`, async (visit) => {
      const { form, world, lang, today } = visit;
      const t = accountWords(lang);
      const office = officeOf(world.people, form.get('cargo') ?? '');
      const capacity = capacities.find((one) => one === form.get('calidad'));
      const from = dayOf(visit, 'desde', 'from');
      const to = form.get('hasta') ? dayOf(visit, 'hasta', 'to') : undefined;
      const errors = [
        ...(office ? [] : [{ field: 'cargo', text: t.choose }]),
        ...(capacity ? [] : [{ field: 'calidad', text: t.choose }]),
        ...from.errors,
        ...(to?.errors ?? []),
      ];
      if (!office || !capacity || errors.length > 0) return show(visit, errors, 422);
      const period = { from: from.day, ...(to === undefined ? {} : { to: to.day }) };
      const said = { office: office.id, person: personOf(visit), capacity, ...period };
      return afterDeciding(visit, await visit.execute<PeopleRefusal>(({ people }, by) => assignOffice(people, { on: today, by, ...said })));
    }),
    post(`${base}/cargos/terminar`, async (visit) => {
      const { form, world, lang, today } = visit;
      const t = accountWords(lang);
      const person = personOf(visit);
      const held = world.people.assignments.find((one) => one.person === person && assignmentKey(one) === form.get('asignacion'));
      const last = dayOf(visit, 'ultimo', 'to');
      const reason = form.get('motivo') ?? '';
      const errors = [
        ...(held ? [] : [{ field: 'asignacion', text: t.choose }]),
        ...last.errors,
        ...(reason === '' ? [{ field: 'motivo', text: t.reasonMissing }] : []),
      ];
      if (!held || errors.length > 0) return show(visit, errors, 422);
      const said = { office: held.office, person, from: held.from, lastDay: last.day, reason };
      return afterDeciding(
        visit,
        await visit.execute<PeopleRefusal>(({ people }, by) => endAssignment(people, { on: today, by, ...said })),
      );
    }),
    post(`${base}/sesiones/terminar`, async (visit) => {
      await identity.endSessionsOf(personOf(visit), administrator(visit), visit.form.get('sesion') ?? '', visit);
      return done(visit);
    }),
    post(`${base}/recuperar`, async (visit) => {
      const { form, lang } = visit;
      const how = { by: administrator(visit), witnessed: form.get('fe') ?? '', withoutFactors: form.get('factores') === 'si', from: visit };
      const opened = await identity.openRecovery(personOf(visit), how);
      if (opened.ok) return show(visit, [], 200, new URL(`/clave?token=${encodeURIComponent(opened.value)}`, app.baseUrl).toString());
      const { text, status } = refused(opened.error);
      return show(visit, [{ text: pick(text, lang), ...(opened.error.kind === 'reason-missing' ? { field: 'fe' } : {}) }], status);
    }),
    post(`${base}/borrar-datos`, async (visit) => {
      const { form, lang, today, reader } = visit;
      const t = accountWords(lang);
      const ground = erasureGrounds.find((one) => one === form.get('fundamento'));
      const errors = [
        ...(ground ? [] : [{ field: 'fundamento', text: t.choose }]),
        ...(form.get('para-siempre') === 'si' ? [] : [{ field: 'para-siempre', text: t.eraseConfirm }]),
      ];
      if (!ground || errors.length > 0 || reader.kind !== 'signed-in') return show(visit, errors, 422);
      const erased = await eraseFromEverywhere(app, { on: today, by: reader.by, person: personOf(visit), ground });
      if (erased.ok) return done(visit);
      const text = erased.error.kind === 'conflict' ? t.changed : pick(peopleRefusalText(erased.error), lang);
      return show(visit, [{ text }], 409);
    }),
    {
      method: 'GET',
      path: '/administracion/accesos',
      may,
      answer: async ({ lang }) => {
        const t = accountWords(lang);
        const events = await identity.accessEvents({ most });
        const nameOf = await namesOf(app, lang, events);
        const given = { lang, events, nameOf, zone: homeZone, days: identity.accessDays, withWho: true };
        const body = (
          <>
            <PageHead title={t.record} meta={t.recordNote(identity.accessDays)} />
            <Stack>
              <AccessRecord {...given} downloads={(end) => `/administracion/accesos.${end}`} />
            </Stack>
          </>
        );
        return { kind: 'page', title: t.record, here: 'accesos', body };
      },
    },
    ...(['csv', 'xlsx'] as const).map((end) => ({
      method: 'GET' as const,
      path: `/administracion/accesos.${end}`,
      may,
      answer: ({ lang, today }: Visit<World>) => recordFile(app, end, lang, today),
    })),
  ];
}
