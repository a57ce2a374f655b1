import type { IsoDate } from '../../core/event.ts';

/** The days from `from` up to, not including, `to`; without an end when `to` is absent. */
export type Span = { readonly from: IsoDate; readonly to?: IsoDate };

export const latest = (first: IsoDate, ...others: readonly IsoDate[]): IsoDate => others.reduce((a, b) => (a < b ? b : a), first);

/** Days of `span` that are also days of `frame`; absent when there are none. */
export function overlap(span: Span, frame: Span): Span | undefined {
  const from = latest(span.from, frame.from);
  const to = span.to === undefined || (frame.to !== undefined && frame.to < span.to) ? frame.to : span.to;
  if (to === undefined) return { from };
  return from < to ? { from, to } : undefined;
}

export const overlaps = (spans: readonly Span[], frame: Span): readonly Span[] => spans.flatMap((span) => overlap(span, frame) ?? []);

/** The days of `spans` that are no day of any gap. */
export const without = (spans: readonly Span[], gaps: readonly Span[]): readonly Span[] =>
  gaps.reduce<readonly Span[]>((left, gap) => left.flatMap((span) => cut(span, gap)), spans);

function cut(span: Span, gap: Span): readonly Span[] {
  const before = overlap(span, { from: '0000-01-01', to: gap.from });
  const after = gap.to === undefined ? undefined : overlap(span, { from: gap.to });
  return [before, after].flatMap((part) => part ?? []);
}

/** The first day of the uninterrupted run that contains `day`; absent when no span contains it. Spans that touch are one run. */
export function runStart(spans: readonly Span[], day: IsoDate): IsoDate | undefined {
  let start: IsoDate | undefined;
  let end: IsoDate | undefined = '0000-01-01';
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (span.from > day) break;
    if (end !== undefined && span.from > end) start = undefined;
    start ??= span.from;
    if (end !== undefined && (span.to === undefined || span.to > end)) end = span.to;
  }
  return end === undefined || day < end ? start : undefined;
}
