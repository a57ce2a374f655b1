import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { serve } from '@hono/node-server';
import { examplesDir, openApp } from '../src/app/app.ts';
import { assemble } from '../src/app/assemble.tsx';
import { loadExample } from '../src/app/example.ts';
import { asId } from '../src/core/ids.ts';
import { must } from '../src/core/result.ts';
import { type Measured, most, type Row } from './measure.ts';
import { inScratch, thisProgram } from './scratch.ts';

const megabyte = 2 ** 20;
/** In megabytes. The first file of each way is small: what the program needs for any file at all is not what this is about. */
const sizes = { small: 24, whole: 200, piece: 8 } as const;
const example = 'pel-2019-2020';
const form = `/${example}/prep/ieeh/E09/entregar`;

/** In a process of its own: the program; each line it is sent is answered with its peak of memory, in megabytes. */
export async function serveOnce(dataDir: string): Promise<void> {
  const app = await openApp({ dataDir });
  const context = { norms: await app.norms(), files: app.files };
  const loaded = await loadExample(example, examplesDir(), app.worlds.current(), app.ledger, context, app.now().slice(0, 10));
  if (!loaded.ok) throw new Error(loaded.error.en);
  await app.worlds.catchUp();
  const site = assemble(app);
  const entered = await app.identity.enterAs(asId('secretaria-tecnica'));
  const cookie = entered.setCookie.map((one) => one.split(';')[0]).join('; ');
  const page = await (await site.request(form, { headers: { cookie } })).text();
  const csrf = must(/name="csrf" value="([^"]+)"/.exec(page)?.[1], 'the form carries a token');
  const server = serve({ fetch: site.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
    console.log(JSON.stringify({ port, cookie, csrf })),
  );
  process.stdin.on('data', () => console.log(process.resourceUsage().maxRSS / 1024));
  process.stdin.on('end', () => {
    server.close();
    void app.close().then(() => process.exit(0));
  });
}

/** Bytes that look like a PDF and never repeat a block, so that two files are two. */
function* bytesOf(name: string, megabytes: number): Generator<Buffer> {
  const block = Buffer.alloc(megabyte, name);
  for (let i = 0; i < megabytes; i++) {
    block.write(i === 0 ? `%PDF-1.7\n${name}` : `${name} ${i}`);
    yield block;
  }
}

type Asked = { readonly port: number; readonly method: string; readonly path: string; readonly headers: Record<string, string> };
async function send(
  { port, method, path, headers }: Asked,
  chunks: Iterable<Buffer>,
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }> {
  const asked = request({ host: '127.0.0.1', port, method, path, headers });
  const answered = once(asked, 'response');
  for (const chunk of chunks) if (!asked.write(chunk)) await Promise.race([once(asked, 'drain'), answered]);
  asked.end();
  const [response] = await answered;
  response.resume();
  return { status: response.statusCode, headers: response.headers };
}

type At = { readonly port: number; readonly cookie: string; readonly csrf: string };

async function byForm({ port, cookie, csrf }: At, megabytes: number): Promise<void> {
  const edge = 'limite-de-partes';
  const head = `--${edge}\r\ncontent-disposition: form-data; name="csrf"\r\n\r\n${csrf}\r\n--${edge}\r\ncontent-disposition: form-data; name="archivo"; filename="uno.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
  const headers = { cookie, 'content-type': `multipart/form-data; boundary=${edge}` };
  const body = function* () {
    yield Buffer.from(head);
    yield* bytesOf(`uno ${megabytes}`, megabytes);
    yield Buffer.from(`\r\n--${edge}--\r\n`);
  };
  const { status } = await send({ port, method: 'POST', path: form, headers }, body());
  if (status !== 303) throw new Error(`the form answered ${status}`);
}

async function byPieces({ port, cookie, csrf }: At, megabytes: number): Promise<void> {
  const own = { cookie, 'x-csrf': csrf, 'tus-resumable': '1.0.0' };
  const announced = {
    ...own,
    'upload-length': String(megabytes * megabyte),
    'upload-metadata': 'filename ZG9zLnBkZg==',
    'content-length': '0',
  };
  const first = await send({ port, method: 'POST', path: `${form}/envio`, headers: announced }, []);
  const path = new URL(String(first.headers.location), 'http://localhost').pathname;
  const all = bytesOf(`dos ${megabytes}`, megabytes);
  for (let at = 0; at < megabytes; at += sizes.piece) {
    const take = function* () {
      for (let i = 0; i < sizes.piece; i++) yield Buffer.from(all.next().value ?? '');
    };
    const headers = {
      ...own,
      'upload-offset': String(at * megabyte),
      'content-type': 'application/offset+octet-stream',
      'content-length': String(sizes.piece * megabyte),
    };
    const { status } = await send({ port, method: 'PATCH', path, headers }, take());
    if (status !== 204 && status !== 200) throw new Error(`a piece answered ${status}`);
  }
}

/** By how much the peak of the server's memory grows while it takes in a file of 200 MB: with the form, and in pieces. */
export async function run(): Promise<Measured> {
  const rows: Row[] = [];
  await inScratch(async (dir) => {
    const child = spawn(process.execPath, [thisProgram(), 'child-upload', dir], { stdio: ['pipe', 'pipe', 'inherit'] });
    try {
      const line = async (): Promise<string> => String((await once(child.stdout, 'data'))[0]);
      const at = JSON.parse(await line()) as At; // our own line, printed above
      const peak = async (): Promise<number> => {
        child.stdin.write('.');
        return Number(await line());
      };
      for (const [name, sent] of [
        ['with its form', byForm],
        ['in pieces of 8 MB', byPieces],
      ] as const) {
        await sent(at, sizes.small);
        const before = await peak();
        await sent(at, sizes.whole);
        rows.push(
          most(`a file of 200 MB sent ${name}: growth of the server’s peak memory after one of 24 MB`, (await peak()) - before, 64, 'MB'),
        );
      }
    } finally {
      const gone = once(child, 'exit');
      child.stdin.end();
      await gone;
    }
  });
  return { name: 'Uploads', rows };
}
