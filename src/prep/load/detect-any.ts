import { type DetectOptions, detect } from '../detect/detect.ts';
import type { Detected } from '../detect/detected.ts';
import type { Source } from '../source/source.ts';
import { detectAggregate } from './aggregate-json.ts';

/** What a results file or a national aggregate is, before it is loaded: enough to put cuts in order and elections apart. */
export const detectAny = (source: Source, options: DetectOptions = {}): Promise<Detected> =>
  source.kind === 'aggregate-json' ? detectAggregate(source) : detect(source, options);

/** Which election a file is of, equal for all its cuts: type, entity (or MX) and year, as far as they are known. */
export function electionKeyOf(detected: Detected): string {
  const year = detected.cutAt.value?.slice(0, 4) ?? '????';
  return `${detected.election.value ?? 'OTRA'}-${detected.stateId ?? 'MX'}-${year}`;
}
