import { createReadStream } from 'node:fs';
import { nodeTools } from '../ledger/checkpoint.ts';
import { type Asked, type Checked, checkExported, checkNote, checkProof, textOf, type Verdict } from './check.ts';
import { type Lang, verifyWords } from './words.ts';

type Out = (text: string) => void;

/** Runs one command line, without the program's name. */
export async function main(args: readonly string[], out: Out, err: Out): Promise<Verdict> {
  const words = args.filter((word, i) => !word.startsWith('--') && !(args[i - 1] ?? '').startsWith('--'));
  const all = (name: string): readonly string[] => args.flatMap((word, i) => (word === name && args[i + 1] ? [args[i + 1] ?? ''] : []));
  const lang: Lang = all('--lang')[0] === 'en' ? 'en' : 'es';
  const [what = '', file = '', position = '', root = ''] = words;
  try {
    const asked: Asked = { tools: nodeTools, lang, key: all('--key')[0], witnesses: all('--witness') };
    const checked = file === '' ? undefined : await check(what, file, position, root, asked);
    if (checked) {
      for (const line of checked.lines) out(line);
      return checked.verdict;
    }
  } catch (error) {
    err(verifyWords[lang].unreadable(file, error instanceof Error ? error.message : String(error)));
    return 2;
  }
  err(verifyWords[lang].usage);
  return 2;
}

async function check(what: string, file: string, position: string, root: string, asked: Asked): Promise<Checked | undefined> {
  const source = () => createReadStream(file);
  switch (what) {
    case 'export':
      return checkExported(source, asked);
    case 'proof':
      return checkProof(JSON.parse(await textOf(source)), asked);
    case 'checkpoint':
      return checkNote(await textOf(source), asked);
    case 'footer':
      return /^\d+$/.test(position) && /^[0-9a-f]{64}$/i.test(root)
        ? checkExported(source, asked, { position: Number(position), root })
        : undefined;
    default:
      return undefined;
  }
}
