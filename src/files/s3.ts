import { openAsBlob } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { openStore, type Place } from './disk.ts';
import type { FileStore } from './store.ts';

/** `url`: of the bucket, with a folder in it if any: `https://s3.example/bucket/atalaya`. */
export type S3Settings = { readonly url: string; readonly key: string; readonly secret: string; readonly region: string };

/** What the object store answered that is neither yes nor «there is none». */
export class S3Fault extends Error {
  override readonly name = 'S3Fault';
}

/**
 * Files in S3-compatible storage, under `files/ab/cdef…` as on a disk. `folder` is on a disk here, where each is written aside and looked into first. It is
 * sent with its own digest, so that the store refuses bytes that were changed on the way.
 */
export const openS3Store = (settings: S3Settings, folder: string): FileStore => openStore(s3Place(settings), folder);

export function s3Place({ url, key, secret, region }: S3Settings): Place {
  const client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, region, service: 's3', retries: 5, initRetryMs: 200 });
  const addressOf = (sha256: string): string => `${url.replace(/\/$/, '')}/files/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
  const ask = async (method: 'HEAD' | 'GET', sha256: string): Promise<Response | undefined> => {
    const answer = await client.fetch(addressOf(sha256), { method });
    if (answer.status === 404) {
      await answer.body?.cancel();
      return undefined;
    }
    if (!answer.ok) throw new S3Fault(`${method} ${answer.status}`);
    return answer;
  };
  return {
    has: async (sha256) => (await ask('HEAD', sha256)) !== undefined,
    put: async (path, sha256) => {
      const headers = { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' };
      const answer = await client.fetch(addressOf(sha256), { method: 'PUT', body: await openAsBlob(path), headers });
      await answer.body?.cancel();
      if (!answer.ok) throw new S3Fault(`PUT ${answer.status}`);
    },
    get: async (sha256) => (await ask('GET', sha256))?.body ?? undefined,
  };
}

/** Puts every file of a folder of files into another place, where it is not there yet; the folder keeps its own. Answers how many it put. */
export async function sendFiles(folder: string, place: Place): Promise<number> {
  let sent = 0;
  for (const start of await namesIn(folder, /^[0-9a-f]{2}$/))
    for (const rest of await namesIn(join(folder, start), /^[0-9a-f]{62}$/)) {
      const sha256 = `${start}${rest}`;
      if (await place.has(sha256)) continue;
      await place.put(join(folder, start, rest), sha256);
      sent++;
    }
  return sent;
}

const namesIn = async (folder: string, form: RegExp): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).filter((one) => form.test(one)).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
};
