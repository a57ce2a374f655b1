import { mediumDate } from '../../core/date-words.ts';
import { subjectOf } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { Field, Form, Select, TextArea } from '../../ui/forms.tsx';
import { Panel, Rows } from '../../ui/parts.tsx';
import type { AgendaItem } from '../agenda/views.ts';
import { MakeCommitmentForm, standingMark } from '../commitments/pages.tsx';
import { bornIn } from '../commitments/views.ts';
import { MeetingFrame } from '../meetings/frame-page.tsx';
import type { CalendarRow } from '../meetings/views.ts';
import { officeName } from '../people/views.ts';
import { outcomeKinds } from './events.ts';
import { minutesWords } from './page-words.ts';
import { csrfOf, hasBegun, isFinal, keeps, type Props, path, type V } from './room-shared-page.tsx';
import { currentItem, recordOf } from './views.ts';
import { hourText, outcomeNames } from './words.ts';

export function Point({ visit, row, item, index, errors = [] }: Props & { readonly item: AgendaItem; readonly index: number }) {
  const { lang, world, form } = visit;
  const t = minutesWords(lang);
  const record = recordOf(world.minutes, row.number);
  const taken = record.takenUp.get(item.item);
  const deferred = record.deferred.get(item.item);
  const writes = keeps(visit) && hasBegun(row) && !isFinal(record.stage);
  const isHere = form.get('punto') === String(item.item);
  const isNow = currentItem(record) === item.item;
  const outcomes = record.outcomes.filter((one) => one.item === item.item);
  const notes = record.notes.filter((one) => one.item === item.item);
  const promised = bornIn(world.commitments, row.number).filter((one) => one.item === item.item);
  const rows = [
    ...notes.map((one) => ({ text: one.text })),
    ...outcomes.map((one) => ({
      mark: { shape: one.struck === undefined ? ('done' as const) : ('unknown' as const), word: pick(outcomeNames[one.kind], lang) },
      strong: one.struck === undefined,
      text: `${pick(outcomeNames[one.kind], lang)}: ${one.text}`,
      detail: one.struck !== undefined ? t.struck(one.struck) : writes && <Strike visit={visit} row={row} outcome={one.outcome} />,
    })),
    ...promised.map((one) => ({
      mark: standingMark(one, visit.day, lang),
      text: (
        <a href={visit.href(`/compromisos/${one.id}`)}>
          {one.id} · {one.text}
        </a>
      ),
      detail: `${pick(officeName(world.people, one.owner), lang)} · ${mediumDate(one.due, lang)}`,
    })),
  ];
  const hidden = <input type="hidden" name="punto" value={String(item.item)} />;
  const act = (verb: string) => ({ action: visit.href(path(row, verb)), csrf: csrfOf(visit) });
  const error = (field: string) => (isHere ? errors.find((one) => one.field === `${field}-${item.item}`)?.text : undefined);
  return (
    <Panel
      id={`punto-${item.item}`}
      title={`${index + 1}. ${item.title}`}
      note={
        deferred !== undefined
          ? t.deferred(deferred)
          : taken === undefined
            ? undefined
            : t.since(hourText(taken, row.appointment.date, lang))
      }
    >
      {rows.length > 0 && <Rows items={rows} empty="" />}
      {writes && (
        <>
          <div class="act">
            {taken === undefined && (
              <Form {...act('abordar')} label={`${t.takeUp} ${index + 1}`}>
                {hidden}
                <Submit>{t.takeUp}</Submit>
              </Form>
            )}
          </div>
          <details open={isNow || isHere}>
            <summary>
              {t.takeNote}, {t.recordOutcome.toLowerCase()}
            </summary>
            <Form {...act('nota')} label={`${t.takeNote} ${index + 1}`}>
              {hidden}
              <TextArea
                lang={lang}
                name={`nota-${item.item}`}
                label={t.note}
                hint={t.noteHint}
                rows={2}
                value={isHere ? form.get(`nota-${item.item}`) : undefined}
                error={error('nota')}
              />
              <Submit>{t.takeNote}</Submit>
            </Form>
            <Form {...act('resultado')} label={`${t.recordOutcome} ${index + 1}`}>
              {hidden}
              <Select
                lang={lang}
                name={`tipo-${item.item}`}
                label={t.kind}
                short
                options={outcomeKinds.map((value) => ({ value, label: pick(outcomeNames[value], lang) }))}
                value={isHere ? form.get(`tipo-${item.item}`) : undefined}
                error={error('tipo')}
              />
              <TextArea
                lang={lang}
                name={`resultado-${item.item}`}
                label={t.outcome}
                rows={2}
                value={isHere ? form.get(`resultado-${item.item}`) : undefined}
                error={error('resultado')}
              />
              <Submit>{t.recordOutcome}</Submit>
            </Form>
            <p class="more">
              <a href={visit.href(path(row, `compromiso/${item.item}`))}>{t.make}</a>
            </p>
            {deferred === undefined && (
              <Form {...act('trasladar')} label={`${t.defer} ${index + 1}`}>
                {hidden}
                <Field
                  lang={lang}
                  name={`traslado-${item.item}`}
                  label={t.reason}
                  value={isHere ? form.get(`traslado-${item.item}`) : undefined}
                  error={error('traslado')}
                />
                <Submit>{t.defer}</Submit>
              </Form>
            )}
          </details>
        </>
      )}
    </Panel>
  );
}

const Strike = ({ visit, row, outcome }: { readonly visit: V; readonly row: CalendarRow; readonly outcome: number }) => {
  const t = minutesWords(visit.lang);
  return (
    <span class="act">
      <Form action={visit.href(path(row, `resultado/${outcome}/sin-efecto`))} csrf={csrfOf(visit)} label={`${t.strike} ${outcome}`}>
        <Field lang={visit.lang} name={`motivo-${outcome}`} label={t.reason} />
        <Submit>{t.strike}</Submit>
      </Form>
    </span>
  );
};

/** Recording a commitment of one point. */
export const PromisePage = ({ visit, row, item }: Props & { readonly item: AgendaItem }) => (
  <>
    <MeetingFrame visit={visit} row={row} here="room" />
    <Panel id="compromiso-de" title={item.title}>
      <MakeCommitmentForm visit={visit} origin={subjectOf('meeting', String(row.number))} item={item.item} errors={[]} />
    </Panel>
  </>
);
