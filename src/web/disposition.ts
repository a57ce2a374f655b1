/**
 * The header that makes a browser save a file under its name: in ASCII for old clients, and whole (RFC 6266, RFC 8187). The name
 * has been cleaned: it holds no quotes, no controls and no folders.
 */
export function dispositionOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
