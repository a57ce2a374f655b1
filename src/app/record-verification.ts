import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { By, IsoDate } from '../core/event.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import type { StoredFile } from '../core/stored-file.ts';
import type { Bilingual } from '../core/words.ts';
import { recordVerification, type VerificationRefusal, type VerificationsWorld } from '../domain/verifications/decide.ts';
import type { NewVerificationsEvent, Occasion } from '../domain/verifications/events.ts';
import { bytesOf, type FindingsFile } from '../domain/verifications/findings-file.ts';
import { verificationRefusalText } from '../domain/verifications/words.ts';
import { fileRefusalText } from '../files/words.ts';
import { execute } from '../ledger/execute.ts';
import { type Verification, type VerifyOptions, verifyPrep } from '../prep/verify.ts';
import type { App } from './app.ts';
import { standingOf } from './filed-cut.ts';
import { type Asked, type Filed, findingsFilesOf } from './findings-file.ts';
import { emptyProcess } from './world.ts';

export const mostBytes = 2 ** 31;

/** Of whom, when, by whom. */
export type Recording = {
  readonly process: string;
  readonly opl: string;
  readonly occasion: Occasion;
  readonly on: IsoDate;
  readonly by: By;
  /** An election that comes out as it is on record already is passed over; without it, that is refused. */
  readonly onlyNew?: true;
};

function isRecorded(app: App, { process, opl, occasion }: Recording, digest: string): boolean {
  const known = app.worlds.current().processes.get(process)?.verifications.verifications.values() ?? [];
  return [...known].some((one) => one.findings.sha256 === digest && one.opl === opl && one.occasion === occasion);
}

/** What a verification was asked, as the findings file keeps it so that it can be asked again. */
export const askedOf = ({ final, drill, profile, announced }: VerifyOptions): Asked => ({
  final: final === true,
  drill: drill !== undefined,
  planned: drill?.planned ?? null,
  announced: [...(announced?.times ?? [])],
  profile: profile === undefined ? null : JSON.stringify(profile),
});

type Kept = { readonly sizeBytes: number; readonly file?: StoredFile };

/** Verifies, keeping the published bytes, then records one verification for each election among them. Nothing readable: nothing is recorded. */
export async function verifyAndRecord(
  app: App,
  paths: readonly string[],
  options: VerifyOptions,
  recording: Recording,
): Promise<Result<{ readonly result: Verification; readonly ids: readonly string[] }, Bilingual>> {
  const kept = new Map<string, Kept>();
  const result = await verifyPrep(paths, {
    ...options,
    keep: async (source) => {
      if (source.file === null || source.sha256 === null || kept.has(source.sha256)) return;
      const taken = await app.files.keep(createReadStream(source.file), { givenName: source.name, maxBytes: mostBytes });
      // What the store does not take in (text without an ending it knows, say) was read and hashed all the same.
      kept.set(source.sha256, { sizeBytes: source.sizeBytes, ...(taken.ok ? { file: taken.value.file } : {}) });
    },
  });
  const ids: string[] = [];
  for (const filed of findingsFilesOf(result, askedOf(options))) {
    const digest = createHash('sha256').update(bytesOf(filed.file)).digest('hex');
    if (recording.onlyNew && isRecorded(app, recording, digest)) continue;
    const recorded = await recordOne(app, filed, kept, recording);
    if (!recorded.ok) return recorded;
    ids.push(recorded.value);
  }
  return ok({ result, ids });
}

async function recordOne(
  app: App,
  { cuts, file }: Filed,
  kept: ReadonlyMap<string, Kept>,
  { process, on, by, opl, occasion }: Recording,
): Promise<Result<string, Bilingual>> {
  const taken = await app.files.keep(oneChunk(bytesOf(file)), { givenName: `${file.election.key}.json`, maxBytes: mostBytes });
  if (!taken.ok) return refuse(fileRefusalText(taken.error, `${file.election.key}.json`));
  const last = cuts.at(-1);
  const data = {
    opl,
    occasion,
    election: file.election.title.slice(0, 300),
    electionKey: file.election.key,
    cuts: cuts.map(({ loaded }, i) => {
      const bytes = kept.get(loaded.sha256);
      return {
        name: file.cuts[i]?.name ?? loaded.file,
        sha256: loaded.sha256,
        sizeBytes: bytes?.sizeBytes ?? 0,
        cutAt: loaded.cutAt,
        actas: loaded.rows,
        ...(bytes?.file ? { file: bytes.file } : {}),
      };
    }),
    final: file.asked.final,
    ...(file.asked.planned === null ? {} : { planned: file.asked.planned }),
    checkSet: file.checkSet,
    counts: countsOf(file),
    standing: last ? standingOf(last.standing) : { counted: 0, notCounted: 0, notCaptured: 0, outOfCatalogue: 0 },
    totalsDiffer: file.cuts.at(-1)?.totals.filter((one) => one.kind === 'different').length ?? 0,
    ...(file.asked.announced.length === 0 ? {} : { lateCuts: lateCutsOf(file) }),
    findings: taken.value.file,
  };
  return appendDecided(app, process, (world) => recordVerification(world, { on, by, ...data }));
}

/** Decides on the process as it is and appends; the id of what was recorded. */
export async function appendDecided(
  app: App,
  process: string,
  decide: (world: VerificationsWorld) => Result<readonly NewVerificationsEvent[], VerificationRefusal>,
): Promise<Result<string, Bilingual>> {
  let id = '';
  const look = async () => {
    const world = (await app.worlds.catchUp()).processes.get(process) ?? emptyProcess();
    return { state: world, position: await app.ledger.streamPosition(process) };
  };
  const done = await execute(app.ledger, process, look, (world) => {
    const decided = decide(world);
    const [event] = decided.ok ? decided.value : [];
    if (event) id = event.type === 'VerificationRecorded' ? event.data.verification : event.data.comparison;
    return decided;
  });
  await app.worlds.catchUp();
  if (done.ok) return ok(id);
  return refuse(done.error.kind === 'conflict' ? beaten : verificationRefusalText(done.error));
}

/** Open places by severity, and places put right. */
export function countsOf({ findings, checks }: FindingsFile): { error: number; warning: number; note: number; corrected: number } {
  const counts = { error: 0, warning: 0, note: 0, corrected: 0 };
  for (const { check, count, correctedIn } of findings)
    counts[correctedIn === null ? (checks[check]?.severity ?? 'note') : 'corrected'] += count;
  return counts;
}

const lateCutsOf = ({ findings }: FindingsFile): number =>
  findings.filter(({ check }) => check === 'cut-late').reduce((sum, { count }) => sum + count, 0);

export async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const beaten: Bilingual = {
  es: 'Alguien escribió en la bitácora al mismo tiempo. Vuelva a registrarla.',
  en: 'Somebody wrote to the log at the same time. Record it again.',
};
