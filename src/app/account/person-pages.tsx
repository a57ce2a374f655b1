import { mediumDate } from '../../core/date-words.ts';
import { asId, type PersonId } from '../../core/ids.ts';
import { type Lang, pick } from '../../core/words.ts';
import { erasureGrounds } from '../../domain/people/events.ts';
import { HoldingFields } from '../../domain/people/pages.tsx';
import { type Assignment, officeName, type PeopleState } from '../../domain/people/views.ts';
import { capacityWords } from '../../domain/people/words.ts';
import type { OpenSession } from '../../identity/access.ts';
import type { AccessEvent } from '../../identity/access-events.ts';
import { Submit } from '../../ui/buttons.tsx';
import { Checkbox, DateField, ErrorSummary, errorOf, Field, Form, type FormError, Select, TextArea } from '../../ui/forms.tsx';
import { Breadcrumbs, Notice, PageHead, Panel, Split } from '../../ui/parts.tsx';
import { DataTable } from '../../ui/table.tsx';
import { AccessRecord, Sessions } from './access-table.tsx';
import { accountWords } from './account-words.ts';

type PersonProps = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly form: ReadonlyMap<string, string>;
  readonly errors: readonly FormError[];
  readonly person: string;
  readonly name: string;
  readonly people: PeopleState;
  readonly assignments: readonly Assignment[];
  readonly sessions: readonly OpenSession[];
  readonly events: readonly AccessEvent[];
  readonly days: number;
  readonly zone: string;
  readonly today: string;
  readonly nameOf: (person: string) => string;
  readonly link?: string;
};

/** How a form names one assignment: an office and its first day; a person has at most one such. */
export const assignmentKey = (one: Pick<Assignment, 'office' | 'from'>): string => `${one.office}|${one.from}`;

/** One person, for an administrator: what they hold, where they are in, what happened, and how they get in again. */
export function PersonPage(props: PersonProps) {
  const { lang, csrf, errors, person, name, people, assignments, sessions, events, days, zone, nameOf, link } = props;
  const t = accountWords(lang);
  const base = `/administracion/personas/${person}`;
  const trail = <Breadcrumbs lang={lang} items={[{ label: t.administration, href: '/administracion' }, { label: name }]} />;
  return (
    <>
      <PageHead title={name} trail={trail} />
      <ErrorSummary lang={lang} errors={errors} />
      {link !== undefined && (
        <Notice kind="done" title={t.linkTitle}>
          <p>{t.linkText}</p>
          <p>
            <code class="wrap">{link}</code>
          </p>
        </Notice>
      )}
      <Split
        aside={
          <>
            <Assign {...props} base={base} />
            <EndOffice {...props} base={base} />
            <Recover {...props} base={base} />
            <Erase {...props} base={base} />
          </>
        }
      >
        <DataTable
          lang={lang}
          id="cargos"
          caption={t.held}
          columns={[
            { title: t.office, head: true, cell: (one: Assignment) => pick(officeName(people, one.office), lang) },
            { title: t.capacity, cell: (one) => capacityWords(lang)[one.capacity] },
            { title: t.from, keep: true, cell: (one) => mediumDate(one.from, lang) },
            { title: t.to, keep: true, cell: (one) => (one.to === undefined ? t.open : mediumDate(one.to, lang)) },
            { title: t.endedFor, cell: (one) => one.ended ?? '—' },
          ]}
          rows={assignments}
          empty={t.noneHeld}
        />
        <Sessions lang={lang} zone={zone} csrf={csrf} action={`${base}/sesiones/terminar`} sessions={sessions} />
        {sessions.length > 0 && (
          <Form action={`${base}/sesiones/terminar`} csrf={csrf} label={t.endAll}>
            <Submit name="sesion" value="all" kind="danger">
              {t.endAll}
            </Submit>
          </Form>
        )}
        <AccessRecord lang={lang} zone={zone} events={events} days={days} nameOf={nameOf} />
      </Split>
    </>
  );
}

