import { performance } from 'node:perf_hooks';
import { alone } from '../watch/schedule/leader.ts';
import { postgresLeader } from '../watch/schedule/leader-postgres.ts';
import { createSchedule, type Schedule } from '../watch/schedule/schedule.ts';
import type { App } from './app.ts';
import { putDigests } from './digests.ts';
import { createRenderers } from './documents.ts';
import { immediateMessages } from './immediate.ts';
import { putInvitations } from './invitations.ts';
import { type BackupSettings, keepBackups, type LastBackup } from './kept-backups.ts';
import type { Watching } from './watching.ts';
import { createWebhooks } from './webhooks.ts';
import { createWitnessing } from './witnessing.ts';

const minute = 60_000;

/** What the program does by itself, each in its time; where several machines serve one database, one of them does it. */
export function createWork(
  app: App,
  watching: Watching,
  backups?: { readonly settings: BackupSettings; readonly made: (last: LastBackup) => void },
  elapsed: () => number = () => performance.now(),
): Schedule {
  const webhooks = createWebhooks(app, {
    fault: (fault) => app.log('error', 'a webhook could not be sent', {}, fault),
    elapsed,
  });
  const witnessing = createWitnessing(app, {
    fault: (fault) => app.log('error', 'a checkpoint could not be sent to a witness', {}, fault),
    elapsed,
  });
  const renderers = createRenderers();
  return createSchedule({
    jobs: [
      ...(backups === undefined
        ? []
        : [
            {
              name: 'backup',
              everyMs: 10 * minute,
              run: async () => {
                const made = await keepBackups(app, backups.settings);
                if (made === undefined) return;
                app.log('info', 'backup made and read back whole', { entries: made.size, bytes: made.sizeBytes });
                backups.made(made);
              },
            },
          ]),
      { name: 'digests', everyMs: 5 * minute, run: () => putDigests(app) },
      { name: 'immediate', everyMs: minute, run: immediateMessages(app) },
      { name: 'invitations', everyMs: minute / 2, run: () => putInvitations(app, renderers) },
      { name: 'probes', everyMs: 1000, run: async () => watching.tick() },
      { name: 'webhooks', everyMs: 5000, run: () => webhooks.run() },
      { name: 'witnesses', everyMs: minute / 2, run: () => witnessing.run() },
      { name: 'answers', everyMs: 24 * 60 * minute, run: () => app.samples.forget(app.now()) },
      { name: 'outbox', everyMs: minute / 2, run: (signal) => app.mail.sendDue(signal) },
    ],
    leader: app.place.databaseUrl === undefined ? alone : postgresLeader(app.place.databaseUrl),
    elapsed,
    fault: (job, fault) => app.log('error', 'scheduled work failed', { job }, fault),
  });
}
