import { writeFileSync } from 'node:fs';
import { allChecks } from '../src/prep/checks/all.ts';
import { type Check, type Family, families, type Severity } from '../src/prep/checks/check.ts';

const familyNames: Readonly<Record<Family, string>> = {
  structure: 'Estructura · Structure',
  identity: 'Identidad · Identity',
  arithmetic: 'Aritmética · Arithmetic',
  totals: 'Totales · Totals',
  status: 'Estado · Status',
  time: 'Tiempo · Time',
  integrity: 'Integridad · Integrity',
  drill: 'Simulacro · Drill',
};
const severityNames: Readonly<Record<Severity, string>> = { error: 'error · error', warning: 'advertencia · warning', note: 'nota · note' };

function entry(check: Check): string {
  const asked =
    check.when === 'final'
      ? 'sólo con `--final` · only with `--final`'
      : check.when === 'drill'
        ? 'sólo en simulacros · only in drills'
        : null;
  const how =
    check.kind === 'cut' ? `[check.ts](../src/prep/checks/${check.id}/check.ts)` : `[query.sql](../src/prep/checks/${check.id}/query.sql)`;
  return [
    `### ${check.id}`,
    `**${check.title.es}** · ${check.title.en}`,
    [severityNames[check.severity], ...(asked ? [asked] : []), how].join(' — '),
    [`- Fuente: ${check.source.es}.`, `- Source: ${check.source.en}.`].join('\n'),
    [`- Para quien publica: ${check.publisher.es}`, `- For who publishes: ${check.publisher.en}`].join('\n'),
    [`- Para quien vigila: ${check.overseer.es}`, `- For who oversees: ${check.overseer.en}`].join('\n'),
  ].join('\n\n');
}

/** `docs/checks.md`: every check of one cut with its rule, from the checks themselves. */
export function checksDoc(): string {
  const parts = [
    '# Comprobaciones de un corte · Checks of one cut',
    'Written by `node scripts/checks-doc.ts` from `src/prep/checks`; a test keeps it fresh. A finding says what was seen and what was expected; it never says why. `error`: a published rule is broken. `warning`: it needs an explanation. `note`: worth knowing; nothing is wrong by itself.',
  ];
  for (const family of families) {
    parts.push(`## ${familyNames[family]}`, ...allChecks.filter((check) => check.family === family).map(entry));
  }
  return `${parts.join('\n\n')}\n`;
}

if (import.meta.main) writeFileSync(new URL('../docs/checks.md', import.meta.url), checksDoc());
