import { must } from '../src/core/result.ts';
import { type Html, readHtml } from './read-html.ts';

type Web = { readonly request: (path: string, init?: RequestInit) => Response | Promise<Response> };
export type Answer = { readonly status: number; readonly headers: Headers; readonly location: string | null; readonly page: Html };

/**
 * Somebody at a browser that keeps its cookies and fills in forms as it finds them. Redirects are told, not followed.
 * `headers` go with every request.
 */
export function visitorOf(web: Web, headers: Readonly<Record<string, string>> = {}) {
  const jar = new Map<string, string>();
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const sent = new Headers({ ...headers, ...(init.headers as Record<string, string> | undefined) }); // only plain records are passed here
    if (jar.size > 0 && !sent.has('cookie')) sent.set('cookie', cookie());
    const response = await web.request(path, { ...init, headers: sent });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const page = readHtml(await response.text());
    return { status: response.status, headers: response.headers, location: response.headers.get('location'), page };
  };

  const post = (path: string, fields: Readonly<Record<string, string>>, extra: Readonly<Record<string, string>> = {}) =>
    ask(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...extra },
    });

  /** Sends a form with files, by field. */
  const send = (path: string, fields: Readonly<Record<string, string>>, files: Readonly<Record<string, File>>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...files })) body.append(name, value);
    return ask(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } });
  };

  /** Sends the form of `page` that goes to `action`, its own values first, `fields` over them. */
  const submit = (page: Html, action: string, fields: Readonly<Record<string, string>> = {}) => {
    const form = must(
      page.forms.find((one) => one.action.split('?')[0] === action),
      `the page has no form to ${action}; it has: ${page.forms.map((one) => one.action).join(', ')}`,
    );
    return post(form.action, { ...form.values, ...fields });
  };

  return {
    get: (path: string, extra: Readonly<Record<string, string>> = {}) => ask(path, { headers: extra }),
    post,
    send,
    submit,
    /** The token that every form of this visitor must carry now. */
    token: async (): Promise<string> => {
      const { page } = await ask('/entrar');
      return must(page.forms.find((one) => one.action === '/entrar')?.values.csrf, 'the sign-in form carries a token');
    },
    /** Takes a chair, on example data. */
    enterAs: async (office: string): Promise<void> => {
      const { page } = await ask('/entrar');
      const entered = await submit(page, '/entrar-como', { cargo: office });
      if (entered.status !== 303) throw new Error(`entering as ${office} answered ${entered.status}: ${entered.page.text}`);
    },
    cookie,
  };
}
export type Visitor = ReturnType<typeof visitorOf>;
