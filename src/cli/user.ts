import { peopleStream } from '../app/world.ts';
import { asId } from '../core/ids.ts';
import { pick } from '../core/words.ts';
import { assignOffice, type PeopleRefusal, registerPerson } from '../domain/people/decide.ts';
import { officeOf, officesOf } from '../domain/people/views.ts';
import { peopleRefusalText } from '../domain/people/words.ts';
import { identityRefusalText } from '../identity/words.ts';
import { type Command, type Exit, neededWord, Refusal, textOption } from './command.ts';
import { withApp } from './open.ts';

const installation = { office: 'atalaya' };

export const userCommand: Command = {
  name: 'user',
  usage: 'user add EMAIL --office OFFICE [--name NAME]',
  about: {
    es: 'Crea una cuenta, le asigna un cargo desde hoy y da el enlace para fijar su contraseña.',
    en: 'Makes an account, assigns it an office from today, and gives the link to set its password.',
  },
  options: { office: { type: 'string' }, name: { type: 'string' } },
  run: (call) => {
    if (call.words[0] !== 'add')
      throw new Refusal({ es: 'Use: atalaya user add CORREO --office CARGO.', en: 'Use: atalaya user add EMAIL --office OFFICE.' }, 2);
    const email = neededWord(call, 1, { es: 'el correo', en: 'the e-mail' });
    const asked = textOption(call, 'office');
    return withApp<Exit>(call, async (app) => {
      const { people } = app.worlds.current();
      const office = officeOf(people, asked ?? '');
      if (!office) {
        const known =
          officesOf(people)
            .map((one) => one.id)
            .join(', ') || '—';
        throw new Refusal(
          {
            es: `${asked === undefined ? 'Falta --office' : `No hay ningún cargo «${asked}»`}. Los que hay: ${known}.`,
            en: `${asked === undefined ? 'Missing --office' : `There is no office “${asked}”`}. There are: ${known}.`,
          },
          2,
        );
      }
      const made = await app.identity.createAccount({ email, name: textOption(call, 'name') ?? email });
      if (!made.ok) throw new Refusal(identityRefusalText(made.error));
      const { person, hash, setupLinkToken } = made.value;
      const on = Temporal.Now.plainDateISO('America/Mexico_City').toString();
      const act = { on, by: installation };
      const refused = (refusal: PeopleRefusal) => new Refusal(peopleRefusalText(refusal));
      const registered = registerPerson(people, { ...act, person, hash });
      if (!registered.ok) throw refused(registered.error);
      const known = { ...people, persons: new Map(people.persons).set(asId(person), hash) };
      const assigned = assignOffice(known, { ...act, office: office.id, person, from: on, capacity: 'titular' });
      if (!assigned.ok) throw refused(assigned.error);
      const position = await app.ledger.streamPosition(peopleStream);
      const appended = await app.ledger.append(peopleStream, position, [...registered.value, ...assigned.value]);
      if (!appended.ok)
        throw new Refusal({
          es: 'Alguien escribió al mismo tiempo. Repita la orden.',
          en: 'Somebody wrote at the same time. Repeat the command.',
        });
      const link = new URL(`/clave?token=${encodeURIComponent(setupLinkToken)}`, app.baseUrl);
      call.out(`${pick(office.name, call.lang)}: ${email}\n${link}`);
      call.note(call.lang === 'es' ? 'El enlace sirve una vez, durante 48 horas.' : 'The link works once, for 48 hours.');
      return 0;
    });
  },
};
