import { join } from 'node:path';
import { asId } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import { isSubject } from '../core/subject.ts';
import { readNorms } from '../domain/plan/load-norm.ts';
import type { Norm } from '../domain/plan/norm.ts';
import type { Drafts } from '../drafts/drafts.ts';
import { openDiskStore } from '../files/disk.ts';
import type { FileStore } from '../files/store.ts';
import { createTexts, type Texts } from '../files/texts.ts';
import type { Identity } from '../identity/identity.ts';
import { openIdentity } from '../identity/open-identity.ts';
import type { PasswordCost } from '../identity/passwords.ts';
import type { ProviderSettings } from '../identity/provider.ts';
import { type LedgerPlace, openLedger, type SignedLedger } from '../ledger/open.ts';
import { createOutbox, type Outbox } from '../mail/outbox.ts';
import type { MailSettings } from '../mail/settings.ts';
import type { Samples } from '../watch/probes/samples.ts';
import { readNote } from './digests.ts';
import { createKeptFiles, type KeptFiles } from './kept-files.ts';
import { createLog } from './log.ts';
import { openDrafts } from './open-drafts.ts';
import { packageRoot } from './paths.ts';
import { openSamples } from './probe-samples.ts';
import { createReadings, type Readings } from './readings.ts';
import { createKeptTexts } from './search/kept-texts.ts';
import { createSearch, type Search } from './search/search.ts';
import { homeZone, todayIn } from './today.ts';
import { createWorlds, type Worlds } from './worlds.ts';

export type AppOptions = {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** The address people type, for links and for cookies. */
  readonly baseUrl?: string;
  /** Instants at the edge; the real clock unless a test says otherwise. */
  readonly now?: () => string;
  /** How long what was shown waits to be recorded with what follows. */
  readonly readingsDelayMs?: number;
  /** How to reach the mail server; absent: messages wait in the outbox. */
  readonly mail?: MailSettings;
  /** Where faults and what happens are told; the standard error output unless said otherwise. */
  readonly log?: Log;
  /** In place of the data folder's own secret: machines that share a database share it. */
  readonly secret?: string;
  /** Another place for files than the data folder. */
  readonly files?: FileStore;
  /** Who else may vouch for people. */
  readonly provider?: ProviderSettings;
  /** For how many days the record of sign-ins is kept. */
  readonly accessDays?: number;
  /** What hashing a password costs; only tests ask for less than is recommended. */
  readonly passwordCost?: PasswordCost;
};

