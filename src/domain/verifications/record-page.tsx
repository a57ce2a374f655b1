import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { Checkbox, ErrorSummary, FileField, Form, type FormError, Radios } from '../../ui/forms.tsx';
import { Breadcrumbs, PageHead } from '../../ui/parts.tsx';
import type { Opl } from '../process/views.ts';
import type { V } from './list-page.tsx';
import { verificationPageWords } from './page-words.ts';

/** A national cut as text; a package of one is far smaller. */
export const cutBytes = 256 * 2 ** 20;

/** Handing in what a PREP published: it is read, verified with the cuts already here, and recorded. */
export function RecordPage({ visit, opl, errors }: { readonly visit: V; readonly opl: Opl; readonly errors: readonly FormError[] }) {
  const { lang, reader, form, uploads } = visit;
  const t = verificationPageWords(lang);
  const error = (field: string) => errors.find((one) => one.field === field)?.text;
  const csrf = reader.kind === 'signed-in' ? reader.csrf : '';
  return (
    <>
      <PageHead
        trail={<Breadcrumbs lang={lang} items={[{ label: t.operation, href: visit.href('/operacion') }, { label: t.record }]} />}
        title={`${t.record} · ${opl.acronym}`}
        meta={`${pick(opl.name, lang)} · ${t.recordHint}`}
      />
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={visit.href(`/operacion/registrar/${opl.id}`)} csrf={csrf} enctype="multipart/form-data">
        <FileField
          lang={lang}
          name="corte"
          label={t.publishedFiles}
          hint={t.publishedHint}
          multiple
          accept=".csv,.zip,.txt,.json"
          maxBytes={cutBytes}
          kept={uploads.of('corte')}
          error={error('corte')}
        />
        <Radios
          lang={lang}
          name="ocasion"
          label={t.occasion}
          value={form.get('ocasion') ?? 'night'}
          options={[
            { value: 'night', label: t.night },
            { value: 'drill', label: t.drill },
          ]}
          error={error('ocasion')}
        />
        <Checkbox lang={lang} name="final" label={t.isFinal} checked={form.get('final') === 'si'} value="si" />
        <Submit kind="primary">{t.recordButton}</Submit>
      </Form>
    </>
  );
}
