import type { Log, LogFields } from '../core/log.ts';

/** Names of fields whose value is never written, whoever passes it. */
const secretName = /pass|clave|secret|token|cookie|authori[sz]ation|csrf|e-?mail|correo|session|sesion|address|direccion/i;
const secretQuery = /([?&][^=&\s]*(?:token|clave|key|secret|code|state)[^=&\s]*=)[^&\s'"]+/gi;
const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const credentials = /(\b[a-z][a-z0-9+.-]*:\/\/)[^/\s:@]*:[^/\s@]*@/gi;
const cookie = /\b((?:__Host-)?atalaya-[\w.-]*=)[^\s;,]+/g;
const bearer = /\b(bearer|basic)\s+[\w.~+/=-]+/gi;
const ipAddress = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;
/** Tokens, digests of them and cookies: long, with letters and digits, and no word. Hexadecimal digests of entries are left. */
const opaque = /\b(?=[\w-]*\d)(?=[\w-]*[g-zG-Z])[\w-]{32,}(?:\.[\w-]+)*/g;

/** A text without what points to a person or opens a door. What is left must still say what went wrong. */
export const cleaned = (text: string): string =>
  text
    .replace(credentials, '$1***@')
    .replace(email, '***@***')
    .replace(secretQuery, '$1***')
    .replace(cookie, '$1***')
    .replace(bearer, '$1 ***')
    .replace(ipAddress, '*.*.*.*')
    .replace(opaque, '***');

const cleanedFields = (fields: LogFields): LogFields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      secretName.test(name) ? '***' : typeof value === 'string' ? cleaned(value) : value,
    ]),
  );

/** Says a fault with where it came from, and what caused it. */
function told(fault: unknown): string {
  if (!(fault instanceof Error)) return cleaned(String(fault));
  const cause = fault.cause === undefined ? '' : `\ncaused by: ${told(fault.cause)}`;
  return `${cleaned(fault.stack ?? `${fault.name}: ${fault.message}`)}${cause}`;
}

/** One JSON object a line: `at`, `level`, `what`, the fields, and `fault`. */
export const createLog =
  (write: (line: string) => void, now: () => string): Log =>
  (level, what, fields = {}, fault) =>
    write(
      JSON.stringify({
        at: now(),
        level,
        what: cleaned(what),
        ...cleanedFields(fields),
        ...(fault === undefined ? {} : { fault: told(fault) }),
      }),
    );
