import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { noteFault, readCheckpoint } from '../ledger/checkpoint.ts';
import { sha256 } from '../ledger/link.ts';
import { inclusionFault, logVerifier } from '../ledger/verify.ts';
import { verifyExport } from '../ledger/verify-export.ts';

type Lang = 'es' | 'en';
type Out = (text: string) => void;
/** 0 it holds · 1 it does not · 2 not understood or unreadable. */
export type Verdict = 0 | 1 | 2;

const usage: Readonly<Record<Lang, string>> = {
  es: 'Uso: atalaya-verify export ARCHIVO | proof ARCHIVO | footer EXPORTACIÓN POSICIÓN RAÍZ   [--key CLAVE] [--lang es|en]',
  en: 'Usage: atalaya-verify export FILE | proof FILE | footer EXPORT POSITION ROOT   [--key KEY] [--lang es|en]',
};

/** Runs one command line, without the program's name. */
export async function main(args: readonly string[], out: Out, err: Out): Promise<Verdict> {
  const words = args.filter((word, i) => !word.startsWith('--') && !(args[i - 1] ?? '').startsWith('--'));
  const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const lang: Lang = option('--lang') === 'en' ? 'en' : 'es';
  const key = option('--key');
  const [what = '', file = '', position = '', root = ''] = words;
  try {
    if (what === 'export' && file !== '') return await checkExport(file, key, lang, out);
    if (what === 'proof' && file !== '') return checkProof(JSON.parse(await readFile(file, 'utf8')), key, lang, out);
    if (what === 'footer' && /^\d+$/.test(position) && /^[0-9a-f]{64}$/i.test(root))
      return await checkFooter(file, { position: Number(position), root: root.toLowerCase() }, key, lang, out);
  } catch (error) {
    err(
      `${lang === 'es' ? 'No se pudo leer' : 'It could not be read'}: ${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
    return 2;
  }
  err(usage[lang]);
  return 2;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const say = (lang: Lang, es: string, en: string): string => (lang === 'es' ? es : en);

/** Without a key from elsewhere, anybody could have signed. */
const keyNote = (key: string | undefined, lang: Lang): string =>
  key === undefined
    ? say(
        lang,
        ' Firmado con la clave que el propio archivo trae; compárela con --key.',
        ' Signed by the key that the file itself carries; compare it with --key.',
      )
    : '';

async function checkExport(file: string, key: string | undefined, lang: Lang, out: Out): Promise<Verdict> {
  const { size, root, faults } = await verifyExport(createReadStream(file), key);
  for (const one of faults) out(`${one.where[lang]}: ${one.what[lang]}. ${one.advice[lang]}`);
  if (faults.length > 0) return 1;
  out(say(lang, `Íntegra: ${size} registros, raíz ${hex(root)}.`, `Sound: ${size} entries, root ${hex(root)}.`) + keyNote(key, lang));
  return 0;
}

type Claim = { readonly position: number; readonly root: string };

/** The root of the first entries of an export, which must itself be sound, against the one printed at a foot. */
async function checkFooter(file: string, { position, root }: Claim, key: string | undefined, lang: Lang, out: Out): Promise<Verdict> {
  const checked = await verifyExport(createReadStream(file), key);
  if (checked.faults.length > 0) return checkExport(file, key, lang, out);
  if (position > checked.size) {
    out(
      say(
        lang,
        `La exportación sólo llega al registro ${checked.size}; pida una posterior.`,
        `The export only reaches entry ${checked.size}; ask for a later one.`,
      ),
    );
    return 1;
  }
  const found = await rootAt(file, position);
  if (found === root) {
    out(
      say(
        lang,
        `El pie coincide: la bitácora tenía esa raíz en la posición ${position}.`,
        `The foot agrees: the log had that root at position ${position}.`,
      ) + keyNote(key, lang),
    );
    return 0;
  }
  out(
    say(
      lang,
      `El pie no coincide: en la posición ${position} la raíz es ${found}.`,
      `The foot does not agree: at position ${position} the root is ${found}.`,
    ),
  );
  return 1;
}

/** The export was found sound before, so its lines have the form they must have. */
async function rootAt(file: string, position: number): Promise<string> {
  const verifier = logVerifier(sha256);
  let number = 0;
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    number += 1;
    if (number <= 8 || verifier.size() === position) continue;
    const [, seq = '', leaf = '', body = ''] = /^(\d+) (\S+) ([\s\S]*)$/.exec(line) ?? [];
    const { stream } = JSON.parse(body) as { stream: string }; // as just verified
    verifier.add({ seq: Number(seq), stream, body, leaf: Buffer.from(leaf, 'base64') });
  }
  return hex(verifier.root());
}

/** What `atalaya ledger prove` prints. Everything in it is recomputed; what it claims is never believed. */
function checkProof(given: unknown, key: string | undefined, lang: Lang, out: Out): Verdict {
  const claim = given as { seq?: unknown; body?: unknown; proof?: unknown; checkpoint?: unknown; verifierKey?: unknown };
  const { seq, body, proof, checkpoint } = claim;
  const known = key ?? claim.verifierKey;
  if (
    typeof seq !== 'number' ||
    typeof body !== 'string' ||
    !Array.isArray(proof) ||
    typeof checkpoint !== 'string' ||
    typeof known !== 'string'
  ) {
    out(say(lang, 'No es una prueba de «atalaya ledger prove».', 'This is no proof of “atalaya ledger prove”.'));
    return 2;
  }
  const head = readCheckpoint(checkpoint);
  const leaf = sha256(Buffer.concat([Uint8Array.of(0), Buffer.from(body, 'utf8')]));
  const path = proof.map((one) => new Uint8Array(Buffer.from(String(one), 'hex')));
  const fault =
    noteFault(checkpoint, known) ?? (head && inclusionFault({ seq, size: head.size, leaf, proof: path, root: head.root }, sha256));
  const numbered = /^\{"seq":(\d+),/.exec(body)?.[1];
  if (!head || fault || numbered !== String(seq)) {
    const why = fault ? `${fault.kind}: ${fault.saw} ≠ ${fault.expected}` : `seq: ${numbered} ≠ ${seq}`;
    out(say(lang, `La prueba no se sostiene (${why}).`, `The proof does not hold (${why}).`));
    return 1;
  }
  out(
    say(
      lang,
      `Se sostiene: el registro ${seq} está en la bitácora de ${head.size} registros, raíz ${hex(head.root)}.`,
      `It holds: entry ${seq} is in the log of ${head.size} entries, root ${hex(head.root)}.`,
    ) + keyNote(key, lang),
  );
  return 0;
}