type FormProps = PersonProps & { readonly base: string };

function Assign({ lang, csrf, form, errors, people, today, base }: FormProps) {
  const t = accountWords(lang);
  return (
    <Panel id="asignar" title={t.assign} weight="minor">
      <p class="small">{t.assignText}</p>
      <Form action={`${base}/cargos/asignar`} csrf={csrf}>
        <HoldingFields lang={lang} csrf={csrf} form={form} errors={errors} people={people} today={today} usual="suplente" />
        <DateField
          lang={lang}
          name="hasta"
          label={t.to}
          hint={t.toHint}
          optional
          value={form.get('hasta')}
          error={errorOf(errors, 'hasta')}
        />
        <Submit>{t.assignButton}</Submit>
      </Form>
    </Panel>
  );
}

function EndOffice({ lang, csrf, form, errors, people, assignments, today, base }: FormProps) {
  const t = accountWords(lang);
  const running = assignments.filter((one) => one.to === undefined || one.to >= today);
  if (running.length === 0) return null;
  const told = (one: Assignment) => `${pick(officeName(people, one.office), lang)}, ${t.from.toLowerCase()} ${mediumDate(one.from, lang)}`;
  return (
    <Panel id="terminar" title={t.endOffice} weight="minor">
      <p class="small">{t.endOfficeText}</p>
      <Form action={`${base}/cargos/terminar`} csrf={csrf}>
        <Select
          lang={lang}
          name="asignacion"
          label={t.assignment}
          options={running.map((one) => ({ value: assignmentKey(one), label: told(one) }))}
          value={form.get('asignacion')}
          error={errorOf(errors, 'asignacion')}
        />
        <DateField lang={lang} name="ultimo" label={t.to} value={form.get('ultimo') ?? today} error={errorOf(errors, 'ultimo')} />
        <Field lang={lang} name="motivo" label={t.reason} value={form.get('motivo')} error={errorOf(errors, 'motivo')} />
        <Submit kind="danger">{t.endOfficeButton}</Submit>
      </Form>
    </Panel>
  );
}

function Recover({ lang, csrf, form, errors, base }: FormProps) {
  const t = accountWords(lang);
  return (
    <Panel id="recuperar" title={t.recover} weight="minor">
      <p class="small">{t.recoverText}</p>
      <Form action={`${base}/recuperar`} csrf={csrf}>
        <TextArea lang={lang} name="fe" rows={3} label={t.witnessed} value={form.get('fe')} error={errorOf(errors, 'fe')} />
        <Checkbox lang={lang} name="factores" optional label={t.withoutFactors} checked={form.get('factores') === 'si'} />
        <Submit>{t.recoverButton}</Submit>
      </Form>
    </Panel>
  );
}

function Erase({ lang, csrf, form, errors, people, person, base }: FormProps) {
  const t = accountWords(lang);
  const erased = people.erased.get(asId<PersonId>(person));
  return (
    <Panel id="borrar" title={t.erase} weight="minor">
      {erased !== undefined ? (
        <p>{t.erasedOn(mediumDate(erased, lang))}</p>
      ) : (
        <>
          <p class="small">{t.eraseText}</p>
          <Form action={`${base}/borrar-datos`} csrf={csrf}>
            <Select
              lang={lang}
              name="fundamento"
              label={t.eraseGround}
              options={erasureGrounds.map((one) => ({ value: one, label: t[one] }))}
              value={form.get('fundamento')}
              error={errorOf(errors, 'fundamento')}
            />
            <Checkbox
              lang={lang}
              name="para-siempre"
              label={t.eraseForEver}
              checked={form.get('para-siempre') === 'si'}
              error={errorOf(errors, 'para-siempre')}
            />
            <Submit kind="danger">{t.erase}</Submit>
          </Form>
        </>
      )}
    </Panel>
  );
}
