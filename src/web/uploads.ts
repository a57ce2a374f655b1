import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import type { Result } from '../core/result.ts';
import type { StoredFile } from '../core/stored-file.ts';
import type { Bilingual } from '../core/words.ts';

/** What a route takes in: of each file at most `maxBytes`, and at most `maxFiles` of them (1 when it does not say). */
export type UploadLimits = { readonly maxBytes: number; readonly maxFiles?: number };

/** A file that came with a form. `token` lets the form come back with it; `known`: the same bytes were already here. */
export type Upload = StoredFile & { readonly token: string; readonly known: boolean };
/** What an event says of it. */
export const fileOf = ({ token, known, ...file }: Upload): StoredFile => file;
export type RefusedUpload = { readonly field: string; readonly name: string; readonly why: Bilingual };

/** The files of a form, by field, and those that were not taken in. */
export type Uploads = {
  readonly of: (field: string) => readonly Upload[];
  readonly refused: readonly RefusedUpload[];
};
export const noUploads: Uploads = { of: () => [], refused: [] };

/** What a form brought. */
export type Sent = { readonly form: ReadonlyMap<string, string>; readonly uploads: Uploads };

/** Where the files of a form go: the program's store, in the words of whoever is told that one was refused. */
export type Intake = {
  readonly keep: (
    bytes: AsyncIterable<Uint8Array>,
    asked: { readonly givenName: string; readonly maxBytes: number },
  ) => Promise<Result<Upload, { readonly name: string; readonly why: Bilingual }>>;
  /** The file a token of an earlier form stands for; absent when it is not theirs or no longer here. */
  readonly recall: (token: string) => Promise<Upload | undefined>;
};
/** Marks on a text that only this installation can make, and only for this sender. */
export type Marks = { readonly mark: (text: string) => string; readonly isMark: (text: string, mark: string) => boolean };

/** The name of the field in which a form that came back carries the files it already sent under `field`. */
export const keptField = (field: string): string => `${field}-guardado`;
const fieldOfKept = (name: string): string | undefined => /^(.+)-guardado$/.exec(name)?.[1];

const fieldLimits = { fields: 500, fieldSize: 1024 * 1024, fieldNameSize: 200, parts: 600, headerPairs: 50, headerSize: 16 * 1024 };
/** A sender who falls silent for so long is gone. */
const silenceMs = 60_000;

/**
 * Reads a form with files, streaming each to `intake` while it comes in. `admitted` is asked once, with the fields that came
 * before the first file, and nothing is kept when it says no: so the token stands first in every form. Throws `BrokenOff` when the
 * body breaks off, after the intake has seen its stream break.
 */
export async function readUploads(
  request: Request,
  limits: UploadLimits,
  intake: Intake,
  admitted: (form: ReadonlyMap<string, string>) => Promise<boolean>,
): Promise<Sent> {
  const form = new Map<string, string>();
  const kept = new Map<string, Upload[]>();
  const refused: RefusedUpload[] = [];
  const add = (field: string, upload: Upload) => kept.set(field, [...(kept.get(field) ?? []), upload]);
  const tokens: (readonly [string, string])[] = [];
  const incoming = new Set<Readable>();
  const takings: Promise<void>[] = [];
  const failures: unknown[] = [];
  let mayKeep: Promise<boolean> | undefined;
  const { maxBytes, maxFiles = 1 } = limits;
  const parser = new Busboy({
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    preservePath: true, // the name is kept as given, and cleaned by the store
    limits: { ...fieldLimits, files: maxFiles, fileSize: maxBytes + 1 }, // one more than may be, so that the store sees that it is too large
  });
  const take = async (field: string, stream: Readable, givenName: string | undefined): Promise<void> => {
    mayKeep ??= admitted(form);
    if (!givenName || !(await mayKeep)) return; // an empty field of a form sends a file without a name
    // Whoever refuses a file stops reading it; the parser needs it read to its end all the same.
    const done = await intake.keep(stream.iterator({ destroyOnReturn: false }), { givenName, maxBytes });
    if (done.ok) add(field, done.value);
    else refused.push({ field, ...done.error });
  };
  parser.on('field', (name, value) => {
    const field = fieldOfKept(name);
    if (field !== undefined) tokens.push([field, value]);
    else form.set(name, value.trim());
  });
  parser.on('file', (field, stream, givenName) => {
    incoming.add(stream);
    const taking = take(field, stream, givenName)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => stream.resume());
    takings.push(taking);
  });
  parser.on('filesLimit', () => {
    const why = {
      es: `Se admiten ${maxFiles} archivos a la vez; los demás no se recibieron.`,
      en: `${maxFiles} files are taken at a time; the others were not received.`,
    };
    refused.push({ field: '', name: '', why });
  });
  try {
    await feed(request, parser);
  } catch (error) {
    for (const stream of incoming) stream.destroy(new BrokenOff(error));
    await Promise.all(takings);
    throw new BrokenOff(error);
  }
  await Promise.all(takings);
  if (failures.length > 0) throw failures[0];
  if (tokens.length > 0 && (await (mayKeep ?? admitted(form))))
    for (const [field, token] of tokens.slice(0, maxFiles)) {
      const upload = await intake.recall(token);
      if (upload) add(field, upload);
    }
  return { form, uploads: { of: (field) => kept.get(field) ?? [], refused } };
}

/** The sender is gone, fell silent, or sent what is no form: nothing of it was kept. */
export class BrokenOff extends Error {
  constructor(cause: unknown) {
    super('the form did not come in whole', { cause });
  }
}

/** Gives the body to the parser at the speed at which files are written away. */
function feed(request: Request, parser: InstanceType<typeof Busboy>): Promise<void> {
  if (!request.body) return Promise.resolve();
  const body = Readable.fromWeb(request.body as NodeStream); // the same streams by another name
  return new Promise((resolve, reject) => {
    let silence = setTimeout(giveUp, silenceMs);
    function giveUp() {
      body.destroy(new Error('the sender fell silent'));
    }
    const stop = (error: Error) => {
      clearTimeout(silence);
      parser.destroy(error);
      body.destroy();
      reject(error);
    };
    body.on('data', () => {
      clearTimeout(silence);
      silence = setTimeout(giveUp, silenceMs);
    });
    body.on('error', stop);
    parser.on('error', stop); // it may fail more than once on the way down
    parser.once('finish', () => {
      clearTimeout(silence);
      resolve();
    });
    body.pipe(parser);
  });
}
