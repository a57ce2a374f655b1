import { raw } from 'hono/html';
import type { StatusMark } from '../core/document.ts';
import type { Lang } from '../core/words.ts';
import { escapeHtml } from './html.ts';
import { Legend } from './status.tsx';
import { type Downloads, TableFoot } from './table.tsx';
import { uiWords } from './words.ts';

/** Days are counted from the first day shown. */
export type GanttMark = {
  readonly at: number;
  /** The day it was first planned for: a line from there shows how far it slipped. */
  readonly first?: number | undefined;
  readonly mark: StatusMark;
  /** Two letters, under the drawing: what prints must be told apart without a pointer. */
  readonly code: string;
  readonly title: string;
  readonly href: string;
};
export type GanttRow = {
  readonly label: string;
  readonly href: string;
  readonly marks: readonly GanttMark[];
  /** The day by which all of it must be ready. */
  readonly deadline?: { readonly at: number; readonly title: string } | undefined;
};
export type GanttProps = {
  readonly lang: Lang;
  readonly id: string;
  readonly caption: string;
  readonly note?: string | undefined;
  /** How many days are shown. */
  readonly days: number;
  readonly months: readonly { readonly at: number; readonly label: string }[];
  readonly today?: { readonly at: number; readonly label: string } | undefined;
  readonly rows: readonly GanttRow[];
  readonly legend: readonly StatusMark[];
  readonly codes: readonly { readonly code: string; readonly name: string }[];
  readonly downloads?: Downloads | undefined;
};

const width = 1180;
const left = 250;
const top = 30;
const lane = 26;
/** Marks nearer than this stand one under the other. */
const room = 19;
const mostLanes = 4;

type Placed = GanttMark & { readonly x: number; readonly lane: number };

/** Each mark in the first lane where it has room; when none has, in the last. */
function placed(marks: readonly GanttMark[], x: (day: number) => number): readonly Placed[] {
  const ends: number[] = [];
  return [...marks]
    .sort((a, b) => a.at - b.at)
    .map((one) => {
      const at = x(one.at);
      const found = ends.findIndex((end) => at - end >= room);
      const free = found === -1 ? Math.min(ends.length, mostLanes - 1) : found;
      ends[free] = at;
      return { ...one, x: at, lane: free };
    });
}

const clipped = (label: string): string => (label.length <= 36 ? label : `${label.slice(0, 35)}…`);
const fixed = (value: number): string => value.toFixed(1);

function rowSvg(row: GanttRow, y: number, marks: readonly Placed[], height: number, x: (day: number) => number): string {
  const deadline = row.deadline
    ? `<path class="deadline" d="M${fixed(x(row.deadline.at))} ${y + 3}v${height - 6}" stroke="var(--accent)" stroke-width="2"><title>${escapeHtml(row.deadline.title)}</title></path>`
    : '';
  const drawn = marks.map((one) => {
    const cy = y + 3 + one.lane * lane;
    const slip =
      one.first === undefined || one.first === one.at
        ? ''
        : `<path d="M${fixed(x(one.first))} ${cy + 7}H${fixed(one.x)}" stroke="currentColor" stroke-width="1.5" stroke-dasharray="3 2"/>`;
    const name = escapeHtml(`${row.label}. ${one.code}: ${one.title}`);
    return (
      `<a href="${escapeHtml(one.href)}" class="${one.mark.shape}" aria-label="${name}"><title>${name}</title>${slip}` +
      `<rect x="${fixed(one.x - 8)}" y="${cy - 1}" width="16" height="24" fill="transparent"/>` +
      `<use href="#s-${one.mark.shape}" x="${fixed(one.x - 7)}" y="${cy}" width="14" height="14"/>` +
      `<text x="${fixed(one.x)}" y="${cy + 22}" text-anchor="middle" font-size="9" fill="var(--ink-2)">${escapeHtml(one.code)}</text></a>`
    );
  });
  return (
    `<path d="M0 ${y + height}H${width}" stroke="var(--rule)"/>` +
    `<a href="${escapeHtml(row.href)}"><text x="2" y="${y + 16}" font-size="13" fill="var(--link)">${escapeHtml(clipped(row.label))}<title>${escapeHtml(row.label)}</title></text></a>` +
    deadline +
    drawn.join('')
  );
}

/** The picture by itself: rows over months, as one `<svg>`. Equal text for equal input. */
export function ganttSvg({
  days,
  months,
  today,
  rows,
  caption,
}: Pick<GanttProps, 'days' | 'months' | 'today' | 'rows' | 'caption'>): string {
  const x = (day: number) => left + (Math.min(Math.max(day, 0), days) / days) * (width - left - 10);
  let y = top;
  let body = '';
  for (const row of rows) {
    const marks = placed(row.marks, x);
    const height = 4 + lane * (1 + Math.max(0, ...marks.map((one) => one.lane)));
    body += rowSvg(row, y, marks, height, x);
    y += height;
  }
  const grid = months.map(
    ({ at, label }) =>
      `<path d="M${fixed(x(at))} ${top - 8}V${y}" stroke="var(--rule)"/><text x="${fixed(x(at) + 3)}" y="${top - 12}" font-size="12" fill="var(--ink-2)">${escapeHtml(label)}</text>`,
  );
  const now = today
    ? `<path d="M${fixed(x(today.at))} ${top - 8}V${y}" stroke="currentColor" stroke-dasharray="4 3"><title>${escapeHtml(today.label)}</title></path>`
    : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y + 4}" width="${width}" height="${y + 4}" role="group" aria-label="${escapeHtml(caption)}">${grid.join('')}${now}${body}</svg>`;
}

/** When each thing of each row is due. Every mark is a link; the whole can be skipped from the keyboard. */
export function Gantt({ lang, id, caption, note, legend, codes, downloads, ...drawn }: GanttProps) {
  const w = uiWords(lang);
  return (
    <div class="sheet gantt" id={id}>
      <a class="skip" href={`#${id}-fin`}>
        {w.skipTable}
      </a>
      <h2 id={`${id}-t`}>
        {caption} {note !== undefined && <small>{note}</small>}
      </h2>
      <section class="scroll" tabindex={0} aria-labelledby={`${id}-t`}>
        {raw(ganttSvg({ caption, ...drawn }))}
      </section>
      <div id={`${id}-fin`} tabindex={-1} />
      <p class="codes">
        {codes.map(({ code, name }) => (
          <span>
            <b>{code}</b> {name}
          </span>
        ))}
      </p>
      <TableFoot lang={lang} downloads={downloads}>
        <Legend lang={lang} marks={legend} />
      </TableFoot>
    </div>
  );
}
