import type { Opl } from '../process/views.ts';
import { type Item, type Status, statuses } from './views.ts';

export type MatrixRowOf = { readonly opl: Opl; readonly items: readonly Item[] };
/** What the reader asked the matrix to show; what the address names wrongly asks for nothing. */
export type MatrixFilter = {
  readonly by: 'obligation' | 'topic';
  readonly topic?: string;
  readonly status?: Status;
  readonly risk?: string;
};
export const filterNames = ['ver', 'tema', 'estado', 'riesgo'] as const;

export function filterOf(asked: URLSearchParams): MatrixFilter {
  const [ver, topic, state, risk] = filterNames.map((name) => asked.get(name) || undefined);
  const status = statuses.find((one) => one === state);
  return {
    by: ver === 'temas' ? 'topic' : 'obligation',
    ...(topic === undefined ? {} : { topic }),
    ...(status === undefined ? {} : { status }),
    ...(risk === undefined ? {} : { risk }),
  };
}

/**
 * Rows and columns in which something is as asked for; within them every cell stays, so that the rest of a row can be judged too.
 * `keys`: the obligations left, the same for every row.
 */
export function narrow(
  rows: readonly MatrixRowOf[],
  { topic, status, risk }: MatrixFilter,
  riskOf: (opl: Opl) => string | undefined = () => undefined,
): readonly MatrixRowOf[] {
  const isAsked = (item: Item) => !item.omitted && item.status === status;
  const inTopic = rows.map(({ opl, items }) => ({
    opl,
    items: topic === undefined ? items : items.filter(({ obligation }) => obligation.topic === topic),
  }));
  const ofRisk = inTopic.filter(({ opl }) => risk === undefined || riskOf(opl) === risk);
  if (status === undefined) return ofRisk;
  const kept = ofRisk.filter(({ items }) => items.some(isAsked));
  const keys = new Set(kept.flatMap(({ items }) => items.filter(isAsked).map(({ obligation }) => obligation.key)));
  return kept.map(({ opl, items }) => ({ opl, items: items.filter(({ obligation }) => keys.has(obligation.key)) }));
}
