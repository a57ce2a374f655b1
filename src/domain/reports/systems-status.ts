import { mediumDate } from '../../core/date-words.ts';
import type { Block, Cell, Inline } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import { type Lang, pick } from '../../core/words.ts';
import { confirmationWords } from '../plan/views.ts';
import { type OpenProcess, oplOf } from '../process/views.ts';
import {
  gateMark,
  incidentMark,
  incidentsOf,
  latestOf,
  milestoneMark,
  milestoneName,
  type Row,
  type Stage,
  seriesOf,
  severityWords,
  stageMark,
} from '../systems/views.ts';
import { systemsReportWords } from './systems-words.ts';

export type Period = { readonly from: IsoDate | undefined; readonly to: IsoDate };
const within = ({ from, to }: Period, day: IsoDate): boolean => (from === undefined || day > from) && day <= to;

export const nameOf = ({ system }: Row, lang: Lang): string => pick(system.description.name, lang);
export const shownStage = (stage: Stage, lang: Lang): Inline => [{ mark: 'status', status: stageMark(stage, lang) }];
const percent = (share: number | undefined): string => (share === undefined ? '—' : `${Math.floor(share * 100)} %`);
const dated = (day: IsoDate | undefined, lang: Lang): string => (day === undefined ? '—' : mediumDate(day, lang));

/** One line a system: where it stands, how far it is, and how many days are left before what it serves. */
export function statesOf(rows: readonly Row[], lang: Lang): Block {
  const s = systemsReportWords(lang);
  return {
    kind: 'table',
    id: 'sistemas',
    caption: s.states,
    columns: [
      { title: s.system, head: true, width: 3 },
      { title: s.state, width: 1.8 },
      { title: s.progress, align: 'end', width: 0.9 },
      { title: s.next, width: 2.4 },
      { title: s.slip, align: 'end', width: 0.9 },
      { title: s.serves, width: 2.4 },
      { title: s.days, align: 'end', width: 0.9 },
    ],
    rows: rows.map((row): readonly Cell[] => [
      nameOf(row, lang),
      shownStage(row.stage, lang),
      percent(row.progress),
      row.next
        ? `${milestoneName(row.next.milestone, lang)}${row.next.date === undefined ? '' : `, ${mediumDate(row.next.date, lang)}`}`
        : '—',
      row.slipDays ?? '—',
      row.served ? pick(row.served.activity.name, lang) : '—',
      row.served?.days ?? '—',
    ]),
    empty: s.nothing,
  };
}

/** Those that went into production in the period, and those that come next, with their gates. */
export function goLivesOf(rows: readonly Row[], period: Period, lang: Lang): readonly Block[] {
  const s = systemsReportWords(lang);
  const gate = (row: Row): Inline => (row.gate ? [{ mark: 'status', status: gateMark(row.gate.status, lang) }] : s.noGate);
  const done = rows.filter(({ liveSince }) => liveSince !== undefined && within(period, liveSince));
  const next = rows
    .filter(({ goLive }) => goLive?.date !== undefined)
    .sort((a, b) => ((a.goLive?.date ?? '') < (b.goLive?.date ?? '') ? -1 : 1));
  const table = (id: string, caption: string, list: readonly Row[], day: (row: Row) => IsoDate | undefined, empty: string): Block => ({
    kind: 'table',
    id,
    caption,
    columns: [
      { title: s.system, head: true, width: 3 },
      { title: s.date, width: 1.3 },
      { title: s.gate, width: 2.4 },
      { title: s.serves, width: 2.6 },
      { title: s.days, align: 'end', width: 0.9 },
    ],
    rows: list.map((row) => [
      nameOf(row, lang),
      dated(day(row), lang),
      gate(row),
      row.served ? pick(row.served.activity.name, lang) : '—',
      row.served?.days ?? '—',
    ]),
    empty,
  });
  return [
    table('en-el-periodo', s.goLivesDone, done, ({ liveSince }) => liveSince, s.noGoLives),
    table('proximas', s.goLivesNext, next, ({ goLive }) => goLive?.date, s.noNextGoLives),
  ];
}

