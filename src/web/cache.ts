import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';

export type CachedPage = {
  readonly etag: string;
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  /** The same bytes in Brotli, made at the first demand. */
  readonly compressed: () => Uint8Array<ArrayBuffer>;
};

export const cachedPage = (type: string, body: Uint8Array<ArrayBuffer>): CachedPage => {
  let small: Uint8Array<ArrayBuffer> | undefined;
  const compressed = () => {
    small ??= new Uint8Array(brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
    return small;
  };
  return { etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`, type, body, compressed };
};

/**
 * Pages that everybody sees alike are functions of (position of the log, day, language, address), so what was rendered
 * once for a `version` (position and day) is exact until the version changes, and then worth nothing.
 */
export function createPageCache(limit = 500) {
  let current = '';
  const pages = new Map<string, CachedPage>();
  return {
    get(version: string, key: string): CachedPage | undefined {
      return version === current ? pages.get(key) : undefined;
    },
    set(version: string, key: string, page: CachedPage): void {
      if (version !== current) {
        pages.clear();
        current = version;
      }
      if (pages.size >= limit) {
        const oldest = pages.keys().next();
        if (!oldest.done) pages.delete(oldest.value);
      }
      pages.set(key, page);
    },
  };
}
