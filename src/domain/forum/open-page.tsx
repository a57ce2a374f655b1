import type { Subject } from '../../core/subject.ts';
import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import {
  Checkbox,
  DateField,
  ErrorSummary,
  errorOf,
  Field,
  FileField,
  Form,
  type FormError,
  Radios,
  Select,
  TextArea,
} from '../../ui/forms.tsx';
import { Breadcrumbs, PageHead } from '../../ui/parts.tsx';
import { officesOf } from '../people/views.ts';
import { audiences } from './events.ts';
import { forumWords } from './page-words.ts';
import { type NameOf, officeMayRead, type V } from './post-part-page.tsx';
import { csrfOf, mostBytes } from './thread-page.tsx';
import { audienceWords } from './words.ts';

export type Choice = { readonly value: Subject; readonly label: string };
type Props = {
  readonly visit: V;
  readonly nameOf: NameOf;
  readonly subject: Subject | undefined;
  /** What a thread may be about when the address does not say. */
  readonly choices: readonly Choice[];
  readonly errors?: readonly FormError[];
};

export function OpenThreadPage({ visit, nameOf, subject, choices, errors = [] }: Props) {
  const { lang, form, uploads, world, today } = visit;
  const t = forumWords(lang);
  const named = subject && nameOf(subject);
  const hints = { internal: t.internalHint, circulation: t.circulationHint };
  const offices = officesOf(world.people).filter((one) => officeMayRead(world.people, one.id, { audience: 'internal' }));
  return (
    <>
      <PageHead
        title={t.open}
        meta={named && <a href={visit.href(named.path)}>{named.label}</a>}
        trail={<Breadcrumbs lang={lang} items={[{ label: t.forum, href: visit.href('/foro') }, { label: t.open }]} />}
      />
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={visit.href('/foro/abrir')} csrf={csrfOf(visit)} enctype="multipart/form-data">
        {named ? (
          <input type="hidden" name="asunto" value={subject} />
        ) : (
          <Select
            lang={lang}
            name="asunto"
            label={t.subject}
            hint={t.chooseSubject}
            options={choices}
            value={form.get('asunto')}
            error={errorOf(errors, 'asunto')}
          />
        )}
        <Field lang={lang} name="titulo" label={t.title} maxlength={200} value={form.get('titulo')} error={errorOf(errors, 'titulo')} />
        <TextArea
          lang={lang}
          name="texto"
          label={t.text}
          hint={t.textHint}
          rows={8}
          value={form.get('texto')}
          error={errorOf(errors, 'texto')}
        />
        <Select
          lang={lang}
          name="dirigido"
          label={t.addressee}
          optional
          options={offices.map((one) => ({ value: one.id, label: `${pick(one.name, lang)} (@${one.id})` }))}
          value={form.get('dirigido')}
          error={errorOf(errors, 'dirigido')}
        />
        <Radios
          lang={lang}
          name="lectura"
          label={t.audience}
          options={audiences.map((value) => ({ value, label: pick(audienceWords[value], lang), hint: hints[value] }))}
          value={form.get('lectura')}
          error={errorOf(errors, 'lectura')}
        />
        <Checkbox lang={lang} name="pregunta" label={t.asked} hint={t.askedHint} optional checked={form.get('pregunta') === 'si'} />
        <DateField
          lang={lang}
          name="plazo"
          label={t.answerBy}
          optional
          min={today}
          value={form.get('plazo')}
          error={errorOf(errors, 'plazo')}
        />
        <FileField
          lang={lang}
          name="archivo"
          label={t.files}
          optional
          multiple
          maxBytes={mostBytes}
          kept={uploads.of('archivo')}
          error={errorOf(errors, 'archivo')}
        />
        <Submit kind="primary">{t.open}</Submit>
      </Form>
    </>
  );
}
