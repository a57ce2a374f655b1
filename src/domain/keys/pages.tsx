import { mediumDate } from '../../core/date-words.ts';
import { pick } from '../../core/words.ts';
import { Submit } from '../../ui/buttons.tsx';
import { Checkbox, DateField, ErrorSummary, errorOf, Field, Form, type FormError, Select } from '../../ui/forms.tsx';
import { Breadcrumbs, Notice, PageHead, Panel } from '../../ui/parts.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Visit } from '../../web/visit.ts';
import { officeName, type PeopleState } from '../people/views.ts';
import type { OpenProcess } from '../process/views.ts';
import type { System, SystemsState } from '../systems/views.ts';
import { keysPageWords } from './page-words.ts';
import { type KeysState, keysOf, scopes, standingOf, type WriteKey } from './views.ts';
import { keyMark, keysWords, scopeWords } from './words.ts';

export type KeysWorld = {
  readonly process: OpenProcess;
  readonly people: PeopleState;
  readonly systems: SystemsState;
  readonly keys: KeysState;
};
export type V = Visit<KeysWorld>;
type Props = {
  readonly visit: V;
  readonly system: System;
  readonly errors: readonly FormError[];
  /** Of the key that has just been issued. */
  readonly secret?: string;
};

export function KeysPage({ visit, system, errors, secret }: Props) {
  const { lang, world, reader } = visit;
  const t = keysPageWords(lang);
  const name = pick(system.description.name, lang);
  const keys = keysOf(world.keys, system.id);
  const trail = [
    { label: t.systems, href: visit.href('/sistemas') },
    { label: name, href: visit.href(`/sistemas/${system.id}`) },
    { label: t.keys },
  ];
  const csrf = !visit.asOf && reader.kind === 'signed-in' ? reader.csrf : undefined;
  return (
    <>
      <PageHead title={t.keys} meta={name} trail={<Breadcrumbs lang={lang} items={trail} />} />
      {secret !== undefined && (
        <Notice kind="note" title={t.secretTitle}>
          <p>
            <code>{secret}</code>
          </p>
          <p>{t.secretText}</p>
        </Notice>
      )}
      <p>
        {t.about} <a href="/api/openapi.json">{t.api}</a>
      </p>
      <KeysTable visit={visit} keys={keys} />
      {csrf !== undefined && <Forms visit={visit} system={system} errors={errors} keys={keys} csrf={csrf} />}
    </>
  );
}

function KeysTable({ visit, keys }: { readonly visit: V; readonly keys: readonly WriteKey[] }) {
  const { lang, world, day } = visit;
  const t = keysPageWords(lang);
  return (
    <DataTable
      lang={lang}
      id="llaves"
      caption={t.keys}
      columns={[
        { title: t.key, head: true, cell: (key: WriteKey) => <code>{key.id}</code> },
        { title: t.label, cell: (key) => key.label },
        { title: t.scopes, cell: (key) => key.scopes.map((scope) => pick(scopeWords[scope], lang)).join(', ') },
        { title: t.until, keep: true, cell: (key) => mediumDate(key.until, lang) },
        { title: t.state, keep: true, cell: (key) => <Status {...keyMark(standingOf(key, day), lang)} /> },
        { title: t.by, cell: (key) => pick(officeName(world.people, key.by.office), lang) },
        { title: t.uses, align: 'end', cell: (key) => key.uses.size },
        { title: t.last, unit: t.utc, keep: true, cell: (key) => key.lastUsedAt?.slice(0, 16).replace('T', ' ') ?? '—' },
      ]}
      rows={keys}
      empty={t.none}
    />
  );
}

function Forms({ visit, system, errors, keys, csrf }: Props & { readonly keys: readonly WriteKey[]; readonly csrf: string }) {
  const { lang, form, today, day } = visit;
  const t = keysPageWords(lang);
  const w = keysWords(lang);
  const inForce = keys.filter((key) => standingOf(key, day) === 'in-force');
  const to = (verb: string) => visit.href(`/sistemas/${system.id}/llaves/${verb}`);
  const scopeError = errorOf(errors, 'release');
  return (
    <>
      <ErrorSummary lang={lang} errors={errors} />
      <Panel id="emitir" title={w.issue} weight="minor">
        <Form action={to('emitir')} csrf={csrf}>
          <Field lang={lang} name="para" label={t.label} hint={t.labelHint} value={form.get('para')} error={errorOf(errors, 'para')} />
          <fieldset>
            <legend>{t.scopes}</legend>
            {scopes.map((scope, i) => (
              <Checkbox
                lang={lang}
                name={scope}
                label={pick(scopeWords[scope], lang)}
                checked={form.get(scope) === 'si'}
                optional
                error={i === 0 ? scopeError : undefined}
              />
            ))}
          </fieldset>
          <DateField lang={lang} name="hasta" label={t.until} min={today} value={form.get('hasta')} error={errorOf(errors, 'hasta')} />
          <Submit kind="primary">{w.issue}</Submit>
        </Form>
      </Panel>
      {inForce.length > 0 && (
        <Panel id="revocar" title={w.revoke} weight="minor">
          <Form action={to('revocar')} csrf={csrf}>
            <Select
              lang={lang}
              name="llave"
              label={t.which}
              value={form.get('llave')}
              error={errorOf(errors, 'llave')}
              options={inForce.map((key) => ({ value: key.id, label: `${key.id} · ${key.label}` }))}
            />
            <Field lang={lang} name="motivo" label={t.reason} value={form.get('motivo')} error={errorOf(errors, 'motivo')} />
            <Submit>{w.revoke}</Submit>
          </Form>
        </Panel>
      )}
    </>
  );
}
