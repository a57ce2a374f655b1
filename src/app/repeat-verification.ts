import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { layOut } from './verify-kept.ts';

/** `sameRules`: whether this program asks by the set of checks the record names; otherwise other findings prove nothing. */
export type Repeated = { readonly equal: boolean; readonly recorded: string; readonly repeated: string; readonly sameRules: boolean };

/** Verifies the kept bytes again, as they were asked then, and compares the findings file with the one on record. */
export async function repeatVerification(app: App, recorded: Verification): Promise<Result<Repeated, Bilingual>> {
  const filed = await app.files.read(recorded.findings);
  if (!filed.ok) return refuse(fileFaultText[filed.error]);
  const { asked } = findingsFile.parse(JSON.parse(new TextDecoder().decode(filed.value)));
  const folder = await mkdtemp(join(tmpdir(), 'atalaya-repeat-'));
  try {
    const files = recorded.cuts.flatMap(({ name, file }) => (file ? [{ name, file }] : []));
    const lost = recorded.cuts.find((cut) => cut.file === undefined);
    if (lost) return refuse(notKept(lost.name));
    const laid = await layOut(app, files, folder);
    if (!laid.ok) return laid;
    const options = optionsOf(asked);
    const names = new Map(recorded.cuts.map((cut) => [cut.sha256, cut.name]));
    const [again] = findingsFilesOf(await verifyPrep(laid.value, options), askedOf(options));
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
