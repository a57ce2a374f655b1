import { pick } from '../core/words.ts';
import type { Message } from '../mail/message.ts';
import { Submit } from '../ui/buttons.tsx';
import { Checkbox, Form, type FormError, Radios } from '../ui/forms.tsx';
import { Breadcrumbs, EmptyState, Facts, Notice, PageHead, Panel, Rows, Split } from '../ui/parts.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Visit } from '../web/visit.ts';
import type { DigestSection } from './digest.ts';
import { choices, type MailChoice } from './mail-choice.ts';
import { digestWords, messageStateWords, outboxWords } from './mail-words.ts';

export const outboxPath = '/administracion/correo';
const instant = (at: string): string => at.slice(0, 16).replace('T', ' ');

type ListProps = {
  readonly visit: Visit<unknown>;
  readonly messages: readonly Message[];
  readonly nameOf: (person: string) => string;
  readonly hasServer: boolean;
};

/** What was sent, what waits and what was refused, the newest first. */
export function OutboxPage({ visit, messages, nameOf, hasServer }: ListProps) {
  const { lang } = visit;
  const t = outboxWords(lang);
  const last = messages.at(-1);
  return (
    <>
      <PageHead title={t.title} meta={t.meta} />
      {!hasServer && (
        <Notice kind="note">
          <p>{t.noServer}</p>
        </Notice>
      )}
      <DataTable
        lang={lang}
        id="mensajes"
        caption={t.messages}
        columns={[
          { title: t.subject, head: true, cell: (one: Message) => one.subject },
          { title: t.to, cell: (one) => nameOf(one.person) },
          { title: t.state, cell: (one) => pick(messageStateWords[one.state], lang) },
          { title: t.attempts, align: 'end', cell: (one) => one.attempts },
          { title: t.put, keep: true, cell: (one) => <time datetime={one.putAt}>{instant(one.putAt)}</time> },
          { title: t.next, keep: true, cell: (one) => <time datetime={one.at}>{instant(one.at)}</time> },
        ]}
        rows={messages}
        rowHref={(one) => `${outboxPath}/${one.id}`}
        empty={t.none}
        foot={last && last.id > 1 ? <a href={`${outboxPath}?antes=${last.id}`}>{t.older}</a> : undefined}
      />
    </>
  );
}

export function MessagePage({
  visit,
  message,
  name,
}: {
  readonly visit: Visit<unknown>;
  readonly message: Message;
  readonly name: string;
}) {
  const { lang, reader } = visit;
  const t = outboxWords(lang);
  const mayRetry = message.state !== 'sent' && message.state !== 'expired' && reader.kind === 'signed-in';
  return (
    <>
      <PageHead
        title={message.subject}
        trail={<Breadcrumbs lang={lang} items={[{ label: t.title, href: outboxPath }, { label: String(message.id) }]} />}
      />
      <Facts
        items={[
          { term: t.to, value: name },
          { term: t.state, value: pick(messageStateWords[message.state], lang) },
          { term: t.attempts, value: message.attempts },
          { term: t.put, value: instant(message.putAt) },
          { term: t.next, value: instant(message.at) },
          ...(message.answer === undefined ? [] : [{ term: t.answer, value: message.answer }]),
        ]}
      />
      <Panel id="texto" title={t.text}>
        <pre class="wrap">{message.text}</pre>
      </Panel>
      {mayRetry && (
        <Form action={`${outboxPath}/${message.id}/reintentar`} csrf={reader.csrf}>
          <Submit>{t.retry}</Submit>
        </Form>
      )}
    </>
  );
}

type DigestProps = {
  readonly visit: Visit<unknown>;
  readonly sections: readonly DigestSection[];
  readonly choice: MailChoice;
  readonly errors?: readonly FormError[];
};

/** What waits for the reader's office, and how they want to be told. */
export function DigestPage({ visit, sections, choice, errors = [] }: DigestProps) {
  const { lang, reader, url } = visit;
  const t = digestWords(lang);
  const form =
    reader.kind === 'signed-in' && reader.demo ? (
      <p class="small">{t.noAccount}</p>
    ) : (
      <Form action={visit.href('/resumen')} csrf={reader.kind === 'signed-in' ? reader.csrf : ''}>
        <Radios
          lang={lang}
          name="frecuencia"
          label={t.choose}
          hint={t.chooseHint}
          value={choice.digest}
          error={errors[0]?.text}
          options={choices.map((value) => ({ value, label: t[value] }))}
        />
        <Checkbox lang={lang} name="enseguida" label={t.now} hint={t.nowHint} checked={choice.now} />
        <Submit>{t.save}</Submit>
      </Form>
    );
  return (
    <>
      <PageHead title={t.page} meta={t.meta} />
      {url.searchParams.has('guardado') && <Notice kind="done">{t.saved}</Notice>}
      <Split
        aside={
          <Panel id="eleccion" title={t.choose} weight="minor">
            {form}
          </Panel>
        }
      >
        {sections.length === 0 && <EmptyState>{t.nothing}</EmptyState>}
        {sections.map(({ title, items }, i) => (
          <Panel id={`resumen-${i + 1}`} title={title}>
            <Rows items={items.map((one) => ({ text: <a href={visit.href(one.path)}>{one.text}</a> }))} empty="" />
          </Panel>
        ))}
      </Split>
    </>
  );
}
