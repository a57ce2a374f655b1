import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { FileStore } from '@tus/file-store';
import { MemoryLocker, Server, type Upload } from '@tus/server';
import { catalogue, type Lang } from '../core/words.ts';
import type { Intake, Marks } from './uploads.ts';

/** Where pieces wait for the rest of their file, and whether there is room for more. */
export type Waiting = { readonly folder: string; readonly hasRoom: (bytes: number) => Promise<boolean> };

/** A file on its way under one form, for whoever may send that form. */
export type OnItsWay = {
  /** The address under which pieces are taken: that of the form and `/envio`. */
  readonly path: string;
  /** Of the file; absent when one is announced. */
  readonly id?: string | undefined;
  readonly maxBytes: number;
  readonly lang: Lang;
  readonly intake: Intake & Marks;
};

const words = catalogue({
  tooLarge: {
    es: 'El archivo pesa más de lo que se admite aquí. No se recibió.',
    en: 'The file is larger than what is taken here. It was not received.',
  },
  full: {
    es: 'No queda espacio en el servidor para recibir el archivo. Avise a quien administra la instalación; lo ya enviado se conserva dos días.',
    en: 'The server has no room left for the file. Tell whoever runs the installation; what was sent is kept for two days.',
  },
  gone: {
    es: 'Ese envío ya no existe o es de otra persona. Elija de nuevo el archivo.',
    en: 'That file is no longer on its way, or is somebody else’s. Choose the file again.',
  },
});

const dayMs = 24 * 3_600_000;
const keptFor = { ms: 2 * dayMs };
const mostFinished = 1000;

/**
 * Files that come in piece by piece (the tus protocol), so that a cut connection costs one piece. Once whole, a file passes through the same
 * door as any that comes with a form (`intake`), and what stands for it is the token that a form which came back would carry.
 */
export function createResumable({ folder, hasRoom }: Waiting) {
  const locker = new MemoryLocker();
  /** What became of files whose last piece came in: the answer may have been lost on the way. */
  const finished = new Map<string, Ended>();
  let opening: Promise<FileStore> | undefined;
  const open = async (): Promise<FileStore> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return new FileStore({ directory: folder, expirationPeriodInMilliseconds: keptFor.ms });
  };

  return async (request: Request, way: OnItsWay): Promise<Response> => {
    const { path, id, maxBytes, lang, intake } = way;
    const t = words(lang);
    const isOurs = id === undefined ? request.method === 'POST' : intake.isMark(`${path}\0${id.slice(0, idLength)}`, id.slice(idLength));
    if (!isOurs) return new Response(t.gone, { status: 404 });
    const ended = id === undefined ? undefined : finished.get(id);
    if (ended)
      return ended.ok
        ? new Response(null, { status: 200, headers: { [keptHeader]: ended.token } })
        : new Response(ended.why, { status: 422 });
    opening ??= open();
    const datastore = await opening;
    const refuse = (status: number, body: string) => ({ status_code: status, body });
    const finish = async (upload: Upload) => {
      const givenName = upload.metadata?.filename ?? '';
      const kept = await intake.keep(datastore.read(upload.id), { givenName, maxBytes });
      await datastore.remove(upload.id);
      const end: Ended = kept.ok ? { ok: true, token: kept.value.token } : { ok: false, why: kept.error.why[lang] };
      for (const oldest of finished.keys()) if (finished.size >= mostFinished) finished.delete(oldest);
      finished.set(upload.id, end);
      if (!end.ok) throw refuse(422, end.why);
      return { status_code: 200, headers: { [keptHeader]: end.token } };
    };
    const server = new Server({
      path,
      datastore,
      locker,
      maxSize: maxBytes,
      relativeLocation: true,
      allowedOrigins: [],
      namingFunction: () => {
        const random = randomBytes(idLength / 2).toString('hex');
        return `${random}${intake.mark(`${path}\0${random}`)}`;
      },
      onIncomingRequest: async (asked) => {
        const coming = Number(asked.headers.get(asked.method === 'POST' ? 'upload-length' : 'content-length') ?? 0);
        if (!(await hasRoom(coming))) throw refuse(507, t.full);
      },
      onUploadFinish: (_, upload) => finish(upload),
      onResponseError: (_, error) => ('status_code' in error && error.status_code === 413 ? refuse(413, t.tooLarge) : undefined),
    });
    if (request.method === 'POST') await server.cleanUpExpiredUploads();
    const response = await server.handleWeb(request as Parameters<typeof server.handleWeb>[0]); // a request as the standard has it
    response.headers.delete('access-control-allow-origin');
    return response;
  };
}

/** Hexadecimal digits of chance; the rest of an id is the mark of whoever announced it. */
const idLength = 32;
/** Carries the token of a file that came in whole. */
export const keptHeader = 'upload-kept';
type Ended = { readonly ok: true; readonly token: string } | { readonly ok: false; readonly why: string };