export function incidentsIn(rows: readonly Row[], period: Period, lang: Lang): Block {
  const s = systemsReportWords(lang);
  const all = rows.flatMap((row) => incidentsOf(row.system).map((incident) => ({ row, incident })));
  const told = all.filter(({ incident }) => within(period, incident.changedOn) || incident.status !== 'closed');
  return {
    kind: 'table',
    id: 'incidentes',
    caption: s.incidents,
    columns: [
      { title: s.system, head: true, width: 2.4 },
      { title: s.incident, width: 3.4 },
      { title: s.severity, width: 1.1 },
      { title: s.state, width: 1.4 },
      { title: s.started, width: 1.6 },
      { title: s.cause, width: 2.6 },
    ],
    rows: told.map(({ row, incident }) => [
      nameOf(row, lang),
      incident.title,
      pick(severityWords[incident.severity].word, lang),
      [{ mark: 'status', status: incidentMark(incident.status, lang) }],
      `${incident.startedAt.slice(0, 16).replace('T', ' ')} UTC`,
      incident.cause ?? s.unknown,
    ]),
    empty: s.noIncidents,
  };
}

/** The latest figures of each entity: how many reported, in how many it was so, and out of how many. */
export function figuresOf(rows: readonly Row[], process: OpenProcess, lang: Lang): Block {
  const s = systemsReportWords(lang);
  const lines = rows.flatMap((row) =>
    seriesOf(row.system).flatMap((series) =>
      latestOf(series).map((datum): readonly Cell[] => [
        nameOf(row, lang),
        `${pick(series.name, lang)} / ${pick(series.denominator, lang)}`,
        oplOf(process, datum.entity)?.acronym ?? datum.entity,
        `${mediumDate(datum.date, lang)}${datum.time === undefined ? '' : `, ${datum.time}`}`,
        datum.reported,
        datum.achieved ?? s.unknown,
        datum.of,
      ]),
    ),
  );
  return {
    kind: 'table',
    id: 'cifras',
    caption: s.figures,
    columns: [
      { title: s.system, head: true, width: 2.4 },
      { title: s.figure, width: 3 },
      { title: s.entity, width: 1 },
      { title: s.date, width: 1.6 },
      { title: s.reported, align: 'end', width: 1.1 },
      { title: s.achieved, align: 'end', width: 1.3 },
      { title: s.outOf, align: 'end', width: 1 },
    ],
    rows: lines,
    empty: s.noFigures,
  };
}

/** Every milestone, and every row of the catalogue with how well it is confirmed. */
export function annexOfSystems(rows: readonly Row[], lang: Lang): readonly Block[] {
  const s = systemsReportWords(lang);
  return [
    {
      kind: 'table',
      id: 'hitos',
      caption: s.milestones,
      columns: [
        { title: s.system, head: true, width: 2.6 },
        { title: s.milestone, width: 2.2 },
        { title: s.state, width: 1.9 },
        { title: s.firstDue, width: 1.3 },
        { title: s.due, width: 1.3 },
        { title: s.slip, align: 'end', width: 0.9 },
      ],
      rows: rows.flatMap((row) =>
        row.milestones.map((one): readonly Cell[] => [
          nameOf(row, lang),
          milestoneName(one.milestone, lang),
          [{ mark: 'status', status: milestoneMark(one.status, lang) }],
          dated(one.milestone.firstDue, lang),
          dated(one.date, lang),
          one.slipDays ?? '—',
        ]),
      ),
      empty: s.noMilestones,
    },
    {
      kind: 'table',
      id: 'catalogo',
      caption: s.catalogue,
      columns: [
        { title: s.system, head: true, width: 2.4 },
        { title: s.owner, width: 1.4 },
        { title: s.purpose, width: 4 },
        { title: s.sources, width: 3.4 },
        { title: s.confirmation, width: 1.5 },
      ],
      rows: rows.map((row) => {
        const { description } = row.system;
        return [
          nameOf(row, lang),
          description.owner ?? s.unknown,
          description.purpose ? pick(description.purpose, lang) : s.unknown,
          [...new Set(description.sources.map(({ text }) => text))].join('; '),
          pick(confirmationWords[row.confirmation], lang),
        ];
      }),
      empty: s.nothing,
    },
  ];
}
