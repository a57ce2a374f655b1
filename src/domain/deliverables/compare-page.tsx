import { Submit } from '../../ui/buttons.tsx';
import { Difference } from '../../ui/difference.tsx';
import { Form, Select } from '../../ui/forms.tsx';
import { EmptyState, Notice, Panel } from '../../ui/parts.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Item } from '../plan/views.ts';
import type { Change, Comparison } from './compare.ts';
import { compareWords } from './compare-words.ts';
import { Head } from './forms-page.tsx';
import { below, type V } from './versions-page.tsx';
import { deliverableOf, type Version } from './views.ts';

/** What became of one file, or of the report that was filled in. */
export type Outcome =
  | { readonly kind: 'same' | 'same-text' | 'only-after' | 'only-before' | 'too-different' }
  | { readonly kind: 'unreadable'; readonly name: string; readonly why: string }
  | { readonly kind: 'different'; readonly comparison: Comparison };
export type Compared = { readonly title: string; readonly outcome: Outcome };
export type Side = { readonly before: Version; readonly after: Version };

type Props = { readonly visit: V; readonly item: Item; readonly sides: Side | undefined; readonly compared: readonly Compared[] };

/** Two versions of a deliverable side by side: what each of their files says otherwise. */
export function ComparePage({ visit, item, sides, compared }: Props) {
  const { lang } = visit;
  const t = compareWords(lang);
  return (
    <>
      <Head visit={visit} item={item} title={t.compare} />
      {sides ? (
        <>
          <Choice visit={visit} item={item} sides={sides} />
          <p class="small">{t.note}</p>
          {compared.map(({ title, outcome }, i) => (
            <Panel
              id={`archivo-${i + 1}`}
              title={title}
              note={outcome.kind === 'different' ? t.changes(count(outcome.comparison)) : undefined}
            >
              <Told visit={visit} id={`cambios-${i + 1}`} title={title} outcome={outcome} sides={sides} />
            </Panel>
          ))}
        </>
      ) : (
        <EmptyState>{t.twoNeeded}</EmptyState>
      )}
    </>
  );
}

const count = ({ changes, more }: Comparison): number => changes.length + more;

function Choice({ visit, item, sides }: { readonly visit: V; readonly item: Item; readonly sides: Side }) {
  const { lang, world, asOf } = visit;
  const t = compareWords(lang);
  const versions = deliverableOf(world.deliverables, item.opl.id, item.obligation.key)?.versions ?? [];
  const options = versions.map(({ version }) => ({ value: String(version), label: t.version(version) }));
  return (
    <Form action={below(visit, item, '/comparar').split('?')[0] ?? ''} method="get" label={t.compare}>
      {asOf?.day !== undefined && <input type="hidden" name="al" value={asOf.day} />}
      <Select lang={lang} name="de" label={t.from} options={options} value={String(sides.before.version)} short />
      <Select lang={lang} name="a" label={t.to} options={options} value={String(sides.after.version)} short />
      <Submit>{t.show}</Submit>
    </Form>
  );
}

type ToldProps = { readonly visit: V; readonly id: string; readonly title: string; readonly outcome: Outcome; readonly sides: Side };
function Told({ visit, id, title, outcome, sides }: ToldProps) {
  const { lang } = visit;
  const t = compareWords(lang);
  switch (outcome.kind) {
    case 'same':
      return <p>{t.same}</p>;
    case 'same-text':
      return <p>{t.sameText}</p>;
    case 'only-after':
      return <p>{t.onlyAfter}</p>;
    case 'only-before':
      return <p>{t.onlyBefore}</p>;
    case 'too-different':
      return <Notice kind="note">{t.tooDifferent}</Notice>;
    case 'unreadable':
      return <Notice kind="note">{t.unreadable(outcome.name, outcome.why)}</Notice>;
    case 'different': {
      const { changes, more } = outcome.comparison;
      const isPaged = changes.some(({ page }) => page !== undefined);
      const side = (name: keyof Side) => ({
        title: t.version(sides[name].version),
        cell: (one: Change) => <Difference pieces={one[name]} />,
      });
      return (
        <DataTable
          lang={lang}
          id={id}
          caption={title}
          columns={[
            {
              title: isPaged ? t.place : '#',
              head: true,
              cell: (one: Change) => String(isPaged ? (one.page ?? '') : changes.indexOf(one) + 1),
            },
            side('before'),
            side('after'),
          ]}
          rows={changes}
          foot={more > 0 ? t.more(more) : undefined}
        />
      );
    }
  }
}
