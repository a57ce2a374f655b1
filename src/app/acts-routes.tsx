import { type Bilingual, catalogue, pick } from '../core/words.ts';
import { Submit } from '../ui/buttons.tsx';
import { ErrorSummary, Form, TextArea } from '../ui/forms.tsx';
import { Notice, PageHead } from '../ui/parts.tsx';
import type { Answer, Route, Visit } from '../web/visit.ts';
import { acts } from './acts.ts';
import { decideActs, readActs } from './acts-file.ts';
import type { App } from './app.ts';
import { appendActs } from './example.ts';
import type { World } from './world.ts';

const words = catalogue({
  title: { es: 'Registrar actos', en: 'Record acts' },
  meta: {
    es: 'Abre un proceso, fija o mueve su jornada, adopta su plan y registra lo que ocurrió, con fecha y fuente.',
    en: 'Opens a process, sets or moves its election day, adopts its plan and records what happened, with date and source.',
  },
  file: { es: 'Actos (YAML)', en: 'Acts (YAML)' },
  hint: {
    es: 'La forma es la de los ejemplos (examples/pel-2019-2020.yaml). Se registran todos o ninguno, a nombre de su cargo.',
    en: 'The form is that of the examples (examples/pel-2019-2020.yaml). All are recorded or none, in the name of your office.',
  },
  verbs: { es: 'Verbos', en: 'Verbs' },
  button: { es: 'Registrar actos', en: 'Record acts' },
  done: { es: (n: number) => `Se registraron ${n} eventos.`, en: (n: number) => `${n} events were recorded.` },
});

/** The form in which an administrator or the secretariat records acts that have no page of their own yet. */
export function actsRoutes(app: App): readonly Route<World>[] {
  const page = (visit: Visit<World>, refused?: Bilingual, recorded?: number): Answer => {
    const { lang, reader, form } = visit;
    const t = words(lang);
    const body = (
      <>
        <PageHead title={t.title} meta={t.meta} />
        {recorded !== undefined && <Notice kind="done">{t.done(recorded)}</Notice>}
        <ErrorSummary lang={lang} errors={refused ? [{ field: 'actos', text: pick(refused, lang) }] : []} />
        <Form action="/administracion/actos" csrf={reader.kind === 'signed-in' ? reader.csrf : ''}>
          <TextArea
            lang={lang}
            name="actos"
            label={t.file}
            hint={t.hint}
            rows={24}
            value={recorded === undefined ? form.get('actos') : ''}
          />
          <Submit kind="primary">{t.button}</Submit>
        </Form>
        <p class="small">
          {t.verbs}: {Object.keys(acts).join(', ')}.
        </p>
      </>
    );
    return { kind: 'page', title: t.title, here: 'actos', body, status: refused ? 422 : 200 };
  };

  const record = async (visit: Visit<World>): Promise<Answer> => {
    const { reader, form, today, world, may } = visit;
    const read = readActs(form.get('actos') ?? '');
    if (!read.ok) return page(visit, read.error);
    const { process: id } = read.value;
    const expected = await app.ledger.streamPosition(id);
    const by = reader.kind === 'signed-in' ? reader.by : { office: 'nadie' };
    const state = { process: await app.worlds.fresh(id), people: world.people, by, today, may };
    const decided = decideActs(read.value, state, { norms: await app.norms() });
    if (!decided.ok) return page(visit, decided.error);
    const done = await appendActs(app.ledger, id, decided.value, expected);
    await app.worlds.catchUp();
    return done.ok ? page(visit, undefined, done.value) : page(visit, done.error);
  };

  // Whoever may do any of this may come this far; each act then asks for its own right.
  const may = { anyOf: ['administer', 'plan', 'convene', 'report-progress'] } as const;
  return [
    { method: 'GET', path: '/administracion/actos', may, answer: (visit) => page(visit) },
    { method: 'POST', path: '/administracion/actos', may, answer: record },
  ];
}
