/** A page as people and their tools read it: by text, heading, link, form and label. For HTML that we write ourselves. */
export type Html = {
  readonly html: string;
  readonly title: string;
  /** All that is read aloud in `main`, blanks joined. */
  readonly text: string;
  readonly headings: readonly string[];
  /** Heads of tables, captions, labels and buttons. */
  readonly labels: readonly string[];
  readonly nav: readonly string[];
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly forms: readonly Form[];
  /** What stands in the notices of role `alert`. */
  readonly alerts: readonly string[];
  /** The control whose label begins with these words. */
  readonly field: (label: string) => Field | undefined;
};
export type Form = { readonly action: string; readonly method: string; readonly values: Readonly<Record<string, string>> };
export type Field = { readonly name: string; readonly value: string; readonly error: string | undefined };

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const decode = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
const plain = (html: string): string =>
  decode(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:])/g, '$1')
    .trim();

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>/])`).exec(tag);
  return found ? decode(found[1] ?? '') : undefined;
};
const inside = (html: string, pattern: RegExp): readonly string[] => [...html.matchAll(pattern)].map((match) => plain(match[1] ?? ''));

/** Each part is read when it is first asked for: most tests look at one or two of them. */
export function readHtml(html: string): Html {
  const main = once(() => /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html);
  return lazily<Html>({
    html: () => html,
    title: () => inside(html, /<title>([\s\S]*?)<\/title>/g)[0] ?? '',
    text: () => plain(main()),
    headings: () => inside(main(), /<h[1-6]\b[^>]*>([\s\S]*?)<\/h[1-6]>/g),
    labels: () =>
      inside(main(), /<(?:th|caption|label|legend|button|dt|summary)\b[^>]*>([\s\S]*?)<\/(?:th|caption|label|legend|button|dt|summary)>/g),
    nav: () => inside(/<nav class="rail"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '', /<(?:a|h2)\b[^>]*>([\s\S]*?)<\/(?:a|h2)>/g),
    links: () =>
      [...html.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/g)].map(([, tag = '', text = '']) => ({
        href: attribute(`${tag} `, 'href') ?? '',
        text: plain(text),
      })),
    forms: () =>
      [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', content = '']) => ({
        action: attribute(`${tag} `, 'action') ?? '',
        method: attribute(`${tag} `, 'method') ?? 'get',
        values: valuesOf(content),
      })),
    alerts: () => inside(html, /<div\b[^>]*role="alert"[^>]*>([\s\S]*?)<\/div>/g),
    field: () => (label) => fieldOf(html, label),
  });
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
const lazily = <T extends object>(parts: { readonly [K in keyof T]: () => T[K] }): T =>
  Object.defineProperties(
    {},
    Object.fromEntries(Object.entries<() => unknown>(parts).map(([name, make]) => [name, { get: once(make), enumerable: true }])),
  ) as T; // a part for each key, as `parts` says

/** What a browser would send if nobody typed anything. */
function valuesOf(form: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const type = attribute(tag, 'type') ?? 'text';
    if ((type === 'radio' || type === 'checkbox') && attribute(tag, 'checked') === undefined) continue;
    const name = attribute(tag, 'name');
    if (name !== undefined) values[name] = attribute(tag, 'value') ?? '';
  }
  for (const [, tag = '', content = ''] of form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
    values[attribute(`${tag} `, 'name') ?? ''] = decode(content);
  for (const [, tag = '', content = ''] of form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g))
    values[attribute(`${tag} `, 'name') ?? ''] = selected(content);
  return values;
}

const selected = (options: string): string => {
  const chosen = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag).find((tag) => attribute(tag, 'selected') !== undefined);
  return chosen === undefined ? '' : (attribute(chosen, 'value') ?? '');
};

function fieldOf(html: string, label: string): Field | undefined {
  const found = [...html.matchAll(/<label for="([^"]+)">([\s\S]*?)<\/label>/g)].find(([, , text = '']) => plain(text).startsWith(label));
  const id = found?.[1];
  if (id === undefined) return undefined;
  const control = new RegExp(`<(input|textarea|select)\\b[^>]*\\sid="${id}"[^>]*>(?:([\\s\\S]*?)</(?:textarea|select)>)?`).exec(html);
  const [tag = '', kind, content = ''] = control ?? [];
  const opening = tag.slice(0, tag.indexOf('>') + 1);
  const value = kind === 'select' ? selected(content) : kind === 'textarea' ? decode(content) : (attribute(opening, 'value') ?? '');
  const error = new RegExp(`<p\\b[^>]*\\sid="${id}-error"[^>]*>([\\s\\S]*?)</p>`).exec(html)?.[1];
  return { name: attribute(opening, 'name') ?? '', value, error: error === undefined ? undefined : plain(error) };
}
