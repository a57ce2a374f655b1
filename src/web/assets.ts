import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A file the pages need. Its address carries a digest of its bytes, so that it may be kept for ever. */
export type Asset = { readonly type: string; readonly body: Uint8Array<ArrayBuffer>; readonly isWorker?: true };

const digest = (body: Uint8Array): string => createHash('sha256').update(body).digest('base64url').slice(0, 12);

/** Takes assets in and tells the address under which each is served. */
export function createAssets() {
  const byPath = new Map<string, Asset>();
  const require = createRequire(import.meta.url);
  const add = (name: string, type: string, bytes: Uint8Array<ArrayBuffer>): string => {
    const [stem = name, end = ''] = name.split(/\.(?=[^.]+$)/);
    const path = `/recursos/${stem}.${digest(bytes)}.${end}`;
    byPath.set(path, { type, body: bytes });
    return path;
  };
  return {
    byPath: byPath as ReadonlyMap<string, Asset>,
    addText: (name: string, type: string, text: string): string => add(name, type, new TextEncoder().encode(text)),
    /** A script that works for every page of the site, wherever it lies itself. */
    addWorker(name: string, text: string): string {
      const type = 'text/javascript; charset=utf-8';
      const body = new TextEncoder().encode(text);
      const path = add(name, type, body);
      byPath.set(path, { type, body, isWorker: true });
      return path;
    },
    /** A file of an installed package, e.g. `@hotwired/turbo/dist/turbo.es2017-esm.js`, optionally under a fixed address. */
    addFile(name: string, type: string, packagePath: string, fixedPath?: string): string {
      const body = new Uint8Array(readFileSync(require.resolve(packagePath)));
      if (fixedPath === undefined) return add(name, type, body);
      byPath.set(fixedPath, { type, body });
      return fixedPath;
    },
  };
}
