import { localMinute } from '../../core/date-words.ts';
import type { Lang } from '../../core/words.ts';
import type { OpenSession } from '../../identity/access.ts';
import { type AccessEvent, accessKinds } from '../../identity/access-events.ts';
import { Submit } from '../../ui/buttons.tsx';
import { Csrf } from '../../ui/forms.tsx';
import { DataTable, type Downloads } from '../../ui/table.tsx';
import { accountWords, kindWords, wayWords } from './account-words.ts';

/** Kinds that ask to be looked at when they come often. */
export const refusedKinds = accessKinds.filter((one) => /refused|limited/.test(one));

/** What was done, with how and by whom, in words. */
export function whatOf(event: AccessEvent, lang: Lang, nameOf: (person: string) => string): string {
  const t = accountWords(lang);
  const how = event.how === undefined ? '' : ` (${wayWords(lang)[event.how]})`;
  const label = event.kind === 'recovered' || event.kind === 'recovery-opened' ? t.witness : t.by;
  const by = event.by === undefined ? '' : ` · ${label}: ${nameOf(event.by)}`;
  return `${kindWords(lang)[event.kind]}${how}${by}`;
}

type RecordProps = {
  readonly lang: Lang;
  readonly zone: string;
  readonly events: readonly AccessEvent[];
  readonly days: number;
  readonly nameOf: (person: string) => string;
  /** Whose each is, for an administrator. */
  readonly withWho?: boolean;
  readonly downloads?: Downloads;
};
export function AccessRecord({ lang, zone, events, days, nameOf, withWho, downloads }: RecordProps) {
  const t = accountWords(lang);
  const who = {
    title: t.who,
    cell: ({ person }: AccessEvent) =>
      person === undefined ? t.nobody : <a href={`/administracion/personas/${person}`}>{nameOf(person)}</a>,
  };
  return (
    <DataTable
      lang={lang}
      id="registro"
      caption={t.record}
      note={t.recordNote(days)}
      columns={[
        { title: t.when, head: true, keep: true, cell: (one: AccessEvent) => localMinute(one.at, zone, lang) },
        ...(withWho ? [who] : []),
        { title: t.what, cell: (one) => whatOf(one, lang, nameOf) },
        { title: t.device, cell: (one) => one.device ?? '—' },
        { title: t.place, keep: true, cell: (one) => one.place ?? '—' },
        { title: t.note, cell: (one) => one.note ?? '—' },
      ]}
      rows={events}
      empty={t.noRecord}
      downloads={downloads}
    />
  );
}

type SessionsProps = {
  readonly lang: Lang;
  readonly zone: string;
  readonly csrf: string;
  readonly action: string;
  readonly sessions: readonly OpenSession[];
};
export function Sessions({ lang, zone, csrf, action, sessions }: SessionsProps) {
  const t = accountWords(lang);
  const end = (one: OpenSession) =>
    one.own ? (
      t.thisOne
    ) : (
      <form action={action} method="post">
        <Csrf token={csrf} />
        <Submit name="sesion" value={one.id}>
          {t.endSession}
          <span class="vh"> {localMinute(one.openedAt, zone, lang)}</span>
        </Submit>
      </form>
    );
  return (
    <DataTable
      lang={lang}
      id="sesiones"
      caption={t.sessions}
      columns={[
        { title: t.opened, head: true, keep: true, cell: (one: OpenSession) => localMinute(one.openedAt, zone, lang) },
        { title: t.how, cell: (one) => (one.how === undefined ? '—' : wayWords(lang)[one.how]) },
        { title: t.device, cell: (one) => one.device ?? '—' },
        { title: t.place, keep: true, cell: (one) => one.place ?? '—' },
        { title: t.ends, keep: true, cell: (one) => localMinute(one.endsAt, zone, lang) },
        { title: t.endSession, cell: end },
      ]}
      rows={sessions}
      empty={t.noSessions}
    />
  );
}
