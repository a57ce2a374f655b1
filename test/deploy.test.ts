import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createMetrics } from '../src/app/metrics.ts';
import { readEnvironment, settings } from '../src/cli/environment.ts';

/** What runs the program elsewhere cannot be run here: so it is read, and held against the program. */
const text = (path: string): string => readFileSync(path, 'utf8');
const operation = text('docs/operation.md');
const known = Object.keys(settings);
const named = (source: string): readonly string[] => [...new Set(source.match(/\bATALAYA_[A-Z_]+/g) ?? [])];
const longestAnswerSeconds = 30;

describe('the container file', () => {
  const lines = text('deploy/Containerfile')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ word: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }));
  const of = (word: string) => lines.filter((line) => line.word === word).map((line) => line.rest);
  const last = lines.slice(lines.findLastIndex((line) => line.word === 'FROM'));

  test('uses instructions that there are, and pins what it starts from', () => {
    const words = 'FROM WORKDIR COPY RUN ENV USER VOLUME EXPOSE STOPSIGNAL HEALTHCHECK ENTRYPOINT CMD'.split(' ');
    expect(lines.map((line) => line.word).filter((word) => !words.includes(word))).toEqual([]);
    for (const image of of('FROM')) expect(image).toMatch(/^[a-z]+:\d+[\w.-]*( AS [a-z]+)?$/);
  });

  test('carries all that the package carries, and only what exists', () => {
    const { files } = JSON.parse(text('package.json'));
    const copied = last.filter((line) => line.word === 'COPY').map((line) => /\/app\/(\S+) /.exec(line.rest)?.[1]);
    for (const file of [...files, 'package.json', 'node_modules']) expect(copied).toContain(file);
    for (const file of copied) expect(file === 'dist' || file === 'node_modules' || existsSync(String(file)), file).toBe(true);
  });

  test('runs as nobody in particular, in the form that receives signals, on the Node that the package brings', () => {
    expect(last.find((line) => line.word === 'USER')?.rest).toBe('node');
    expect(JSON.parse(of('ENTRYPOINT')[0] ?? '')).toEqual(['node_modules/.bin/node', 'dist/atalaya.js']);
    expect(JSON.parse(of('CMD')[0] ?? '')).toEqual(['serve']);
    expect(of('HEALTHCHECK')[0]).toContain('/listo');
    expect(lines.findIndex((line) => line.word === 'USER')).toBeLessThan(lines.findIndex((line) => line.word === 'ENTRYPOINT'));
  });

  test('says settings that the program takes', () => {
    const env = Object.fromEntries(of('ENV').flatMap((one) => one.split(' ').map((pair) => pair.split('='))));
    expect(readEnvironment(env)).toMatchObject({ ok: true });
    expect(of('EXPOSE')).toEqual([env.ATALAYA_PORT]);
    expect(JSON.parse(of('VOLUME')[0] ?? '')).toEqual([env.ATALAYA_DATA, env.ATALAYA_BACKUP_DIR]);
  });
});

describe('the compose file', () => {
  const compose = parse(text('deploy/compose.yaml'), { merge: true });
  const nodes = ['atalaya-1', 'atalaya-2'].map((name) => compose.services[name]);

  test('runs two programs on one database, one folder and one secret, behind an address of this machine', () => {
    for (const node of nodes) {
      expect(node.environment).toEqual(nodes[0].environment);
      expect(node.volumes).toEqual(nodes[0].volumes);
      expect(node.ports[0]).toMatch(/^127\.0\.0\.1:\d+:3000$/);
      expect(node.depends_on.db.condition).toBe('service_healthy');
      expect(existsSync(`deploy/${node.build.context}/${node.build.dockerfile}`)).toBe(true);
      expect([node.read_only, node.cap_drop]).toEqual([true, ['ALL']]);
      for (const volume of node.volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
    expect(new Set(nodes.map((node) => node.ports[0])).size).toBe(2);
  });

  test('says settings that the program takes, no secret of its own, and waits for requests that came', () => {
    const { environment } = nodes[0];
    expect(Object.keys(environment).filter((name) => !known.includes(name))).toEqual([]);
    for (const name of ['ATALAYA_SECRET', 'ATALAYA_METRICS_TOKEN']) expect(environment[name]).toMatch(/^\$\{/);
    const grace = Number.parseInt(nodes[0].stop_grace_period, 10);
    expect(grace).toBeGreaterThanOrEqual(longestAnswerSeconds + Number(environment.ATALAYA_DRAIN_SECONDS));
  });
});

test('the systemd unit runs what is built, as its own user, and waits for requests that came', () => {
  const unit = text('deploy/atalaya.service');
  const sections = unit.match(/^\[\w+\]$/gm);
  expect(sections).toEqual(['[Unit]', '[Service]', '[Install]']);
  for (const line of unit.split('\n').filter((one) => one !== '' && !/^[#[]/.test(one))) expect(line).toMatch(/^[A-Z][A-Za-z]+=.*$/);
  const value = (key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(unit)?.[1];
  expect(value('ExecStart')).toBe('/opt/atalaya/node_modules/.bin/node /opt/atalaya/dist/atalaya.js serve');
  expect(value('User')).not.toBe('root');
  expect(Number(value('TimeoutStopSec'))).toBeGreaterThan(longestAnswerSeconds + 1);
  for (const key of ['NoNewPrivileges', 'ProtectHome', 'PrivateTmp']) expect(value(key)).toBe('true');
  expect(named(unit).filter((name) => !known.includes(name))).toEqual([]);
  for (const path of unit.matchAll(/^Environment=ATALAYA_\w+=(\S+)$/gm)) expect(value('ReadWritePaths')).toContain(path[1]);
});

describe('docs/operation.md', () => {
  test('tells every setting, and none that there is not', () => {
    expect(known.filter((name) => !operation.includes(`\`${name}\``))).toEqual([]);
    expect(named(operation).filter((name) => !known.includes(name))).toEqual([]);
  });

  test('tells every figure of ours, and the dashboard shows figures that there are', () => {
    const metrics = createMetrics({ worlds: {}, mail: {} } as never);
    const ours = metrics.names().filter((name) => name.startsWith('atalaya_'));
    expect(ours.filter((name) => !operation.includes(`\`${name}\``))).toEqual([]);
    const shown = JSON.parse(text('deploy/dashboard.json')).panels.flatMap((panel: { targets: { expr: string }[] }) =>
      panel.targets.flatMap(({ expr }) => expr.match(/\b(?:atalaya|process|nodejs)_\w+/g) ?? []),
    );
    const measured = metrics.names().flatMap((name) => [name, `${name}_bucket`, `${name}_count`, `${name}_sum`]);
    expect(shown.filter((name: string) => !measured.includes(name))).toEqual([]);
    expect(ours.filter((name) => !shown.some((one: string) => one.startsWith(name)))).toEqual([]);
  });
});
