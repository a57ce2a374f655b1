import { cosignatureBy, type Tools } from '../ledger/cosignature.ts';
import { checkpointFault, hex, logVerifier, parseCheckpoint } from '../ledger/verify.ts';
import type { Lang } from './words.ts';
import { verifyWords } from './words.ts';

/** What an export itself says of its witnesses: their keys, and the checkpoints they cosigned. */
export type Claims = { readonly keys: Map<string, string>; readonly notes: string[] };
export const noClaims = (): Claims => ({ keys: new Map(), notes: [] });

/** Takes one entry's text in; almost none speaks of a witness. */
export function claim(claims: Claims, body: string): void {
  if (!body.includes('"type":"WitnessListed"') && !body.includes('"type":"CheckpointCosigned"')) return;
  try {
    const { type, data } = JSON.parse(body) as { type: string; data: Record<string, unknown> };
    if (type === 'WitnessListed') claims.keys.set(String(data.key), String(data.key));
    if (type === 'CheckpointCosigned') claims.notes.push(String(data.note));
  } catch {
    return; // the verifier reports a body that is not an entry
  }
}

export const minuteOf = (seconds: number): string =>
  Number.isSafeInteger(seconds) ? `${instant(seconds).slice(0, 16).replace('T', ' ')} UTC` : String(seconds);
/** ISO 8601 of whole seconds, by the civil calendar (browsers and Node 20 have no Temporal). */
function instant(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const year = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const second = seconds - days * 86_400;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${year + era * 400 + (month <= 2 ? 1 : 0)}-${two(month)}-${two(day)}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}

export type Told = { readonly holds: boolean; readonly lines: readonly string[] };

/** Who cosigned a note, of the witnesses whose keys are given; a cosignature that does not hold is a fault, one that is absent is told. */
export function witnessesOf(note: string, keys: readonly string[], tools: Tools, lang: Lang): Told {
  const t = verifyWords[lang];
  let holds = true;
  const lines = keys.map((key) => {
    const found = cosignatureBy(note, key, tools);
    const name = key.split('+')[0] ?? key;
    if (found.kind === 'cosigned') return t.cosigned(name, minuteOf(found.seconds));
    holds = false;
    if (found.kind === 'not-a-key') return t.badWitnessKey(key);
    return found.kind === 'absent' ? t.uncosigned(name) : t.badCosignature(name);
  });
  return { holds, lines };
}

export type Source = () => AsyncIterable<Uint8Array>;

/** Roots of an export, found sound before, at these sizes; read line by line. */
export async function rootsAt(source: Source, sizes: ReadonlySet<number>, { sha256 }: Tools): Promise<ReadonlyMap<number, string>> {
  const verifier = logVerifier(sha256);
  const roots = new Map<number, string>();
  const last = Math.max(...sizes);
  const text = new TextDecoder();
  let rest = '';
  let number = 0;
  const take = (line: string): void => {
    number += 1;
    if (number <= 8 || verifier.size() >= last || line.startsWith('end ')) return;
    const [, seq = '', body = ''] = /^(\d+) \S+ ([\s\S]*)$/.exec(line) ?? [];
    verifier.add({ seq: Number(seq), stream: '', body, leaf: new Uint8Array() }); // only its root is asked for
    if (sizes.has(verifier.size())) roots.set(verifier.size(), hex(verifier.root()));
  };
  for await (const chunk of source()) {
    const parts = (rest + text.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) take(line);
  }
  return roots;
}

/** What an export's witnesses saw, against what the export holds: for each witness, the largest checkpoint it cosigned. */
export async function claimsHold(
  source: Source,
  claims: Claims,
  given: readonly string[],
  key: string,
  tools: Tools,
  lang: Lang,
): Promise<Told> {
  const t = verifyWords[lang];
  const keys = given.length > 0 ? given : [...claims.keys.values()];
  const notes = claims.notes.flatMap((note) => {
    const checkpoint = parseCheckpoint(note)?.checkpoint;
    return checkpoint && checkpointFault(note, key, tools.sha256, tools.ed25519) === undefined ? [{ note, checkpoint }] : [];
  });
  const sizes = new Set(notes.map(({ checkpoint }) => checkpoint.size));
  const roots = sizes.size === 0 ? new Map<number, string>() : await rootsAt(source, sizes, tools);
  let holds = true;
  const lines: string[] = [];
  for (const one of keys) {
    const name = one.split('+')[0] ?? one;
    let newest: string | undefined;
    for (const { note, checkpoint } of notes) {
      const found = cosignatureBy(note, one, tools);
      if (found.kind === 'absent') continue;
      const isSame = roots.get(checkpoint.size) === hex(checkpoint.root);
      if (found.kind === 'cosigned' && isSame) newest = t.cosignedUpTo(name, checkpoint.size, minuteOf(found.seconds));
      else {
        holds = false;
        lines.push(
          found.kind === 'cosigned'
            ? t.forked(name, checkpoint.size)
            : found.kind === 'invalid'
              ? t.badCosignature(name)
              : t.badWitnessKey(one),
        );
      }
    }
    if (newest !== undefined) lines.push(newest);
    else if (given.length > 0) {
      holds = false;
      lines.push(t.uncosigned(name));
    }
  }
  const note = given.length === 0 && lines.length > 0 ? t.ownWitnesses.trim() : undefined;
  return { holds, lines: note === undefined ? lines : [...lines, note] };
}
