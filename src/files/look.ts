import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { ok, type Result, refuse } from '../core/result.ts';
import { endingOf, isMacroType, isZipped, kinds, programs, textKinds } from './kinds.ts';
import type { FileRefusal } from './store.ts';
import { lookInto } from './zip.ts';

/** What a file is, by its bytes; or why it is not taken in. */
export async function lookAt(path: string, name: string, sizeBytes: number): Promise<Result<string, FileRefusal>> {
  const found = (await fileTypeFromFile(path))?.mime;
  if (found === undefined || found === 'application/xml') return await textKind(path, name);
  if (programs.has(found)) return refuse({ kind: 'program' });
  if (isMacroType(found)) return refuse({ kind: 'macros' });
  if (found === 'application/x-cfb') return refuse({ kind: 'old-office' });
  if (!Object.hasOwn(kinds, found)) return refuse({ kind: 'not-accepted', found });
  if (!isZipped(found)) return ok(found);
  const inside = await lookInto(path, sizeBytes);
  if (!inside.ok) return inside;
  const isDocument = found !== 'application/zip';
  // Inside a document a macro, or a program that its reader may be asked to open; an archive may hold what it likes, it is not opened here.
  if (isDocument && inside.value.some((entry) => /(?:^|\/)vbaProject\.bin$|^Scripts\/|^Basic\/|\/activeX\//i.test(entry)))
    return refuse({ kind: 'macros' });
  if (inside.value.some((entry) => /\.(?:exe|scr|com|bat|cmd|ps1|vbs|msi|jar|lnk|dll)$/i.test(entry))) return refuse({ kind: 'program' });
  return ok(found);
}

const windowBytes = 256 * 1024;

/** Text without a signature: read as such only when it holds no control bytes, and only under the endings of text. */
async function textKind(path: string, name: string): Promise<Result<string, FileRefusal>> {
  const head = await headOf(path);
  if (!isText(head)) return refuse({ kind: 'not-accepted', found: undefined });
  const begin = head
    .subarray(0, 4096)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  if (begin.startsWith('#!')) return refuse({ kind: 'program' });
  if (/<(?:!doctype html|html|script|svg|iframe)\b/.test(begin)) return refuse({ kind: 'not-accepted', found: 'text/html' });
  const ending = endingOf(name);
  const kind = textKinds.find((type) => kinds[type]?.includes(ending));
  return kind === undefined ? refuse({ kind: 'not-accepted', found: 'text/plain' }) : ok(kind);
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(windowBytes), 0, windowBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** UTF-16 announces itself; any other text has no byte below a blank but tabs and the ends of lines. */
function isText(head: Buffer): boolean {
  const mark = head.length < 2 ? 0 : head.readUInt16BE(0);
  if (mark === 0xfffe || mark === 0xfeff) return true;
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c);
}
