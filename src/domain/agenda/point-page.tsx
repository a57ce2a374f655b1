import type { Subject } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { Checkbox, ErrorSummary, errorOf, Field, Form, type FormError, Radios, Select } from '../../ui/forms.tsx';
import { Panel, Split } from '../../ui/parts.tsx';
import { MeetingFrame } from '../meetings/frame-page.tsx';
import { officesOf } from '../people/views.ts';
import { purposes } from './events.ts';
import { agendaWords } from './page-words.ts';
import { csrfOf, mayPrepare, type NameOf, type Props, type V } from './shared-page.tsx';
import { type AgendaItem, agendaOf } from './views.ts';
import { purposeNames } from './words.ts';

/** The fields of a point; the documents are those of its cycle. */
export function PointFields({
  visit,
  nameOf,
  errors,
  item,
  offered,
}: {
  readonly visit: V;
  readonly nameOf: NameOf;
  readonly errors: readonly FormError[];
  readonly item?: AgendaItem | undefined;
  readonly offered: readonly Subject[];
}) {
  const { lang, form, world } = visit;
  const t = agendaWords(lang);
  const sent = form.has('punto');
  return (
    <>
      <Field
        lang={lang}
        name="punto"
        label={t.title}
        maxlength={300}
        value={form.get('punto') ?? item?.title}
        error={errorOf(errors, 'punto')}
      />
      <Radios
        lang={lang}
        name="proposito"
        label={t.purpose}
        options={purposes.map((value) => ({ value, label: pick(purposeNames[value], lang) }))}
        value={form.get('proposito') ?? item?.purpose ?? 'inform'}
        error={errorOf(errors, 'proposito')}
      />
      <Field
        lang={lang}
        name="minutos"
        label={t.minutes}
        type="number"
        short
        optional
        value={form.get('minutos') ?? item?.minutes?.toString()}
        error={errorOf(errors, 'minutos')}
      />
      <Select
        lang={lang}
        name="presenta"
        label={t.presenter}
        optional
        options={officesOf(world.people).map((one) => ({ value: one.id, label: pick(one.name, lang) }))}
        value={form.get('presenta') ?? item?.presenter}
        error={errorOf(errors, 'presenta')}
      />
      {offered.map((subject) => (
        <Checkbox
          lang={lang}
          name={`d-${subject}`}
          label={nameOf(subject)?.label ?? subject}
          optional
          checked={sent ? form.has(`d-${subject}`) : item?.documents.includes(subject)}
        />
      ))}
    </>
  );
}

/** One point: to change it, move it or drop it. */
export function PointPage({
  visit,
  row,
  nameOf,
  item,
  offered,
  errors = [],
}: Props & { readonly item: AgendaItem; readonly offered: readonly Subject[] }) {
  const { lang, form, world } = visit;
  const t = agendaWords(lang);
  const { items } = agendaOf(world.agenda, row.number);
  const base = `/reuniones/${row.number}/orden/${item.item}`;
  return (
    <>
      <MeetingFrame visit={visit} row={row} here="agenda" />
      <ErrorSummary lang={lang} errors={errors} />
      {mayPrepare(visit, row) && row.status.kind === 'scheduled' ? (
        <Split
          aside={
            <>
              <Panel id="mover" title={t.move} weight="minor">
                <Form action={visit.href(`${base}/mover`)} csrf={csrfOf(visit)}>
                  <Select
                    lang={lang}
                    name="lugar"
                    label={t.to}
                    short
                    options={items.map((_, i) => ({ value: String(i + 1), label: String(i + 1) }))}
                    value={form.get('lugar') ?? String(items.indexOf(item) + 1)}
                  />
                  <Submit>{t.move}</Submit>
                </Form>
              </Panel>
              <Panel id="retirar" title={t.drop} weight="minor">
                <Form action={visit.href(`${base}/retirar`)} csrf={csrfOf(visit)}>
                  <Field
                    lang={lang}
                    name="motivo"
                    label={t.reason}
                    hint={t.reasonHint}
                    value={form.get('motivo')}
                    error={errorOf(errors, 'motivo')}
                  />
                  <Submit kind="danger">{t.drop}</Submit>
                </Form>
              </Panel>
            </>
          }
        >
          <Panel id="cambiar" title={item.title}>
            <Form action={visit.href(`${base}/cambiar`)} csrf={csrfOf(visit)}>
              <PointFields visit={visit} nameOf={nameOf} errors={errors} item={item} offered={offered} />
              <Submit kind="primary">{t.change}</Submit>
            </Form>
          </Panel>
        </Split>
      ) : (
        <p>{item.title}</p>
      )}
    </>
  );
}
