import { parseIsoDate } from '../../core/dates.ts';
import type { Act } from '../../core/event.ts';
import { asId, type OrganisationId, type PersonId } from '../../core/ids.ts';
import type { Result } from '../../core/result.ts';
import { pick } from '../../core/words.ts';
import type { FormError } from '../../ui/forms.tsx';
import type { Answer, Route, Visit } from '../../web/visit.ts';
import type { Accounts, Refused } from './accounts.ts';
import { admitPerson, createOffice, nobodyYet, type PeopleRefusal, registerOrganisation } from './decide.ts';
import { capacities, type NewPeopleEvent } from './events.ts';
import { peoplePageWords } from './page-words.ts';
import { AdminPage, MyOfficePage, SetPasswordPage, SetupPage } from './pages.tsx';
import { type PeopleWorld, type Seen, type SeenOf, signInRoutes } from './sign-in-routes.tsx';
import { officeOf, officesHeldBy, organisationOf, type PeopleState } from './views.ts';
import { peopleRefusalText } from './words.ts';

type V = Visit<PeopleWorld> & SeenOf;
const here = 'personas';

/** The office every installation begins with, so that the first account can make the others. */
const firstOffice = {
  organisation: {
    organisation: 'atalaya',
    acronym: 'Atalaya',
    kind: 'other' as const,
    name: { es: 'Instalación de Atalaya', en: 'Atalaya installation' },
  },
  office: {
    office: 'administracion',
    role: 'administrator' as const,
    organisation: 'atalaya',
    name: { es: 'Administración de Atalaya', en: 'Atalaya administrator' },
  },
};

/** The organisation and the office every installation begins with; nothing when they are there already. */
function openFirstOffice(people: PeopleState, act: Act): Result<readonly NewPeopleEvent[], PeopleRefusal> {
  if (officeOf(people, firstOffice.office.office)) return { ok: true, value: [] };
  const { organisation } = firstOffice.organisation;
  const id = asId<OrganisationId>(organisation);
  const registered: Result<readonly NewPeopleEvent[], PeopleRefusal> = organisationOf(people, organisation)
    ? { ok: true, value: [] }
    : registerOrganisation(people, { ...act, ...firstOffice.organisation });
  if (!registered.ok) return registered;
  const organisations = new Map(people.organisations).set(id, { id, ...firstOffice.organisation });
  const office = createOffice({ ...people, organisations }, { ...act, ...firstOffice.office });
  return office.ok ? { ok: true, value: [...registered.value, ...office.value] } : office;
}

