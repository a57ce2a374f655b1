import type { Child } from 'hono/jsx';
import { Submit } from './buttons.tsx';
import { Form } from './forms.tsx';

/** What every address of a page keeps, whatever else is asked: the past state, and the language when the address names it. */
const kept = ['al', 'conocido', 'lang'];

type FilterProps = {
  /** The address of the page; what it asks already is in `url`. */
  readonly path: string;
  readonly url: URL;
  readonly label: string;
  readonly button: string;
  readonly children: Child;
};
/** Narrows what the page shows, in its address: it can be kept, sent and gone back to. */
export const FilterForm = ({ path, url, label, button, children }: FilterProps) => (
  <div class="act">
    <Form action={path.split('?')[0] ?? path} method="get" label={label}>
      {kept.map((name) => {
        const value = url.searchParams.get(name);
        return value === null ? null : <input type="hidden" name={name} value={value} />;
      })}
      {children}
      <Submit>{button}</Submit>
    </Form>
  </div>
);

/** The address with what the page was narrowed to: a table is taken away with the rows it shows. */
export function narrowed(href: string, url: URL, names: readonly string[]): string {
  const [path = '', query = ''] = href.split('?');
  const asked = new URLSearchParams(query);
  for (const name of names) {
    const value = url.searchParams.get(name);
    if (value) asked.set(name, value);
  }
  return asked.size > 0 ? `${path}?${asked}` : path;
}
