import { spawn } from 'node:child_process';
import { Agent, get } from 'node:http';
import { serve } from '@hono/node-server';
import { openApp } from '../src/app/app.ts';
import { assemble } from '../src/app/assemble.tsx';
import { asId } from '../src/core/ids.ts';
import { openLedger } from '../src/ledger/open.ts';
import { fill } from './country.ts';
import { least, type Measured, type Row } from './measure.ts';
import { inScratch, thisProgram } from './scratch.ts';

const pages = { board: '/pais/', matrix: '/pais/prep' } as const;

/** In a process of its own: the program, and beside its routes one that answers a constant body of each page's size. */
export async function serveOnce(dataDir: string): Promise<void> {
  const app = await openApp({ dataDir });
  const first = assemble(app);
  const site = assemble(app);
  for (const [name, path] of Object.entries(pages)) {
    const body = new Uint8Array(await (await first.request(path)).arrayBuffer());
    site.get(`/constante/${name}`, (c) => c.body(body, 200, { 'content-type': 'text/html; charset=UTF-8', etag: '"constant"' }));
  }
  const entered = await app.identity.enterAs(asId('secretaria-tecnica'));
  const cookie = entered.setCookie.map((one) => one.split(';')[0]).join('; ');
  const server = serve({ fetch: site.fetch, hostname: '127.0.0.1', port: 0 }, (address) =>
    console.log(JSON.stringify({ port: address.port, cookie })),
  );
  process.on('SIGTERM', () => {
    server.close();
    void app.close().then(() => process.exit(0));
  });
}

/** Requests answered in `seconds` by 16 connections that never rest. Throws on anything but 200. */
export function load(port: number, path: string, seconds: number, headers: Record<string, string> = {}): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const until = performance.now() + seconds * 1000;
  let answered = 0;
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${path} answered ${response.statusCode}`));
        response.on('data', () => undefined).on('end', resolve);
      }).on('error', reject);
    });
  const worker = async () => {
    while (performance.now() < until) {
      await one();
      answered += 1;
    }
  };
  return Promise.all(Array.from({ length: 16 }, worker)).then(() => {
    agent.destroy();
    return answered / seconds;
  });
}

/** The best of three, each beside the other: what else the machine does falls on both. */
async function ratio(port: number, path: string, constant: string): Promise<number> {
  const ratios: number[] = [];
  for (let i = 0; i < 3; i++) {
    const plain = await load(port, constant, 2);
    ratios.push((await load(port, path, 2)) / plain);
  }
  return ratios.sort((a, b) => b - a)[1] ?? 0;
}

export async function run(): Promise<Measured> {
  const rows: Row[] = [];
  await inScratch(async (dir) => {
    const ledger = await openLedger({ dataDir: dir });
    await fill(ledger, 10_000);
    await ledger.close();
    const child = spawn(process.execPath, [thisProgram(), 'child-serve', dir], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const { port, cookie } = await new Promise<{ port: number; cookie: string }>((resolve) => {
        child.stdout.once('data', (chunk: Buffer) => resolve(JSON.parse(chunk.toString()) as { port: number; cookie: string })); // our own line, printed above
      });
      await load(port, pages.board, 1);
      rows.push(
        least(
          'anonymous board, cached, against a constant body of its size',
          await ratio(port, pages.board, '/constante/board'),
          0.7,
          '×',
          2,
        ),
        least(
          'anonymous matrix, cached, against a constant body of its size',
          await ratio(port, pages.matrix, '/constante/matrix'),
          0.7,
          '×',
          2,
        ),
        least(
          'PREP matrix of 32 OPLs × 61 obligations with the risk of each, signed in, not cached',
          await load(port, pages.matrix, 4, { cookie }),
          80,
          'pages/s',
        ),
        least('board with its alerts, signed in, not cached', await load(port, pages.board, 4, { cookie }), 60, 'pages/s'),
      );
    } finally {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    }
  });
  return { name: 'Pages', rows };
}
