import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ok, type Result, refuse } from '../core/result.ts';
import reader from './read-text.js?raw';

export type ThreadFault = 'too-large' | 'too-slow' | 'closed' | 'unreadable';
export type ThreadLimits = {
  readonly pages: number;
  readonly characters: number;
  readonly milliseconds: number;
};
type Told = { readonly parts: readonly string[] } | { readonly fault: ThreadFault };
type Read = Result<readonly string[], ThreadFault>;

const mostMegabytes = 384;
const idleMs = 10_000;

let thread: Worker | undefined;
let idle: ReturnType<typeof setTimeout> | undefined;
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a document by a library, in the one thread there is for it: however many are asked for, they take one core and the memory of
 * one. The thread is ended when a document takes more than it may, and after a while without any.
 */
export function readInThread(bytes: Uint8Array, library: string, limits: ThreadLimits): Promise<Read> {
  const mine = last.then(() => readNow(bytes, library, limits));
  last = mine.catch(() => undefined); // told to whoever asked
  return mine;
}

function readNow(bytes: Uint8Array, library: string, { pages, characters, milliseconds }: ThreadLimits): Promise<Read> {
  clearTimeout(idle);
  thread ??= start();
  const reading = thread;
  const asked = {
    bytes: new Uint8Array(bytes), // a copy to give away
    library: pathToFileURL(createRequire(import.meta.url).resolve(library)).href,
    mostPages: pages,
    mostCharacters: characters,
  };
  return new Promise((resolve) => {
    const end = (answer: Read, isSpent: boolean) => {
      clearTimeout(clock);
      reading.off('message', onMessage).off('error', onError).off('exit', onExit);
      if (isSpent) stop(reading);
      else idle = setTimeout(() => stop(reading), idleMs).unref();
      reading.unref();
      resolve(answer);
    };
    const onMessage = (told: Told) => end('parts' in told ? ok(told.parts) : refuse(told.fault), false); // our own thread's message
    const onError = (error: unknown) => end(refuse(isOutOfMemory(error) ? 'too-large' : 'unreadable'), true);
    const onExit = () => end(refuse('unreadable'), true);
    const clock = setTimeout(() => end(refuse('too-slow'), true), milliseconds);
    reading.on('message', onMessage).on('error', onError).on('exit', onExit);
    reading.ref();
    reading.postMessage(asked, [asked.bytes.buffer]);
  });
}

function start(): Worker {
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(reader)}`), {
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true, // what the libraries say of odd documents is nobody's news
  });
}

function stop(spent: Worker): void {
  if (thread === spent) thread = undefined;
  spent.on('error', () => undefined); // it is being ended: whatever it still says is of no account
  void spent.terminate();
}

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
