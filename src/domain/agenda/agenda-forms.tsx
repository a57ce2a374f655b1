import { Submit } from '../../ui/buttons.tsx';
import { Checkbox, errorOf, Field, Form } from '../../ui/forms.tsx';
import { Panel } from '../../ui/parts.tsx';
import type { Proposal } from '../cycle/propose.ts';
import { agendaWords } from './page-words.ts';
import { PointFields } from './point-page.tsx';
import { csrfOf, type Props } from './shared-page.tsx';
import type { Agenda } from './views.ts';

export function ConveneForm({ visit, row, agenda, errors = [] }: Props & { readonly agenda: Agenda }) {
  const { lang, form } = visit;
  const t = agendaWords(lang);
  const last = agenda.convocations.at(-1);
  const again = last !== undefined;
  const { date, time, place } = row.appointment;
  const isSame = last && !agenda.amended && last.date === date && last.time === time && last.place === place;
  if (isSame) return null;
  return (
    <Panel id="convocar" title={again ? t.conveneAgain : t.convene} weight="minor">
      <p class="small">{t.conveneHint}</p>
      <Form action={visit.href(`/reuniones/${row.number}/orden/convocar`)} csrf={csrfOf(visit)}>
        {again && (
          <Field
            lang={lang}
            name="motivo"
            label={t.reason}
            hint={t.reasonHint}
            value={form.get('motivo')}
            error={errorOf(errors, 'motivo')}
          />
        )}
        <Submit kind="primary">{again ? t.conveneAgain : t.convene}</Submit>
      </Form>
    </Panel>
  );
}

export function Proposals({ visit, row, proposals }: Props & { readonly proposals: readonly Proposal[] }) {
  const { lang, form } = visit;
  const t = agendaWords(lang);
  if (proposals.length === 0) return null;
  const ticked = [...form.keys()].some((name) => name.startsWith('p-'));
  return (
    <Panel id="propuesta" title={t.proposals} weight="minor">
      <p class="small">{t.proposalsHint}</p>
      <Form action={visit.href(`/reuniones/${row.number}/orden/proponer`)} csrf={csrfOf(visit)}>
        {proposals.map(({ key, point, why }) => (
          <Checkbox lang={lang} name={`p-${key}`} label={point.title} hint={why} optional checked={!ticked || form.has(`p-${key}`)} />
        ))}
        <Submit>{t.propose}</Submit>
      </Form>
    </Panel>
  );
}

export function AddForm({ visit, row, nameOf, errors = [] }: Props) {
  const t = agendaWords(visit.lang);
  return (
    <Panel id="agregar" title={t.add} weight="minor">
      <Form action={visit.href(`/reuniones/${row.number}/orden/agregar`)} csrf={csrfOf(visit)}>
        <PointFields visit={visit} nameOf={nameOf} errors={errors} offered={[]} />
        <Submit>{t.add}</Submit>
      </Form>
    </Panel>
  );
}
