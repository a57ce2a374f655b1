import type { By } from '../core/event.ts';
import { type StoredFile, storedFile } from '../core/stored-file.ts';
import { readSecret, secretOf } from '../identity/secret.ts';

/**
 * A form that came back keeps the files that were sent with it: a field describes each, sealed by this installation for the office
 * that sent it. Without the seal, whoever knows a digest could name any file in a record of their own, and read it there.
 */
export function createKeptFiles(dataDir: string, given?: string) {
  let secret: ReturnType<typeof readSecret> | undefined;
  const ours = () => (secret ??= given === undefined ? readSecret(dataDir) : secretOf(given));
  const sealed = (text: string, by: By): string => `${by.office}\0${by.person ?? ''}\0${text}`;
  return {
    seal(file: StoredFile, by: By): string {
      const text = Buffer.from(JSON.stringify(file)).toString('base64url');
      return `${text}.${ours().code('kept-file', sealed(text, by))}`;
    },
    /** Absent: not sealed here, or for another office. */
    unseal(token: string, by: By): StoredFile | undefined {
      const [text = '', code = ''] = token.split('.');
      if (!ours().isCode('kept-file', sealed(text, by), code)) return undefined;
      return storedFile.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    },
    /** Of a file that comes in piece by piece: nobody else goes on with it. */
    mark: (text: string, by: By): string => ours().code('file-on-its-way', sealed(text, by)),
    isMark: (text: string, by: By, mark: string): boolean => ours().isCode('file-on-its-way', sealed(text, by), mark),
  };
}
export type KeptFiles = ReturnType<typeof createKeptFiles>;
