import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ok, type Result, refuse } from '../core/result.ts';
import type { Bilingual } from '../core/words.ts';
import { bytesOf, findingsFile } from '../domain/verifications/findings-file.ts';
import type { Verification } from '../domain/verifications/views.ts';
import { fileFaultText } from '../files/words.ts';
import { checkSet } from '../prep/checks/check-set.ts';
import { parseProfile } from '../prep/profiles/profile.ts';
import { type VerifyOptions, verifyPrep } from '../prep/verify.ts';
import type { App } from './app.ts';
import { type Asked, findingsFilesOf } from './findings-file.ts';
import { askedOf } from './record-verification.ts';

/** `sameRules`: whether this program asks by the set of checks the record names; otherwise other findings prove nothing. */
export type Repeated = { readonly equal: boolean; readonly recorded: string; readonly repeated: string; readonly sameRules: boolean };

/** Verifies the kept bytes again, as they were asked then, and compares the findings file with the one on record. */
export async function repeatVerification(app: App, recorded: Verification): Promise<Result<Repeated, Bilingual>> {
  const filed = await app.files.read(recorded.findings);
  if (!filed.ok) return refuse(fileFaultText[filed.error]);
  const { asked } = findingsFile.parse(JSON.parse(new TextDecoder().decode(filed.value)));
  const folder = await mkdtemp(join(tmpdir(), 'atalaya-repeat-'));
  try {
    const paths: string[] = [];
    for (const [i, cut] of recorded.cuts.entries()) {
      if (!cut.file) return refuse(notKept(cut.name));
      const bytes = await app.files.read(cut.file);
      if (!bytes.ok) return refuse(fileFaultText[bytes.error]);
      // Under its published name, which may carry the time; each cut in a folder of its own.
      const path = join(folder, `${i + 1}`, ...cut.name.split(/[/!]/).filter((part) => part !== '' && part !== '..'));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes.value);
      paths.push(path);
    }
    const options = optionsOf(asked);
    const names = new Map(recorded.cuts.map((cut) => [cut.sha256, cut.name]));
    const [again] = findingsFilesOf(await verifyPrep(paths, options), askedOf(options));
    if (!again) return refuse(notKept(recorded.cuts[0]?.name ?? ''));
    // A file taken out of a package is now one beside it: its name is the recorded one.
    const file = { ...again.file, cuts: again.file.cuts.map((cut) => ({ ...cut, name: names.get(cut.sha256) ?? cut.name })) };
    const repeated = createHash('sha256').update(bytesOf(file)).digest('hex');
    const sameRules = checkSet().sha256 === recorded.checkSet.sha256;
    return ok({ equal: repeated === recorded.findings.sha256, recorded: recorded.findings.sha256, repeated, sameRules });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function optionsOf({ final, drill, planned, announced, profile }: Asked): VerifyOptions {
  const read = profile === null ? undefined : parseProfile(profile);
  return {
    ...(final ? { final } : {}),
    ...(drill ? { drill: planned === null ? {} : { planned } } : {}),
    ...(announced.length > 0 ? { announced: { times: announced } } : {}),
    ...(read?.ok ? { profile: read.value } : {}),
  };
}

const notKept = (name: string): Bilingual => ({
  es: `Los bytes de «${name}» no están en esta instalación. Entregue el mismo archivo a «atalaya prep verify» y compare las huellas.`,
  en: `The bytes of “${name}” are not in this installation. Hand the same file to “atalaya prep verify” and compare the digests.`,
});
