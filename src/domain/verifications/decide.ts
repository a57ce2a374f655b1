import type { Act, IsoDate } from '../../core/event.ts';
import { must, ok, type Result, refuse } from '../../core/result.ts';
import type { ProcessState } from '../process/views.ts';
import type { NewVerificationsEvent } from './events.ts';
import type { VerificationsState } from './state.ts';
import { nextComparisonIdOf, nextIdOf } from './views.ts';

export type VerificationRefusal =
  | { readonly kind: 'process-absent' }
  | { readonly kind: 'opl-unknown'; readonly opl: string; readonly known: readonly string[] }
  | { readonly kind: 'before-opening'; readonly on: IsoDate; readonly openedOn: IsoDate }
  | { readonly kind: 'cuts-out-of-order'; readonly earlier: string; readonly later: string }
  | { readonly kind: 'recorded-already'; readonly verification: string };

type DataOf<T extends NewVerificationsEvent['type']> = Extract<NewVerificationsEvent, { type: T }>['data'];
export type RecordVerification = Act & Omit<DataOf<'VerificationRecorded'>, 'verification'>;
export type RecordComparison = Act & Omit<DataOf<'ComparisonRecorded'>, 'comparison'>;

/** What the decision looks at. */
export type VerificationsWorld = { readonly process: ProcessState; readonly verifications: VerificationsState };

type Decision = Result<readonly NewVerificationsEvent[], VerificationRefusal>;

function placeRefusal(process: ProcessState, on: IsoDate, opl: string): VerificationRefusal | undefined {
  if (process.kind === 'absent') return { kind: 'process-absent' };
  if (!process.opls.some((one) => one.id === opl)) return { kind: 'opl-unknown', opl, known: process.opls.map((one) => one.id) };
  return on < process.openedOn ? { kind: 'before-opening', on, openedOn: process.openedOn } : undefined;
}

export function recordVerification({ process, verifications }: VerificationsWorld, { on, by, ...data }: RecordVerification): Decision {
  const refused = placeRefusal(process, on, data.opl);
  if (refused) return refuse(refused);
  const times = data.cuts.flatMap((cut) => cut.cutAt ?? []);
  const pairs = times.slice(1).map((time, i) => [must(times[i], 'the cut before it'), time] as const);
  const back = pairs.find(([before, time]) => localOf(time) < localOf(before));
  if (back) return refuse({ kind: 'cuts-out-of-order', earlier: back[0], later: back[1] });
  const same = [...verifications.verifications.values()].find(
    (one) => one.findings.sha256 === data.findings.sha256 && one.opl === data.opl && one.occasion === data.occasion,
  );
  if (same) return refuse({ kind: 'recorded-already', verification: same.verification });
  const verification = nextIdOf(verifications, data);
  return ok([{ type: 'VerificationRecorded', on, by, data: { verification, ...data } }]);
}

export function recordComparison({ process, verifications }: VerificationsWorld, { on, by, ...data }: RecordComparison): Decision {
  const refused = placeRefusal(process, on, data.opl);
  if (refused) return refuse(refused);
  const same = [...verifications.comparisons.values()].find(
    (one) => one.opl === data.opl && one.differences.sha256 === data.differences.sha256,
  );
  if (same) return refuse({ kind: 'recorded-already', verification: same.comparison });
  return ok([{ type: 'ComparisonRecorded', on, by, data: { comparison: nextComparisonIdOf(verifications, data), ...data } }]);
}

/** Cuts of one publisher bear one local time; only some may write its offset. */
const localOf = (time: string): string => time.replace(/(?:Z|[+-]\d{2}:?\d{2})$/, '');
