import type { Document, Table } from '../../core/document.ts';
import type { By } from '../../core/event.ts';
import type { Result } from '../../core/result.ts';
import type { StoredFile } from '../../core/stored-file.ts';
import type { Bilingual } from '../../core/words.ts';
import { pick } from '../../core/words.ts';
import { tableRoutes } from '../../web/table-routes.ts';
import type { Answer, Route } from '../../web/visit.ts';
import { ActaPage } from './acta-page.tsx';
import { type ActaInCut, versionsOf } from './acta-versions.ts';
import { comparisonDocument } from './comparison-document.ts';
import { type ComparisonFile, comparisonFile } from './comparison-file.ts';
import { ComparisonPage } from './comparison-page.tsx';
import { verificationDocument } from './document.ts';
import { ElectionPage } from './election-page.tsx';
import type { Occasion } from './events.ts';
import { type FindingsFile, findingsFile } from './findings-file.ts';
import { ElectionsPage, ScreenPage, type V, type VerificationsPageWorld } from './list-page.tsx';
import { verificationPageWords } from './page-words.ts';
import { rulesOf, seenText } from './read.ts';
import { recordRoutes } from './record-routes.tsx';
import { reportFormats } from './report-links.tsx';
import { RulePage } from './rule-page.tsx';
import {
  type Comparison,
  capturedShare,
  electionsOf,
  findingSubject,
  lastCutOf,
  type Verification,
  verificationOf,
  verificationSubject,
} from './views.ts';

type Format = (typeof reportFormats)[number];

/** What the program hands in, so that this slice knows neither the store nor the form of a published file. */
export type VerificationTools = {
  readonly read: (file: StoredFile) => Promise<Result<Uint8Array, unknown>>;
  /** The rows of a key in one kept cut; undefined where its bytes are not here. */
  readonly actaIn: (one: Verification, file: FindingsFile, cut: number, key: string) => Promise<ActaInCut | undefined>;
  /** Verifies files of the store with those already here, and records it; the ids of what is new. */
  readonly record: (
    files: readonly StoredFile[],
    of: {
      readonly process: string;
      readonly opl: string;
      readonly occasion: Occasion;
      readonly final: boolean;
      readonly on: string;
      readonly by: By;
    },
  ) => Promise<Result<readonly string[], Bilingual>>;
  readonly file: (
    document: Document,
    format: Format,
  ) => Promise<{ readonly body: string | Uint8Array<ArrayBuffer>; readonly type: string }>;
};

const here = 'operacion';
const unknown = { es: verificationPageWords('es').unknownVerification, en: verificationPageWords('en').unknownVerification };
const unknownRule = { es: verificationPageWords('es').unknownRule, en: verificationPageWords('en').unknownRule };
const unreadable: Bilingual = { es: verificationPageWords('es').unreadable, en: verificationPageWords('en').unreadable };

const json = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));
const page = (title: string, body: Extract<Answer, { kind: 'page' }>['body']): Extract<Answer, { kind: 'page' }> => ({
  kind: 'page',
  title,
  here,
  body,
});

type NotFound = Extract<Answer, { kind: 'not-found' }>;