/** Everything that is open while the program runs. */
export type App = {
  readonly ledger: SignedLedger;
  readonly place: LedgerPlace;
  readonly worlds: Worlds;
  readonly identity: Identity;
  readonly readings: Readings;
  readonly mail: Outbox;
  /** Evidence by its SHA-256; a file is readable only through a record that names it. */
  readonly files: FileStore;
  /** What is written in them, for whoever compares or searches. */
  readonly texts: Texts;
  readonly keptFiles: KeptFiles;
  /** What people are writing and have not saved. */
  readonly drafts: Drafts;
  /** The answers of probes. */
  readonly samples: Samples;
  /** What was said, by its words. */
  readonly search: Search;
  readonly norms: () => Promise<ReadonlyMap<string, Norm>>;
  readonly dataDir: string;
  readonly baseUrl: string;
  readonly now: () => string;
  readonly log: Log;
  /** Root of the log at a position, lower-case hex. */
  readonly rootAt: (position: number) => Promise<string>;
  /** Whether anybody may enter as any office: every process is an example, and nobody has ever had an account. */
  readonly isExampleOnly: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

export const examplesDir = (): string => join(packageRoot(), 'examples');

const toStderr = (line: string): void => void process.stderr.write(`${line}\n`);
export const realClock = (): string => Temporal.Now.instant().toString({ fractionalSecondDigits: 3 });

/** Opens the ledger, folds it, and follows it. Throws `LedgerFault` when the store cannot be opened. */
export async function openApp(options: AppOptions): Promise<App> {
  const { dataDir, databaseUrl, baseUrl = 'http://localhost:3000', now = realClock } = options;
  const log = options.log ?? createLog(toStderr, now);
  const where = { dataDir, ...(databaseUrl === undefined ? {} : { databaseUrl }) };
  // The store has a cheaper clock of its own; only a test gives it another.
  const ledger = await openLedger(options.now === undefined ? where : { ...where, now });
  const worlds = createWorlds(ledger);
  await worlds.catchUp();
  const identity = openIdentity({
    ...where,
    baseUrl,
    passwordCost: options.passwordCost,
    provider: options.provider,
    accessDays: options.accessDays,
    ...(options.secret === undefined ? {} : { secret: options.secret }),
  });
  let following: Promise<unknown> = Promise.resolve();
  const stop = ledger.tail(() => {
    // What cannot be read now is asked for again at the next advance or act, which then says why it cannot.
    following = worlds.catchUp().catch((fault: unknown) => log('error', 'the log could not be read', {}, fault));
  });
  const todayOf = (id: string) => {
    const process = worlds.current().processes.get(id)?.process;
    return todayIn(process?.kind === 'open' ? process.timeZone : homeZone, now());
  };
  const readings = createReadings({ ledger, worlds, now, log }, todayOf, options.readingsDelayMs);
  const { mail: settings } = options;
  const mail = createOutbox({
    open: async () =>
      databaseUrl === undefined
        ? (await import('../mail/sqlite.ts')).openSqlite(dataDir)
        : (await import('../mail/postgres.ts')).openPostgres(databaseUrl),
    transport: settings && (await import('../mail/smtp.ts')).smtpTransport(settings, new URL(baseUrl).hostname),
    addressOf: (person) => identity.personalData(asId(person)),
    now,
    onSent: ({ person, note }) => {
      const told = readNote(note);
      if (told) readings.note(told.process, { office: told.office, person }, 'mail', told.subjects.filter(isSubject));
    },
  });
  const drafts = openDrafts(where);
  const samples = openSamples(where);
  const files = options.files ?? openDiskStore(join(dataDir, 'files'));
  const search = createSearch(ledger, createKeptTexts(join(dataDir, 'derived', 'texts'), files));
  const roots = new Map<number, string>();
  let norms: Promise<ReadonlyMap<string, Norm>> | undefined;
  return {
    ledger,
    place: where,
    worlds,
    identity,
    readings,
    mail,
    files,
    texts: createTexts(files),
    keptFiles: createKeptFiles(dataDir, options.secret),
    drafts,
    samples,
    search,
    norms: () => (norms ??= loadNorms()),
    dataDir,
    baseUrl,
    now,
    log,
    rootAt: async (position) => {
      const kept = roots.get(position);
      if (kept !== undefined) return kept;
      const root = Buffer.from(await ledger.rootAt(position)).toString('hex');
      if (roots.size > 1000) roots.clear();
      roots.set(position, root);
      return root;
    },
    isExampleOnly: async () => {
      const processes = [...worlds.current().processes.values()];
      const onlyExamples = processes.length > 0 && processes.every(({ process }) => process.kind === 'open' && process.example);
      return onlyExamples && !(await identity.hasAccounts());
    },
    close: async () => {
      await readings.close().catch((fault: unknown) => log('error', 'what was shown could not be recorded', {}, fault)); // the store may be what failed; the rest is closed all the same
      stop();
      await following;
      await search.close();
      await mail.close();
      await drafts.close();
      await samples.close();
      await identity.close();
      await ledger.close();
    },
  };
}

async function loadNorms(): Promise<ReadonlyMap<string, Norm>> {
  const read = await readNorms(join(packageRoot(), 'norms'));
  if (read.ok) return new Map(read.value.map((norm) => [norm.id, norm]));
  const faults = read.error.map((fault) => `${fault.file}:${fault.line}:${fault.column} ${fault.message.es}`);
  throw new Error(`norms/: ${faults.join('; ')}`);
}
