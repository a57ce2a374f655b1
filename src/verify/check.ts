import { checkExport, exportHeader } from '../ledger/check-export.ts';
import type { Tools } from '../ledger/cosignature.ts';
import { checkpointFault, type Fault, hex, inclusionFault, parseCheckpoint } from '../ledger/verify.ts';
import { claim, claimsHold, noClaims, rootsAt, type Source, type Told, witnessesOf } from './witnessed.ts';
import { type Lang, verifyWords } from './words.ts';

/** 0 it holds · 1 it does not · 2 not understood or unreadable. */
export type Verdict = 0 | 1 | 2;
export type Checked = { readonly verdict: Verdict; readonly lines: readonly string[] };
export type Asked = {
  readonly tools: Tools;
  readonly lang: Lang;
  /** The log's key as known from elsewhere; without it, anybody could have signed. */
  readonly key?: string | undefined;
  /** Keys of witnesses whose cosignature must be there. */
  readonly witnesses: readonly string[];
};
/** What stands at the foot of a page or a PDF. */
export type Foot = { readonly position: number; readonly root: string };

const whyOf = ({ kind, saw, expected }: Fault): string => `${kind}: ${saw} ≠ ${expected}`;
const and = (first: string, { holds, lines }: Told): Checked => ({ verdict: holds ? 0 : 1, lines: [first, ...lines] });

/** An export, and the foot of a page or PDF against it. */
export async function checkExported(source: Source, asked: Asked, foot?: Foot): Promise<Checked> {
  const { tools, lang, key, witnesses } = asked;
  const t = verifyWords[lang];
  const claims = noClaims();
  const found = await checkExport(source(), tools, { verifierKey: key, seen: (body) => claim(claims, body) });
  if (found.faults.length > 0)
    return { verdict: 1, lines: found.faults.map(({ where, what, advice }) => `${where[lang]}: ${what[lang]}. ${advice[lang]}`) };
  const signed = key === undefined ? t.ownKey : '';
  if (foot === undefined) {
    const told = await claimsHold(source, claims, witnesses, found.verifierKey ?? '', tools, lang);
    return and(t.sound(found.size, hex(found.root)) + signed, told);
  }
  if (foot.position < 1 || foot.position > found.size) return { verdict: 1, lines: [t.tooShort(found.size)] };
  const root = (await rootsAt(source, new Set([foot.position]), tools)).get(foot.position) ?? '';
  return root === foot.root.toLowerCase()
    ? { verdict: 0, lines: [t.footHolds(foot.position) + signed] }
    : { verdict: 1, lines: [t.footFails(foot.position, root)] };
}

/** A checkpoint by itself: the log's signature, and its witnesses'. */
export function checkNote(note: string, { tools, lang, key, witnesses }: Asked): Checked {
  const t = verifyWords[lang];
  const head = parseCheckpoint(note)?.checkpoint;
  if (head === undefined) return { verdict: 2, lines: [t.notNote] };
  if (key === undefined) return { verdict: 2, lines: [t.needKey] };
  const fault = checkpointFault(note, key, tools.sha256, tools.ed25519);
  if (fault) return { verdict: 1, lines: [t.noteFails(whyOf(fault))] };
  return and(t.noteHolds(head.size, hex(head.root)), witnessesOf(note, witnesses, tools, lang));
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const utf8 = new TextEncoder();

/** The same value, whatever the order of its keys. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key])) // both are objects
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // what it is not is told
  }
}

/** What `atalaya ledger prove` prints. Everything in it is recomputed; what it claims is never believed, and must say the same. */
export function checkProof(given: unknown, { tools, lang, key, witnesses }: Asked): Checked {
  const t = verifyWords[lang];
  const claimed = (typeof given === 'object' && given !== null ? given : {}) as Readonly<Record<string, unknown>>; // each field is looked at
  const { seq, body, proof, checkpoint } = claimed;
  const known = key ?? claimed.verifierKey;
  if (
    typeof seq !== 'number' ||
    typeof body !== 'string' ||
    !Array.isArray(proof) ||
    typeof checkpoint !== 'string' ||
    typeof known !== 'string'
  )
    return { verdict: 2, lines: [t.notProof] };
  const fails = (why: string): Checked => ({ verdict: 1, lines: [t.proofFails(why)] });
  const head = parseCheckpoint(checkpoint)?.checkpoint;
  const leaf = tools.sha256(Uint8Array.from([0, ...utf8.encode(body)]));
  const path = proof.map((one) => bytesOf(String(one)));
  const fault =
    checkpointFault(checkpoint, known, tools.sha256, tools.ed25519) ??
    (head && inclusionFault({ seq, size: head.size, leaf, proof: path, root: head.root }, tools.sha256));
  if (fault || !head) return fails(fault ? whyOf(fault) : t.notNote);
  const numbered = /^\{"seq":(\d+),/.exec(body)?.[1];
  if (numbered !== String(seq)) return fails(`seq: ${numbered} ≠ ${seq}`);
  // The readable part is what a person looks at, so it must be the sealed one.
  const readable = { entry: parsed(body), leaf: hex(leaf), size: head.size, root: hex(head.root) };
  for (const [field, truth] of Object.entries(readable))
    if (Object.hasOwn(claimed, field) && !same(claimed[field], truth)) return fails(t.unlike(field));
  const own = Array.isArray(claimed.witnesses) ? claimed.witnesses.map(String) : [];
  const keys = witnesses.length > 0 ? witnesses : own;
  const told = witnessesOf(checkpoint, keys, tools, lang);
  const holds = t.proofHolds(seq, head.size, hex(head.root)) + (key === undefined ? t.ownKey : '');
  const noted = witnesses.length === 0 && own.length > 0 ? { ...told, lines: [...told.lines, t.ownWitnesses.trim()] } : told;
  return and(holds, noted);
}

/** Whatever file somebody has: it is told by how it begins. */
export async function checkAny(source: Source, asked: Asked, foot?: Foot): Promise<Checked> {
  const start = await textOf(source, exportHeader.length);
  if (start.startsWith(exportHeader)) return checkExported(source, asked, foot);
  const text = await textOf(source, 16 * 2 ** 20);
  const value = parsed(text);
  if (value !== undefined) return checkProof(value, asked);
  if (parseCheckpoint(text)) return checkNote(text, asked);
  return { verdict: 2, lines: [verifyWords[asked.lang].unknown] };
}

/** The text of a file, or its beginning. */
export async function textOf(source: Source, most = Number.POSITIVE_INFINITY): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of source()) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= most) break;
  }
  return text;
}
