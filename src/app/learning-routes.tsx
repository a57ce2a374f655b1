import { mediumDate } from '../core/date-words.ts';
import { pick } from '../core/words.ts';
import { PageHead } from '../ui/parts.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Route } from '../web/visit.ts';
import type { App } from './app.ts';
import { type Replay, replays } from './learning.ts';
import { learningWords } from './learning-words.ts';
import { casesDir } from './paths.ts';
import { plainPage } from './shell.tsx';
import type { World } from './world.ts';

/** The cases with which the rules are tried. They are part of the program, so they are replayed once. */
export function learningRoutes(app: App): readonly Route<World>[] {
  let kept: ReturnType<typeof replays> | undefined;
  const read = async () => {
    kept ??= replays(casesDir(), { norms: await app.norms() });
    return kept;
  };
  return [
    {
      method: 'GET',
      path: '/aprendizaje',
      may: 'anyone',
      answer: async (visit) => {
        const { lang } = visit;
        const t = learningWords(lang);
        const told = await read();
        if (!told.ok)
          return plainPage({ ...visit, method: 'GET', cookie: '', address: '', agent: '' }, t.broken, pick(told.error, lang), 409);
        return { kind: 'page', title: t.learning, here: 'aprendizaje', body: <LearningPage lang={lang} told={told.value} /> };
      },
    },
  ];
}

function LearningPage({ lang, told }: { readonly lang: 'es' | 'en'; readonly told: readonly Replay[] }) {
  const t = learningWords(lang);
  const date = (day: string | undefined) => (day === undefined ? t.never : <time datetime={day}>{mediumDate(day, lang)}</time>);
  const lead = ({ leadDays, failedOn }: Replay) =>
    failedOn === undefined ? t.worked : leadDays === undefined ? t.never : <strong>{t.leadDays(leadDays)}</strong>;
  return (
    <>
      <PageHead title={t.learning} meta={t.meta} />
      <DataTable
        lang={lang}
        id="casos"
        caption={t.cases}
        columns={[
          { title: t.case, head: true, cell: (one: Replay) => pick(one.name, lang) },
          { title: t.what, cell: (one) => pick(one.what, lang) },
          { title: t.firstAlert, keep: true, cell: (one) => date(one.firstAlert) },
          { title: t.firstRed, keep: true, cell: (one) => date(one.firstRed) },
          { title: t.lead, keep: true, cell: lead },
          { title: t.reasons, cell: (one) => <Reasons lang={lang} one={one} /> },
        ]}
        rows={told}
      />
    </>
  );
}

/** The rules that held on the day before, each once. */
function Reasons({ lang, one }: { readonly lang: 'es' | 'en'; readonly one: Replay }) {
  const t = learningWords(lang);
  const rules = [...new Set(one.alerts.map((alert) => alert.rule))];
  if (rules.length === 0) return <>{one.failedOn === undefined ? t.never : t.unsaid}</>;
  return <>{rules.map((rule) => pick(rule.name, lang)).join(' · ')}</>;
}
