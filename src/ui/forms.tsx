import type { Child } from 'hono/jsx';
import type { Lang } from '../core/words.ts';
import { ShapeMark } from './status.tsx';
import { fileSize, uiWords } from './words.ts';

/** The name the hidden token travels under, in every form that changes something. */
export const csrfField = 'csrf';

export const Csrf = ({ token }: { readonly token: string }) => <input type="hidden" name={csrfField} value={token} />;

type FormProps = {
  readonly action: string;
  readonly method?: 'get' | 'post' | undefined;
  /** Required for `post`. */
  readonly csrf?: string | undefined;
  readonly enctype?: 'multipart/form-data' | undefined;
  readonly label?: string | undefined;
  readonly children: Child;
};
/** The browser's own checks are off: errors come back from the server beside their fields, the same for everyone. */
export const Form = ({ action, method = 'post', csrf, enctype, label, children }: FormProps) => (
  <form class="form" action={action} method={method} enctype={enctype} aria-label={label} novalidate>
    {/* First, so that it has come in before any file that follows. */}
    {csrf !== undefined && <Csrf token={csrf} />}
    {children}
  </form>
);

/** What every field has. `name` is also its id, and where an error in the summary leads. */
export type FieldBase = {
  readonly lang: Lang;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong and what to do; the field comes back with what was typed. */
  readonly error?: string | undefined;
  readonly value?: string | undefined;
  /** Fields are required unless they say otherwise; an optional one says so beside its label. */
  readonly optional?: boolean | undefined;
};

const describedBy = ({ name, hint, error }: Pick<FieldBase, 'name' | 'hint' | 'error'>): string | undefined =>
  [hint === undefined ? '' : `${name}-hint`, error === undefined ? '' : `${name}-error`].join(' ').trim() || undefined;

/** What the control itself must say for the reader's tools. */
const attributes = (field: FieldBase) => ({
  id: field.name,
  name: field.name,
  required: !field.optional,
  'aria-invalid': field.error === undefined ? undefined : 'true',
  'aria-describedby': describedBy(field),
});

const Below = ({ lang, name, hint, error }: Pick<FieldBase, 'lang' | 'name' | 'hint' | 'error'>) => (
  <>
    {hint !== undefined && (
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    )}
    {error !== undefined && (
      <p class="error" id={`${name}-error`}>
        <ShapeMark shape="late" />
        <span>
          <span class="vh">{uiWords(lang).error} </span>
          {error}
        </span>
      </p>
    )}
  </>
);

const Frame = ({ field, children }: { readonly field: FieldBase; readonly children: Child }) => (
  <div class={field.error === undefined ? 'field' : 'field wrong'}>
    <label for={field.name}>
      {field.label} {field.optional && <span class="opt">{uiWords(field.lang).optional}</span>}
    </label>
    <Below {...field} />
    {children}
  </div>
);

type TextProps = FieldBase & {
  readonly type?: 'text' | 'email' | 'password' | 'number' | 'search' | 'tel' | 'time' | 'url' | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputmode?: 'numeric' | 'decimal' | undefined;
  readonly maxlength?: number | undefined;
  readonly short?: boolean | undefined;
};
/** One line of text. A password never comes back filled in. */
export const Field = ({ type = 'text', autocomplete, inputmode, maxlength, short, ...field }: TextProps) => (
  <Frame field={field}>
    <input
      {...attributes(field)}
      type={type}
      value={type === 'password' ? undefined : field.value}
      autocomplete={autocomplete}
      inputmode={inputmode}
      maxlength={maxlength}
      class={short ? 'short' : undefined}
    />
  </Frame>
);

/** A file that came with a form that came back: it need not be sent again. `token` is what stands for it. */
export type KeptFile = { readonly name: string; readonly sizeBytes: number; readonly token: string };
type FileProps = Omit<FieldBase, 'value'> & {
  readonly multiple?: boolean | undefined;
  /** Endings a browser offers first, `.pdf,.docx`; what is taken in is decided by the content. */
  readonly accept?: string | undefined;
  readonly maxBytes: number;
  readonly kept?: readonly KeptFile[] | undefined;
};
/** One file or several. In a `Form` of `enctype="multipart/form-data"`. With script, files may be dropped on it. */
export const FileField = ({ multiple, accept, maxBytes, kept = [], ...field }: FileProps) => {
  const t = uiWords(field.lang);
  return (
    <Frame field={field}>
      {kept.map((file) => (
        <label class="choice kept">
          <input type="checkbox" name={`${field.name}-guardado`} value={file.token} checked />
          <span>
            {t.keptFile} <strong>{file.name}</strong> ({fileSize(file.sizeBytes, field.lang)})
          </span>
        </label>
      ))}
      <div class="drop" data-drop={field.name}>
        <input
          {...attributes(field)}
          required={!field.optional && kept.length === 0}
          type="file"
          multiple={multiple}
          accept={accept}
          data-max={String(maxBytes)}
          data-too-large={t.tooLargeHere(fileSize(maxBytes, field.lang))}
          data-sending={t.sending}
          data-broken={t.sendingBroken}
        />
        <progress max={100} value={0} hidden aria-label={t.sending} />
        <p class="small" role="status"></p>
        <p class="hint">
          {t.mostFile(fileSize(maxBytes, field.lang), multiple === true)}
          <span class="with-script"> {t.dropHere(multiple === true)}</span>
        </p>
      </div>
    </Frame>
  );
};

