import { longDate, mediumDate } from '../../core/date-words.ts';
import type { Block, Cell } from '../../core/document.ts';
import type { IsoDate } from '../../core/event.ts';
import type { Lang } from '../../core/words.ts';
import { gateMark, type MilestoneRow, milestoneMark, milestoneName, type Row, stageMark } from '../systems/views.ts';
import { nameOf } from './systems-status.ts';
import { systemsReportWords } from './systems-words.ts';

/** What differs between two readings of the systems: their state, their gates, and the dates and states of milestones. */
export function changesOfSystems(
  rows: readonly Row[],
  past: readonly Row[] | undefined,
  since: IsoDate | undefined,
  lang: Lang,
): readonly Block[] {
  const s = systemsReportWords(lang);
  if (!past || since === undefined) return [{ kind: 'paragraph', text: s.firstCutoff }];
  const before = new Map(past.map((row) => [row.system.id, row]));
  return [
    { kind: 'paragraph', text: s.changedSince(longDate(since, lang)) },
    {
      kind: 'table',
      id: 'cambios',
      caption: s.changes,
      columns: [
        { title: s.system, head: true, width: 2.6 },
        { title: s.what, width: 2.2 },
        { title: s.before, width: 2.4 },
        { title: s.now, width: 2.4 },
      ],
      rows: rows.flatMap((row) => changesOfOne(row, before.get(row.system.id), lang)),
      empty: s.noChanges,
    },
  ];
}

function changesOfOne(row: Row, was: Row | undefined, lang: Lang): readonly (readonly Cell[])[] {
  const s = systemsReportWords(lang);
  const name = nameOf(row, lang);
  if (!was) return [[name, s.record, '—', s.registered]];
  const stage = was.stage === row.stage ? [] : [[name, s.state, stageMark(was.stage, lang).word, stageMark(row.stage, lang).word]];
  const gateOf = (one: Row) => (one.gate ? gateMark(one.gate.status, lang).word : '—');
  const gate = gateOf(was) === gateOf(row) ? [] : [[name, s.gate, gateOf(was), gateOf(row)]];
  const release =
    was.release?.version === row.release?.version ? [] : [[name, s.version, was.release?.version ?? '—', row.release?.version ?? '—']];
  const old = new Map(was.milestones.map((one) => [one.milestone.id, one]));
  const milestones = row.milestones.flatMap((one) => {
    const former = old.get(one.milestone.id);
    const [a, b] = [former ? told(former, lang) : '—', told(one, lang)];
    return a === b ? [] : [[name, milestoneName(one.milestone, lang), a, b]];
  });
  return [...stage, ...gate, ...release, ...milestones];
}

const told = (row: MilestoneRow, lang: Lang): string =>
  `${milestoneMark(row.status, lang).word}${row.date === undefined ? '' : `, ${mediumDate(row.date, lang)}`}`;
