/** `__Host-`: a browser takes such a cookie only over HTTPS, for this host alone and all of its paths. */
export const cookieNames = (https: boolean) => ({
  session: https ? '__Host-atalaya-session' : 'atalaya-session',
  form: https ? '__Host-atalaya-form' : 'atalaya-form',
  /** Between the password and the code. */
  second: https ? '__Host-atalaya-second' : 'atalaya-second',
  /** Between leaving for the provider and coming back. */
  provider: https ? '__Host-atalaya-provider' : 'atalaya-provider',
});

/** The value of a cookie in a `Cookie` header; absent when it is not there or empty. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || undefined;
  }
  return undefined;
}

/** A cookie that lasts until the browser closes. */
export const browserCookie = (name: string, value: string, https: boolean): string =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
