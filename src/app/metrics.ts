import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Operator } from '../web/operator.ts';
import type { App } from './app.ts';
import type { LastBackup } from './kept-backups.ts';

/** What the program counts of itself, in the form Prometheus reads. `docs/operation.md` says what each is for. */
export function createMetrics(app: Pick<App, 'worlds' | 'mail'>) {
  const registers = [new Registry()];
  const [registry = new Registry()] = registers;
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'atalaya_request_seconds',
    help: 'Requests answered, by route, method and class of status, with how long each took.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const streams = new Gauge({ name: 'atalaya_live_pages', help: 'Pages open that are told when the log advances.', registers });
  const faults = new Counter({
    name: 'atalaya_faults_total',
    help: 'Faults recorded in the log of the program, by what failed.',
    labelNames: ['what'],
    registers,
  });
  new Gauge({
    name: 'atalaya_log_entries',
    help: 'Entries of the log this process has folded.',
    registers,
    collect() {
      this.set(app.worlds.current().position);
    },
  });
  new Gauge({
    name: 'atalaya_mail_messages',
    help: 'Messages in the outbox, by state.',
    labelNames: ['state'],
    registers,
    async collect() {
      for (const [state, count] of Object.entries(await app.mail.counts())) this.set({ state }, count);
    },
  });
  const backupAt = new Gauge({
    name: 'atalaya_backup_timestamp_seconds',
    help: 'When the last scheduled backup was found whole.',
    registers,
  });
  const backupBytes = new Gauge({ name: 'atalaya_backup_bytes', help: 'Size of the last scheduled backup.', registers });

  const answered: Operator['answered'] = ({ method, route, status, ms }) =>
    requests.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, ms / 1000);
  return {
    answered,
    streams: (change: 1 | -1) => streams.inc(change),
    fault: (what: string) => faults.inc({ what }),
    backedUp: ({ at, sizeBytes }: LastBackup) => {
      backupAt.set(Temporal.Instant.from(at).epochMilliseconds / 1000);
      backupBytes.set(sizeBytes);
    },
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
    names: () => registry.getMetricsAsArray().map((metric) => metric.name),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
