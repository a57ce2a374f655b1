import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { ok, refuse } from '../core/result.ts';
import { dispositionOf } from './disposition.ts';
import { listen } from './listen.ts';
import { BrokenOff, type Intake, keptField, readUploads, type Upload } from './uploads.ts';

const upload = (name: string, sizeBytes: number): Upload => ({
  sha256: 'a'.repeat(64),
  sizeBytes,
  type: 'application/pdf',
  name,
  token: `sello-${name}`,
  known: false,
});

/** An intake that counts what comes in, refuses what is called so, and remembers what broke. */
function counting() {
  const broken: string[] = [];
  const intake: Intake = {
    keep: async (bytes, { givenName, maxBytes }) => {
      let size = 0;
      try {
        for await (const chunk of bytes) {
          size += chunk.length;
          if (size > maxBytes) return refuse({ name: givenName, why: { es: 'pesa demasiado', en: 'too large' } });
        }
      } catch (error) {
        broken.push(givenName);
        throw error;
      }
      return ok(upload(givenName, size));
    },
    recall: async (token) => (token === 'sello-anterior.pdf' ? { ...upload('anterior.pdf', 5), known: true } : undefined),
  };
  return { intake, broken };
}

const formOf = (...parts: readonly (readonly [string, string | File])[]): FormData => {
  const form = new FormData();
  for (const [name, value] of parts) form.append(name, value);
  return form;
};
const sent = (body: FormData) => new Request('http://x/', { method: 'POST', body });
const yes = async () => true;

describe('files that come with a form', () => {
  test('fields and several files, by field; an empty file field is nothing', async () => {
    const body = formOf(
      ['csrf', 'x'],
      ['nota', '  con tilde á '],
      ['archivo', new File(['uno'], 'uno.pdf')],
      ['archivo', new File(['dos2'], '../acción.pdf')],
      ['otro', new File([], '')],
    );
    const { form, uploads } = await readUploads(sent(body), { maxBytes: 10, maxFiles: 5 }, counting().intake, yes);
    expect(Object.fromEntries(form)).toEqual({ csrf: 'x', nota: 'con tilde á' });
    expect(uploads.of('archivo').map((one) => [one.name, one.sizeBytes])).toEqual([
      ['uno.pdf', 3],
      ['../acción.pdf', 4],
    ]);
    expect(uploads.of('otro')).toEqual([]);
    expect(uploads.refused).toEqual([]);
  });

  test('one that is too large is refused with its reason; those after it and the fields are still read', async () => {
    const body = formOf(
      ['archivo', new File([new Uint8Array(300_000)], 'grande.pdf')],
      ['archivo', new File(['1'], 'chico.pdf')],
      ['nota', 'sí'],
    );
    const { form, uploads } = await readUploads(sent(body), { maxBytes: 1000, maxFiles: 2 }, counting().intake, yes);
    expect(uploads.refused).toEqual([{ field: 'archivo', name: 'grande.pdf', why: { es: 'pesa demasiado', en: 'too large' } }]);
    expect(uploads.of('archivo').map((one) => one.name)).toEqual(['chico.pdf']);
    expect(form.get('nota')).toBe('sí');
  });

  test('more files than are taken at a time: the first are kept, and the rest are said to be missing', async () => {
    const body = formOf(['archivo', new File(['1'], 'uno.pdf')], ['archivo', new File(['2'], 'dos.pdf')]);
    const { uploads } = await readUploads(sent(body), { maxBytes: 1000 }, counting().intake, yes);
    expect(uploads.of('archivo')).toHaveLength(1);
    expect(uploads.refused.map((one) => one.why.es)).toEqual(['Se admiten 1 archivos a la vez; los demás no se recibieron.']);
  });

  test('what came with an earlier form comes back by its token; an invented token is nothing', async () => {
    const body = formOf([keptField('archivo'), 'sello-anterior.pdf'], [keptField('archivo'), 'inventado']);
    const { form, uploads } = await readUploads(sent(body), { maxBytes: 1000, maxFiles: 4 }, counting().intake, yes);
    expect(uploads.of('archivo').map((one) => one.name)).toEqual(['anterior.pdf']);
    expect([...form.keys()]).toEqual([]);
  });

  test('whoever may not send the form keeps nothing, and is asked about before the first byte of a file is taken', async () => {
    const asked: string[] = [];
    const never: Intake = {
      keep: () => Promise.reject(new Error('kept')),
      recall: () => Promise.reject(new Error('recalled')),
    };
    const body = formOf(['csrf', 'token'], ['archivo', new File(['uno'], 'uno.pdf')], [keptField('archivo'), 'sello'], ['tarde', 'x']);
    const { uploads } = await readUploads(sent(body), { maxBytes: 1000, maxFiles: 4 }, never, async (form) => {
      asked.push([...form.keys()].join());
      return false;
    });
    expect(uploads.of('archivo')).toEqual([]);
    expect(asked).toEqual(['csrf']);
  });

  test('a body that breaks off is told apart, and whoever was keeping the file sees it break', async () => {
    const whole = new Uint8Array(await sent(formOf(['archivo', new File(['x'.repeat(5000)], 'uno.pdf')])).arrayBuffer());
    const type = sent(formOf(['a', 'b'])).headers.get('content-type') ?? '';
    const boundary = new TextDecoder().decode(whole).split('\r\n')[0]?.slice(2);
    const request = new Request('http://x/', {
      method: 'POST',
      body: whole.subarray(0, 2000),
      headers: { 'content-type': type.replace(/boundary=.*/, `boundary=${boundary}`) },
    });
    const { intake, broken } = counting();
    await expect(readUploads(request, { maxBytes: 10_000 }, intake, yes)).rejects.toBeInstanceOf(BrokenOff);
    expect(broken).toEqual(['uno.pdf']);
  });

  test('a connection that is cut half-way is seen to break too', async () => {
    const { intake, broken } = counting();
    const seen = Promise.withResolvers<unknown>();
    const fetch = async (request: Request): Promise<Response> => {
      seen.resolve(await readUploads(request, { maxBytes: 10_000_000 }, intake, yes).catch((error: unknown) => error));
      return new Response('');
    };
    const server = await listen({ fetch: fetch as never }, '127.0.0.1', 0);
    const socket = connect(server.port, '127.0.0.1');
    const head = '--b\r\ncontent-disposition: form-data; name="archivo"; filename="uno.pdf"\r\n\r\n';
    socket.write(
      `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: 5000000\r\n\r\n${head}${'x'.repeat(100_000)}`,
    );
    setTimeout(() => socket.destroy(), 100);
    expect(await seen.promise).toBeInstanceOf(BrokenOff);
    expect(broken).toEqual(['uno.pdf']);
    await server.stop();
  });
});

test.each([
  ['informe.pdf', `attachment; filename="informe.pdf"; filename*=UTF-8''informe.pdf`],
  ['acción (2)’.pdf', `attachment; filename="accion (2)_.pdf"; filename*=UTF-8''acci%C3%B3n%20%282%29%E2%80%99.pdf`],
])('the name %s stands in the header whole and in plain letters', (name, header) => {
  expect(dispositionOf(name)).toBe(header);
});
