import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Agent, get, type IncomingMessage, request } from 'node:http';
import { availableParallelism } from 'node:os';
import { openApp } from '../src/app/app.ts';
import { assemble } from '../src/app/assemble.tsx';
import { asId } from '../src/core/ids.ts';
import { must } from '../src/core/result.ts';
import { listen } from '../src/web/listen.ts';
import { makeDecade, now } from './decade.ts';
import { offices, secretariat, size } from './decade-log.ts';
import { type Measured, most } from './measure.ts';
import { inScratch, thisProgram } from './scratch.ts';

const people = 300;
const outcomes = 20;
const room = `/pais/reuniones/${size.meetings}/desarrollo`;
/** How long Turbo waits for a second change before it asks for the page again. */
const turboWaitMs = 150;

/** In a process of its own: the program, and three hundred people who have entered, each in the chair of an office. */
export async function serveMeeting(dataDir: string): Promise<void> {
  const app = await openApp({ dataDir, now });
  const server = await listen(assemble(app), '127.0.0.1', 0);
  const cookies: string[] = [];
  for (let i = 0; i <= people; i++) {
    // The first keeps the minutes; the others follow.
    const office = i === 0 ? secretariat : must(offices[1 + (i % (offices.length - 1))], 'within the list');
    const entered = await app.identity.enterAs(asId(office));
    cookies.push(entered.setCookie.map((one) => one.split(';')[0]).join('; '));
  }
  console.log(JSON.stringify({ port: server.port, cookies }));
  process.on('SIGTERM', () => void server.stop().then(() => app.close().then(() => process.exit(0))));
}

type Follower = { readonly opened: Promise<void>; readonly close: () => void };

/** Opens the page and follows the log as a browser does; `shown` is told of each page it gets. */
async function follow(port: number, cookie: string, shown: (html: string) => void): Promise<Follower> {
  const agent = new Agent({ keepAlive: true });
  const page = () =>
    new Promise<string>((resolve, reject) => {
      get({ host: '127.0.0.1', port, path: room, agent, headers: { cookie } }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${room} answered ${response.statusCode}`));
        textOf(response).then(resolve, reject);
      }).on('error', reject);
    });
  await page();
  const alive = Promise.withResolvers<void>();
  let waiting: NodeJS.Timeout | undefined;
  const stream = get({ host: '127.0.0.1', port, path: '/vivo', agent: false, headers: { cookie } }, (response) => {
    response.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('alive')) alive.resolve();
      if (!text.includes('refresh')) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => void page().then(shown, alive.reject), turboWaitMs);
    });
  });
  stream.on('error', () => undefined); // the end of it is ours
  await alive.promise;
  return {
    opened: alive.promise,
    close: () => {
      stream.destroy();
      agent.destroy();
    },
  };
}

async function textOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer); // no encoding was set
  return Buffer.concat(parts).toString();
}

/** One core for the program, where the system can say so; the followers are on the others. */
const alone = (): readonly string[] =>
  existsSync('/usr/bin/taskset') && availableParallelism() > 1 ? ['/usr/bin/taskset', '-c', '0'] : [];

export async function run(): Promise<Measured> {
  const latencies: number[] = [];
  await inScratch(async (dir) => {
    await makeDecade(dir);
    const [command, ...args] = [...alone(), process.execPath, thisProgram(), 'child-live', dir];
    const child = spawn(must(command, 'a program'), args, { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const { port, cookies } = await firstLine<{ port: number; cookies: string[] }>(child.stdout);
      const [keeper = '', ...followers] = cookies;
      let arrived: (html: string) => void = () => undefined;
      const open = await Promise.all(followers.map((cookie) => follow(port, cookie, (html) => arrived(html))));
      const csrf = /name="csrf" value="([^"]+)"/.exec(await ask(port, 'GET', room, keeper))?.[1] ?? '';
      for (let n = 1; n <= outcomes; n++) {
        const text = `Acuerdo número ${n} del banco de pruebas`;
        const all = Promise.withResolvers<void>();
        let left = open.length;
        const began = performance.now();
        arrived = (html) => {
          if (!html.includes(text)) return;
          latencies.push(performance.now() - began);
          left -= 1;
          if (left === 0) all.resolve();
        };
        const item = String((n % 6) + 1);
        await ask(port, 'POST', `${room}/resultado`, keeper, {
          csrf,
          punto: item,
          [`tipo-${item}`]: 'agreement',
          [`resultado-${item}`]: text,
        });
        const late = setTimeout(() => all.reject(new Error(`${left} of ${open.length} had not got outcome ${n} after 20 s`)), 20_000);
        await all.promise;
        clearTimeout(late);
      }
      for (const one of open) one.close();
    } finally {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    }
  });
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.POSITIVE_INFINITY;
  const work = `${people} people follow a live meeting of a process of ten years, over HTTP, the program on ${alone().length > 0 ? 'one core' : 'any core'}`;
  return {
    name: 'A live meeting',
    rows: [
      most(`${work}: an outcome on the page of each, p99 (with the ${turboWaitMs} ms a browser waits)`, at(0.99) / 1000, 1, 's', 2),
      most('the same, p50', at(0.5) / 1000, 1, 's', 2),
    ],
  };
}

function ask(port: number, method: 'GET' | 'POST', path: string, cookie: string, form?: Readonly<Record<string, string>>): Promise<string> {
  const body = form && new URLSearchParams(form).toString();
  const headers = { cookie, ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) };
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const { statusCode = 0 } = response;
      if (statusCode !== (form ? 303 : 200)) reject(new Error(`${method} ${path} answered ${statusCode}`));
      textOf(response).then(resolve, reject);
    });
    asked.on('error', reject).end(body);
  });
}

/** The child's first line, which may come in pieces. */
async function firstLine<T>(output: NodeJS.ReadableStream): Promise<T> {
  let text = '';
  for await (const part of output) {
    text += String(part);
    if (text.includes('\n')) break;
  }
  return JSON.parse(text) as T; // our own line, printed above
}
