import { eraseFromEverywhere } from '../app/account/erase.ts';
import { peopleStream } from '../app/world.ts';
import { pick } from '../core/words.ts';
import { admitPerson, nobodyYet } from '../domain/people/decide.ts';
import { erasureGrounds } from '../domain/people/events.ts';
import { officeOf, officesOf } from '../domain/people/views.ts';
import { peopleRefusalText } from '../domain/people/words.ts';
import { identityRefusalText } from '../identity/words.ts';
import { execute } from '../ledger/execute.ts';
import { type Call, type Command, type Exit, neededWord, Refusal, textOption } from './command.ts';
import { needLedger, withApp } from './open.ts';

const installation = { office: 'atalaya' };

export const userCommand: Command = {
  name: 'user',
  usage: 'user add EMAIL --office OFFICE [--name NAME] | user erase EMAIL [--ground request|no-longer-needed]',
  about: {
    es: 'Crea una cuenta con un cargo desde hoy y da el enlace para fijar su contraseña; o borra para siempre los datos de una persona.',
    en: 'Makes an account with an office from today and gives the link to set its password; or erases a person’s data for ever.',
  },
  options: { office: { type: 'string' }, name: { type: 'string' }, ground: { type: 'string' } },
  run: (call) => {
    if (call.words[0] === 'erase') return erase(call);
    if (call.words[0] !== 'add')
      throw new Refusal(
        {
          es: 'Use: atalaya user add CORREO --office CARGO, o user erase CORREO.',
          en: 'Use: atalaya user add EMAIL --office OFFICE, or user erase EMAIL.',
        },
        2,
      );
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
      const on = Temporal.Now.plainDateISO('America/Mexico_City').toString();
      const to = { on, by: installation, office: office.id, from: on, capacity: 'titular' as const };
      // Asked before the account is made, so that a refusal leaves no account without an office.
      const possible = admitPerson(people, { ...to, ...nobodyYet });
      if (!possible.ok) throw new Refusal(peopleRefusalText(possible.error));
      const made = await app.identity.createAccount({ email, name: textOption(call, 'name') ?? email });
      if (!made.ok) throw new Refusal(identityRefusalText(made.error));
      const { person, hash, setupLinkToken } = made.value;
      const look = async () => {
        const world = await app.worlds.catchUp();
        return { state: world.people, position: await app.ledger.streamPosition(peopleStream) };
      };
      const done = await execute(app.ledger, peopleStream, look, (state) => admitPerson(state, { ...to, person, hash }));
      if (!done.ok) throw new Error(`the account was made and its office was not: ${done.error.kind}`);
      const link = new URL(`/clave?token=${encodeURIComponent(setupLinkToken)}`, app.baseUrl);
      call.out(`${pick(office.name, call.lang)}: ${email}\n${link}`);
      call.note(call.lang === 'es' ? 'El enlace sirve una vez, durante 48 horas.' : 'The link works once, for 48 hours.');
      return 0;
    });
  },
};

function erase(call: Call): Promise<Exit> {
  const email = neededWord(call, 1, { es: 'el correo', en: 'the e-mail' });
  const ground = erasureGrounds.find((one) => one === (textOption(call, 'ground') ?? 'request'));
  if (!ground)
    throw new Refusal({ es: `--ground es ${erasureGrounds.join(' o ')}.`, en: `--ground is ${erasureGrounds.join(' or ')}.` }, 2);
  needLedger(call);
  return withApp<Exit>(call, async (app) => {
    const person = await app.identity.personOf(email);
    if (person === undefined)
      throw new Refusal({
        es: `Nadie tiene el correo «${email}»: no hay nada que borrar.`,
        en: `Nobody has the e-mail “${email}”: there is nothing to erase.`,
      });
    const on = Temporal.Now.plainDateISO('America/Mexico_City').toString();
    const erased = await eraseFromEverywhere(app, { on, by: installation, person, ground });
    if (!erased.ok)
      throw new Refusal(
        erased.error.kind === 'conflict'
          ? {
              es: 'Alguien registró algo al mismo tiempo. Repita la orden.',
              en: 'Somebody recorded something at the same time. Repeat the command.',
            }
          : peopleRefusalText(erased.error),
      );
    call.out(pick({ es: `Borrados los datos personales de ${person}.`, en: `Erased the personal data of ${person}.` }, call.lang));
    call.note(
      pick(
        {
          es: 'Los respaldos anteriores aún los contienen: consérvelos solo el tiempo que diga su plazo, y al restaurar uno repita esta orden.',
          en: 'Earlier backups still hold them: keep those only as long as their term says, and repeat this command after restoring one.',
        },
        call.lang,
      ),
    );
    return 0;
  });
}