export function peopleRoutes(accounts: Accounts, seen: Seen): readonly Route<PeopleWorld>[] {
  const filled = (visit: V, errors: readonly FormError[]) => {
    const token = visit.reader.kind === 'signed-in' ? { token: visit.reader.csrf, setCookie: [] } : accounts.formToken(visit.cookie);
    return { props: { lang: visit.lang, csrf: token.token, form: visit.form, errors }, setCookie: token.setCookie };
  };
  const errorsOf = (visit: V, refused: Refused): readonly FormError[] => [
    { text: pick(refused.text, visit.lang), ...(refused.field === undefined ? {} : { field: refused.field }) },
  ];
  const page = (
    title: string,
    body: Extract<Answer, { kind: 'page' }>['body'],
    setCookie: readonly string[],
    status: 200 | 409 | 422 | 429 = 200,
  ): Answer => ({
    kind: 'page',
    title,
    here,
    body,
    status,
    setCookie,
  });

  const setupPage = (visit: V, token: string, errors: readonly FormError[] = [], status: 200 | 409 | 422 | 429 = 200): Answer => {
    const { props, setCookie } = filled(visit, errors);
    return page(peoplePageWords(visit.lang).setup, <SetupPage {...props} token={token} />, setCookie, status);
  };

  const adminPage = async (
    visit: V,
    errors: readonly FormError[] = [],
    status: 200 | 409 | 422 | 429 = 200,
    link?: string,
  ): Promise<Answer> => {
    const { props, setCookie } = filled(visit, errors);
    const names = new Map<string, string>();
    for (const one of visit.world.people.assignments) {
      const name = await accounts.nameOf(one.person);
      if (name !== undefined) names.set(one.person, name);
    }
    const extra = link === undefined ? {} : { link };
    const body = <AdminPage {...props} {...extra} people={visit.world.people} today={visit.today} names={names} />;
    return page(peoplePageWords(visit.lang).administration, body, setCookie, status);
  };

  /** Registers the person and gives them the office, in one append. */
  const assign = (
    visit: V,
    who: { person: PersonId; hash: string },
    to: { office: string; from: string; capacity: (typeof capacities)[number] },
    by?: { office: string; person: PersonId },
  ) =>
    visit.execute<PeopleRefusal>(({ people }, actor) =>
      admitPerson(people, { on: visit.today, by: by ?? actor, person: who.person, hash: who.hash, ...to }),
    );

  const handle = (answer: (visit: V) => Answer | Promise<Answer>) => (visit: Visit<PeopleWorld>) => answer({ ...visit, ...seen(visit) });

  return [
    ...signInRoutes(accounts, seen),
    {
      method: 'GET',
      path: '/puesta-en-marcha',
      may: 'anyone',
      answer: handle((visit) => setupPage(visit, visit.url.searchParams.get('token') ?? '')),
    },
    {
      method: 'POST',
      path: '/puesta-en-marcha',
      may: 'anyone',
      answer: handle(async (visit) => {
        const { form, today } = visit;
        const token = form.get('token') ?? '';
        const email = form.get('correo') ?? '';
        const password = form.get('clave') ?? '';
        const vacant = openFirstOffice(visit.world.people, { on: today, by: { office: firstOffice.office.office } });
        if (!vacant.ok) return setupPage(visit, token, [{ text: pick(peopleRefusalText(vacant.error), visit.lang) }], 409);
        const made = await accounts.createFirstAccount({ name: form.get('nombre') ?? '', email, token, password });
        if (!made.ok) return setupPage(visit, token, errorsOf(visit, made.error), made.error.status);
        const by = { office: firstOffice.office.office, person: made.value.person };
        const opened = await visit.execute<PeopleRefusal>(({ people }) => openFirstOffice(people, { on: today, by }));
        const done = opened.ok ? await assign(visit, made.value, { office: by.office, from: today, capacity: 'titular' }, by) : opened;
        if (!done.ok) throw new Error(`the first account was made and its office was not: ${done.error.kind}`);
        const entered = await accounts.signIn({ email, password, address: visit.address, agent: visit.agent });
        return { kind: 'redirect', to: '/administracion', setCookie: entered.ok ? entered.value.setCookie : [] };
      }),
    },
    {
      method: 'GET',
      path: '/clave',
      may: 'anyone',
      answer: handle((visit) => {
        const { props, setCookie } = filled(visit, []);
        const token = visit.url.searchParams.get('token') ?? '';
        return page(peoplePageWords(visit.lang).setPassword, <SetPasswordPage {...props} token={token} />, setCookie);
      }),
    },
    {
      method: 'POST',
      path: '/clave',
      may: 'anyone',
      answer: handle(async (visit) => {
        const token = visit.form.get('token') ?? '';
        const set = await accounts.setPassword(token, visit.form.get('clave') ?? '');
        if (set.ok) return { kind: 'redirect', to: '/entrar?lista' };
        const { props, setCookie } = filled(visit, errorsOf(visit, set.error));
        return page(peoplePageWords(visit.lang).setPassword, <SetPasswordPage {...props} token={token} />, setCookie, set.error.status);
      }),
    },
    {
      method: 'GET',
      path: '/cargo',
      may: 'anyone',
      answer: handle((visit) => {
        const { reader, world, today, lang } = visit;
        if (reader.kind === 'anonymous') return { kind: 'redirect', to: '/entrar' };
        const own = officeOf(world.people, reader.by.office);
        const held = reader.demo ? (own ? [{ office: own }] : []) : officesHeldBy(world.people, asId(reader.by.person ?? ''), today);
        const body = <MyOfficePage lang={lang} csrf={reader.csrf} held={held} acting={reader.by.office} />;
        return page(peoplePageWords(lang).myOffice, body, []);
      }),
    },
    {
      method: 'POST',
      path: '/cargo',
      may: 'anyone',
      answer: handle(async (visit) => {
        const { reader, world, today, form, cookie } = visit;
        const held = reader.kind === 'signed-in' && !reader.demo ? officesHeldBy(world.people, asId(reader.by.person ?? ''), today) : [];
        const chosen = held.find(({ office }) => office.id === form.get('cargo'));
        if (!chosen) return { kind: 'redirect', to: '/cargo' };
        const done = await accounts.chooseOffice(cookie, chosen.office.id);
        return { kind: 'redirect', to: done.ok ? '/' : '/entrar' };
      }),
    },
    { method: 'GET', path: '/administracion', may: { right: 'administer' }, answer: handle((visit) => adminPage(visit)) },
    {
      method: 'POST',
      path: '/administracion/cuentas',
      may: { right: 'administer' },
      answer: handle(async (visit) => {
        const { form, lang, world } = visit;
        const t = peoplePageWords(lang);
        const errors: FormError[] = [];
        const office = officeOf(world.people, form.get('cargo') ?? '');
        if (!office) errors.push({ field: 'cargo', text: t.office });
        const capacity = capacities.find((one) => one === form.get('calidad'));
        if (!capacity) errors.push({ field: 'calidad', text: t.capacity });
        const from = parseIsoDate(form.get('desde') ?? '', { es: peoplePageWords('es').from, en: peoplePageWords('en').from });
        if (!from.ok) errors.push({ field: 'desde', text: pick(from.error.message, lang) });
        if (!office || !capacity || !from.ok) return adminPage(visit, errors, 422);
        const to = { office: office.id, from: from.value.toString(), capacity };
        // Asked before the account is made, so that a refusal leaves no account without an office.
        const possible = admitPerson(world.people, { on: visit.today, by: { office: office.id }, ...nobodyYet, ...to });
        if (!possible.ok) return adminPage(visit, [{ text: pick(peopleRefusalText(possible.error), lang) }], 409);
        const made = await accounts.createAccount({ name: form.get('nombre') ?? '', email: form.get('correo') ?? '' });
        if (!made.ok) return adminPage(visit, errorsOf(visit, made.error), made.error.status);
        const done = await assign(visit, made.value, to);
        if (!done.ok) {
          const text = done.error.kind === 'conflict' ? t.changed : pick(peopleRefusalText(done.error), lang);
          return adminPage(visit, [{ text }], 409);
        }
        return adminPage(visit, [], 200, accounts.addressOf(`/clave?token=${encodeURIComponent(made.value.setupLinkToken)}`));
      }),
    },
  ];
}
