import type { Child } from 'hono/jsx';
import type { Lang } from '../core/words.ts';
import { type ButtonKind, Submit } from './buttons.tsx';
import {
  Checkbox,
  DateField,
  ErrorSummary,
  errorOf,
  Field,
  type FieldBase,
  FileField,
  Form,
  type FormError,
  type KeptFile,
  type Option,
  Radios,
  Select,
  TextArea,
} from './forms.tsx';
import { Panel } from './parts.tsx';

/** A form as it stands: what was typed, and what is wrong with it. */
export type Filled = {
  readonly lang: Lang;
  /** What was sent, when it came back. */
  readonly form: ReadonlyMap<string, string>;
  readonly errors: readonly FormError[];
};
type More = Partial<Pick<FieldBase, 'hint' | 'value' | 'optional'>>;
type Dates = More & { readonly min?: string | undefined; readonly max?: string | undefined };

/** The fields of one form. Each comes back with what was typed and with its own error; `value` is what it begins with. */
export function fieldsOf({ lang, form, errors }: Filled) {
  const base = (name: string, label: string, more: More) => ({
    lang,
    name,
    label,
    hint: more.hint,
    optional: more.optional,
    value: form.get(name) ?? more.value,
    error: errorOf(errors, name),
  });
  return {
    text: (name: string, label: string, { short, ...more }: More & { readonly short?: boolean } = {}) => (
      <Field {...base(name, label, more)} short={short} />
    ),
    url: (name: string, label: string, more: More = {}) => <Field {...base(name, label, more)} type="url" />,
    number: (name: string, label: string, more: More = {}) => <Field {...base(name, label, more)} type="text" inputmode="numeric" short />,
    time: (name: string, label: string, more: More = {}) => <Field {...base(name, label, more)} type="time" short />,
    area: (name: string, label: string, { rows, ...more }: More & { readonly rows?: number } = {}) => (
      <TextArea {...base(name, label, more)} rows={rows} />
    ),
    date: (name: string, label: string, { min, max, ...more }: Dates = {}) => (
      <DateField {...base(name, label, more)} min={min} max={max} />
    ),
    select: (name: string, label: string, options: readonly Option[], more: More = {}) => (
      <Select {...base(name, label, more)} options={options} />
    ),
    radios: (name: string, label: string, options: readonly Option[], more: More = {}) => (
      <Radios {...base(name, label, more)} options={options} />
    ),
    check: (name: string, label: string, more: Omit<More, 'value'> = {}) => (
      <Checkbox {...base(name, label, more)} value="si" checked={form.get(name) === 'si'} />
    ),
    file: (
      name: string,
      label: string,
      more: More & { readonly maxBytes: number; readonly kept: readonly KeptFile[]; readonly accept?: string },
    ) => <FileField {...base(name, label, more)} maxBytes={more.maxBytes} kept={more.kept} accept={more.accept} />,
  };
}
export type Fields = ReturnType<typeof fieldsOf>;

/** Of all that is wrong with a page of several forms, what belongs to the one whose fields begin so; the form that was sent takes the rest. */
export const ofForm = (filled: Filled, prefix: string): Filled => {
  const wasSent = [...filled.form.keys()].some((name) => name.startsWith(prefix));
  const errors = filled.errors.filter(({ field }) => (field === undefined || field === '' ? wasSent : field.startsWith(prefix)));
  return { ...filled, errors };
};

type ActPanelProps = {
  readonly filled: Filled;
  /** Of the names of its fields: tells its errors from those of the other forms of the page. */
  readonly prefix: string;
  readonly id: string;
  /** Verb + noun; also the button's, unless `button` says otherwise. */
  readonly title: string;
  readonly about?: Child;
  readonly action: string;
  readonly csrf: string;
  readonly takesFiles?: boolean;
  readonly kind?: ButtonKind;
  readonly button?: string;
  readonly children: (fields: Fields) => Child;
};
/** One act: its heading, what is wrong with it, its fields and its button. */
export function ActPanel({ filled, prefix, id, title, about, action, csrf, takesFiles, kind, button, children }: ActPanelProps) {
  const own = ofForm(filled, prefix);
  return (
    <Panel id={id} title={title} weight="minor">
      <ErrorSummary lang={filled.lang} errors={own.errors} />
      {about !== undefined && <p>{about}</p>}
      <Form action={action} csrf={csrf} enctype={takesFiles ? 'multipart/form-data' : undefined}>
        {children(fieldsOf(own))}
        <Submit kind={kind}>{button ?? title}</Submit>
      </Form>
    </Panel>
  );
}