/** A calendar date; `value`, `min` and `max` are `YYYY-MM-DD`. */
export const DateField = ({ min, max, ...field }: FieldBase & { readonly min?: string | undefined; readonly max?: string | undefined }) => (
  <Frame field={field}>
    <input {...attributes(field)} type="date" value={field.value} min={min} max={max} class="short" />
  </Frame>
);

export const TextArea = ({ rows = 5, ...field }: FieldBase & { readonly rows?: number | undefined }) => (
  <Frame field={field}>
    <textarea {...attributes(field)} rows={rows}>
      {field.value ?? ''}
    </textarea>
  </Frame>
);

/** Short fields that belong together, side by side where there is room. */
export const FieldGroup = ({ title, children }: { readonly title: string; readonly children: Child }) => (
  <fieldset class="group">
    <legend>{title}</legend>
    <div>{children}</div>
  </fieldset>
);

export type Option = { readonly value: string; readonly label: string; readonly hint?: string | undefined };

/** One of many. Nothing is chosen beforehand unless `value` says so. `any`: what leaving it open means, as a choice among the others. */
export const Select = ({
  options,
  short,
  any,
  ...field
}: FieldBase & { readonly options: readonly Option[]; readonly short?: boolean | undefined; readonly any?: string | undefined }) => (
  <Frame field={field}>
    <select {...attributes(field)} class={short ? 'short' : undefined}>
      <option value="">{any ?? uiWords(field.lang).choose}</option>
      {options.map(({ value, label }) => (
        <option value={value} selected={value === field.value}>
          {label}
        </option>
      ))}
    </select>
  </Frame>
);

/** One of a few, all in sight. `value` is the chosen one. */
export const Radios = ({ options, ...field }: FieldBase & { readonly options: readonly Option[] }) => (
  <fieldset class={field.error === undefined ? undefined : 'wrong'} aria-describedby={describedBy(field)}>
    <legend>
      {field.label} {field.optional && <span class="opt">{uiWords(field.lang).optional}</span>}
    </legend>
    <Below {...field} />
    {options.map(({ value, label, hint }, i) => {
      const id = i === 0 ? field.name : `${field.name}-${i + 1}`;
      return (
        <div class="choice">
          <input
            type="radio"
            id={id}
            name={field.name}
            value={value}
            checked={value === field.value}
            required={!field.optional}
            aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          />
          <label for={id}>{label}</label>
          {hint !== undefined && (
            <p class="hint" id={`${id}-hint`}>
              {hint}
            </p>
          )}
        </div>
      );
    })}
  </fieldset>
);

/** Yes or nothing: sends `value` (`si` when absent) only when ticked. */
export const Checkbox = ({ checked, ...field }: FieldBase & { readonly checked?: boolean | undefined }) => (
  <div class={field.error === undefined ? undefined : 'field wrong'}>
    <div class="choice">
      <input {...attributes(field)} type="checkbox" value={field.value ?? 'si'} checked={checked === true} />
      <label for={field.name}>{field.label}</label>
    </div>
    <Below {...field} />
  </div>
);

/** `field` is the field's name: the line leads to it. Without one the error is of the whole form. */
export type FormError = { readonly field?: string | undefined; readonly text: string };

/** What is wrong with one field, if anything is. */
export const errorOf = (errors: readonly FormError[], field: string): string | undefined => errors.find((one) => one.field === field)?.text;

/** Above a form that came back: what is wrong, each line leading to its field. Nothing when nothing is. Takes the focus. */
export function ErrorSummary({ lang, errors }: { readonly lang: Lang; readonly errors: readonly FormError[] }) {
  if (errors.length === 0) return null;
  return (
    <div class="notice summary" role="alert" tabindex={-1} autofocus>
      <h2>{uiWords(lang).toCorrect(errors.length)}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li>{field === undefined ? text : <a href={`#${field}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
