import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { Checkbox, Field, Form, Radios, Select } from '../../ui/forms.tsx';
import { Panel, Rows } from '../../ui/parts.tsx';
import { DataTable } from '../../ui/table.tsx';
import { agendaOf } from '../agenda/views.ts';
import { officeName, officesOf } from '../people/views.ts';
import { presences } from './events.ts';
import { minutesWords } from './page-words.ts';
import { csrfOf, Hour, isFinal, keeps, type Props, path } from './room-shared-page.tsx';
import { type Presence, presentAt, recordOf } from './views.ts';
import { hourText, presenceNames } from './words.ts';

export function Floor({ visit, row }: Props) {
  const { lang, world } = visit;
  const t = minutesWords(lang);
  const record = recordOf(world.minutes, row.number);
  const open = row.status.kind === 'open' && visit.reader.kind === 'signed-in' && !visit.asOf;
  const turns = record.turns.filter((one) => one.state !== 'withdrawn');
  return (
    <Panel id="palabra" title={t.floor} weight="minor">
      <Rows
        items={turns.map((turn) => ({
          mark: turn.state === 'given' ? { shape: 'done' as const, word: t.spoke('') } : { shape: 'todo' as const, word: t.waiting },
          text: pick(officeName(world.people, turn.office), lang),
          detail: (
            <>
              {turn.about}
              {open && turn.state === 'waiting' && (
                <span class="act">
                  {keeps(visit) && (
                    <Form action={visit.href(path(row, `palabra/${turn.turn}/dar`))} csrf={csrfOf(visit)}>
                      <Submit>{t.give}</Submit>
                    </Form>
                  )}
                  {(keeps(visit) || (visit.reader.kind === 'signed-in' && visit.reader.by.office === turn.office)) && (
                    <Form action={visit.href(path(row, `palabra/${turn.turn}/retirar`))} csrf={csrfOf(visit)}>
                      <Submit>{t.withdraw}</Submit>
                    </Form>
                  )}
                </span>
              )}
            </>
          ),
          when: turn.time === undefined ? t.waiting : t.spoke(hourText(turn.time, row.appointment.date, lang)),
        }))}
        empty={t.noTurns}
      />
      {open && (
        <Form action={visit.href(path(row, 'palabra/pedir'))} csrf={csrfOf(visit)}>
          <Field lang={lang} name="sobre" label={t.about} optional maxlength={200} value={visit.form.get('sobre')} />
          {keeps(visit) && (
            <Select
              lang={lang}
              name="cargo-palabra"
              label={t.office}
              optional
              options={officesOf(world.people).map((one) => ({ value: one.id, label: pick(one.name, lang) }))}
              value={visit.form.get('cargo-palabra')}
            />
          )}
          <Submit kind={keeps(visit) ? 'quiet' : 'primary'}>{t.ask}</Submit>
        </Form>
      )}
    </Panel>
  );
}

export function Attendance({ visit, row }: Props) {
  const { lang, world } = visit;
  const t = minutesWords(lang);
  const record = recordOf(world.minutes, row.number);
  const called = agendaOf(world.agenda, row.number).convocations.at(-1)?.called ?? [];
  const there = new Set(presentAt(record).map((one) => one.office));
  const name = (office: string) => pick(officeName(world.people, office), lang);
  const hour = (moment: string) => hourText(moment, row.appointment.date, lang);
  const mayLeave = keeps(visit) && !isFinal(record.stage);
  return (
    <DataTable
      lang={lang}
      id="asistencia"
      caption={t.attendance}
      note={t.quorum(called.filter((one) => there.has(one)).length, called.length)}
      columns={[
        { title: t.office, head: true, cell: (one: Presence) => name(one.office) },
        {
          title: t.how,
          cell: (one) =>
            [
              pick(presenceNames[one.how], lang),
              ...(one.from === undefined ? [] : [t.representedBy(name(one.from))]),
              ...(one.remote ? [t.remote.toLowerCase()] : []),
            ].join(', '),
        },
        { title: t.arrived, keep: true, cell: (one) => hour(one.arrived) },
        {
          title: t.left,
          cell: (one) =>
            one.left !== undefined ? (
              hour(one.left)
            ) : mayLeave ? (
              <span class="act">
                <Form action={visit.href(path(row, 'salida'))} csrf={csrfOf(visit)} label={`${t.leave}: ${name(one.office)}`}>
                  <input type="hidden" name="cargo" value={one.office} />
                  <Submit>{t.leave}</Submit>
                </Form>
              </span>
            ) : (
              '—'
            ),
        },
      ]}
      rows={record.presences}
      empty={t.nobody}
    />
  );
}

export function Arrival({ visit, row, errors = [] }: Props) {
  const { lang, form, world } = visit;
  const t = minutesWords(lang);
  const options = officesOf(world.people).map((one) => ({ value: one.id, label: pick(one.name, lang) }));
  const error = (field: string) => errors.find((one) => one.field === field)?.text;
  return (
    <Panel id="llegada" title={t.arrive} weight="minor">
      <Form action={visit.href(path(row, 'llegada'))} csrf={csrfOf(visit)}>
        <Select lang={lang} name="cargo" label={t.office} options={options} value={form.get('cargo')} error={error('cargo')} />
        <Radios
          lang={lang}
          name="calidad"
          label={t.how}
          options={presences.map((value) => ({ value, label: pick(presenceNames[value], lang) }))}
          value={form.get('calidad') ?? 'titular'}
          error={error('calidad')}
        />
        <Select
          lang={lang}
          name="por"
          label={t.from}
          hint={t.fromHint}
          optional
          options={options}
          value={form.get('por')}
          error={error('por')}
        />
        <Checkbox lang={lang} name="distancia" label={t.remote} optional checked={form.has('distancia')} />
        <Hour visit={visit} name="hora-llegada" />
        <Submit>{t.arrive}</Submit>
      </Form>
    </Panel>
  );
}