export function verificationRoutes(tools: VerificationTools): readonly Route<VerificationsPageWorld>[] {
  const filedOf = async (one: Verification): Promise<FindingsFile | undefined> => {
    const kept = await tools.read(one.findings);
    return kept.ok ? findingsFile.parse(json(kept.value)) : undefined;
  };
  const find = async <T,>(visit: V, show: (one: Verification) => T | Promise<T>): Promise<T | NotFound> => {
    const one = verificationOf(visit.world.verifications, visit.params.verification ?? '');
    return one ? show(one) : { kind: 'not-found', what: unknown };
  };
  const findFiled = <T,>(visit: V, show: (one: Verification, file: FindingsFile) => T | Promise<T>): Promise<T | NotFound> =>
    find(visit, async (one): Promise<T | NotFound> => {
      const file = await filedOf(one);
      return file ? show(one, file) : { kind: 'not-found', what: unreadable };
    });
  const informe = (format: Format): Route<VerificationsPageWorld> => ({
    method: 'GET',
    path: `/:process/operacion/:verification/informe.${format}`,
    may: 'anyone',
    answer: (visit) =>
      findFiled(visit, async (one, file) => {
        const document = verificationDocument([file], visit.lang, { opl: one.opl, position: visit.position, root: visit.root });
        return {
          kind: 'file',
          ...(await tools.file(document, format)),
          name: `${one.verification}.${format}`,
          shown: [verificationSubject(one)],
        };
      }),
  });

  const comparedOf = async (one: Comparison): Promise<ComparisonFile | undefined> => {
    const kept = await tools.read(one.differences);
    return kept.ok ? comparisonFile.parse(json(kept.value)) : undefined;
  };
  const comparisonInforme = (format: Format): Route<VerificationsPageWorld> => ({
    method: 'GET',
    path: `/:process/operacion/comparaciones/:comparison/informe.${format}`,
    may: 'anyone',
    answer: async (visit) => {
      const one = visit.world.verifications.comparisons.get(visit.params.comparison ?? '');
      const file = one && (await comparedOf(one));
      if (!one || !file) return { kind: 'not-found', what: one ? unreadable : unknown };
      const document = comparisonDocument(file, visit.lang, { opl: one.opl, position: visit.position, root: visit.root });
      return { kind: 'file', ...(await tools.file(document, format)), name: `${one.comparison}.${format}` };
    },
  });

  return [
    {
      method: 'GET',
      path: '/:process/operacion',
      may: 'anyone',
      answer: (visit) => page(verificationPageWords(visit.lang).operation, <ElectionsPage visit={visit} />),
    },
    ...tableRoutes<VerificationsPageWorld>('/:process/operacion', 'anyone', electionsTable),
    {
      method: 'GET',
      path: '/:process/operacion/pantalla',
      may: 'anyone',
      answer: (visit) => page(verificationPageWords(visit.lang).operation, <ScreenPage visit={visit} />),
    },
    ...recordRoutes(tools),
    {
      method: 'GET',
      path: '/:process/operacion/comparaciones/:comparison',
      may: 'anyone',
      answer: async (visit) => {
        const one = visit.world.verifications.comparisons.get(visit.params.comparison ?? '');
        if (!one) return { kind: 'not-found', what: unknown };
        return page(verificationPageWords(visit.lang).computos, <ComparisonPage visit={visit} one={one} file={await comparedOf(one)} />);
      },
    },
    {
      method: 'GET',
      path: '/:process/operacion/:verification',
      may: 'anyone',
      answer: (visit) =>
        find(visit, async (one) => {
          const file = await filedOf(one);
          const asked = Number(visit.url.searchParams.get('corte') ?? one.cuts.length);
          const cut = Number.isInteger(asked) && asked >= 1 && asked <= one.cuts.length ? asked : one.cuts.length;
          return {
            ...page(one.election, <ElectionPage visit={visit} one={one} file={file} cut={cut} />),
            shown: [verificationSubject(one)],
          };
        }),
    },
    {
      method: 'GET',
      path: '/:process/operacion/:verification/regla/:check',
      may: 'anyone',
      answer: (visit) =>
        findFiled(visit, (one, file) => {
          const rule = rulesOf(file).find((each) => each.id === visit.params.check);
          if (!rule) return { kind: 'not-found', what: unknownRule };
          const asked = Number(visit.url.searchParams.get('pagina') ?? 1);
          const body = <RulePage visit={visit} one={one} rule={rule} page={Number.isInteger(asked) ? asked : 1} />;
          return { ...page(pick(rule.check.title, visit.lang), body), shown: [verificationSubject(one), findingSubject(one, rule.id)] };
        }),
    },
    {
      method: 'GET',
      path: '/:process/operacion/:verification/acta',
      may: 'anyone',
      answer: (visit) =>
        findFiled(visit, async (one, file) => {
          const key = (visit.url.searchParams.get('clave') ?? '').trim().slice(0, 40);
          const found: ActaInCut[] = [];
          for (let cut = 1; cut <= one.cuts.length; cut++) {
            const acta = await tools.actaIn(one, file, cut, key);
            if (acta) found.push(acta);
          }
          const title = verificationPageWords(visit.lang).actaHistory(key);
          return page(title, <ActaPage visit={visit} one={one} file={file} clave={key} versions={versionsOf(found)} />);
        }),
    },
    {
      method: 'GET',
      path: '/:process/operacion/:verification/hallazgos.json',
      may: 'anyone',
      answer: (visit) => find(visit, (one) => ({ kind: 'stored', file: one.findings, shown: [verificationSubject(one)] })),
    },
    ...tableRoutes<VerificationsPageWorld>(
      '/:process/operacion/:verification/hallazgos',
      'anyone',
      (visit) => findFiled(visit, (one, file) => findingsTable(one.verification, file, visit.lang)),
      ({ world, params }) => {
        const one = verificationOf(world.verifications, params.verification ?? '');
        return one ? [verificationSubject(one)] : [];
      },
    ),
    ...reportFormats.map(informe),
    ...reportFormats.map(comparisonInforme),
  ];
}

function electionsTable({ lang, world }: V): Table {
  const t = verificationPageWords(lang);
  const titles = [
    'id',
    t.opl,
    t.election,
    t.occasion,
    t.cuts,
    t.lastCut,
    t.captured,
    t.error,
    t.warning,
    t.note,
    t.corrected,
    t.findingsFile,
  ];
  const rows = electionsOf(world.verifications).map(({ latest }) => [
    latest.verification,
    latest.opl,
    latest.election,
    t[latest.occasion],
    latest.cuts.length,
    lastCutOf(latest)?.cutAt ?? null,
    capturedShare(latest),
    latest.counts.error,
    latest.counts.warning,
    latest.counts.note,
    latest.counts.corrected,
    latest.findings.sha256,
  ]);
  return { kind: 'table', id: 'operacion', caption: t.elections, columns: titles.map((title) => ({ title })), rows };
}

/** One line a finding; names of columns are those of the findings file. */
function findingsTable(id: string, file: FindingsFile, lang: 'es' | 'en'): Table {
  const columns = [
    'id',
    'check',
    'family',
    'severity',
    'subject',
    'row',
    'saw',
    'expected',
    'seenIn',
    'correctedIn',
    'count',
    'title',
    'source',
  ];
  const rows = file.findings.map((one) => {
    const check = file.checks[one.check];
    return [
      ...[one.id, one.check, check?.family ?? null, check?.severity ?? null, one.subject, one.row, one.saw, one.expected, seenText(one)],
      ...[one.correctedIn, one.count, check ? pick(check.title, lang) : null, check ? pick(check.source, lang) : null],
    ];
  });
  return { kind: 'table', id, caption: verificationPageWords(lang).findings, columns: columns.map((title) => ({ title })), rows };
}
