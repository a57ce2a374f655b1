import { addCheckpoint } from './answer.ts';
import type { WitnessFolder } from './folder.ts';

/** 63 lines of proof and a note with dozens of signatures fit well within. */
const mostBytes = 64 * 1024;

/** The witness as it answers the web: one address, in text. */
export const witnessSite = (folder: WitnessFolder, seconds: () => number, fault: (fault: unknown) => void) => ({
  fetch: async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname !== '/add-checkpoint') return text(404, 'only POST /add-checkpoint\n');
    if (request.method !== 'POST') return text(405, 'only POST /add-checkpoint\n', { allow: 'POST' });
    const body = await read(request);
    if (body === undefined) return text(413, 'too large\n');
    try {
      const { status, type, body: answer } = addCheckpoint(folder, body, seconds());
      return new Response(answer, { status, headers: { 'content-type': type, 'cache-control': 'no-store' } });
    } catch (thrown) {
      fault(thrown);
      return text(500, 'the witness could not keep it; nothing was signed\n');
    }
  },
});

const text = (status: number, body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });

async function read(request: Request): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > mostBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
