import { longDate } from '../../../core/date-words.ts';
import { handedIn, type Item, isOpen } from '../../plan/views.ts';
import { electionDayOf, type OpenProcess } from '../../process/views.ts';
import { nearElection } from '../near.ts';
import { aboutItem, type Found, type Reading, type Rule } from '../rule.ts';
import { overlaps, runStart, type Span } from '../spans.ts';

/** Codes both versions of Anexo 13 share: the signed contract with the third party; the auditor's appointment and contract. */
const contract = ['E10b'];
const auditor = ['E14', 'E15b'];

export const contractUnsigned: Rule = {
  id: 'contract-unsigned',
  severity: 'red',
  owner: 'opl',
  name: { es: 'Contrato del PREP sin firmar', en: 'PREP contract not signed' },
  about: {
    es: 'Faltan pocos meses para la jornada y no consta el contrato firmado con el tercero que hará el PREP. Si no habrá tercero, márquese que no aplica.',
    en: 'Election day is few months away and nothing shows a signed contract with the third party that will run the PREP. If there will be none, it should be marked as not applicable.',
  },
  threshold: {
    unit: 'months',
    usual: 4,
    least: 1,
    most: 12,
    reason: {
      es: 'El plazo de E10b; en 2020 y 2021 los contratos tardíos precedieron a los PREP que fallaron.',
      en: 'The date of E10b; in 2020 and 2021 late contracts came before the PREPs that failed.',
    },
  },
  find: (reading, months) => unsigned(reading, contract, months),
};

export const auditorUnsigned: Rule = {
  id: 'auditor-unsigned',
  severity: 'red',
  owner: 'opl',
  name: { es: 'Ente auditor sin designar o sin contrato', en: 'Auditor not appointed or not under contract' },
  about: {
    es: 'Faltan pocos meses para la jornada y no consta quién auditará el sistema del PREP, o su contrato. Sin auditoría nadie da fe del sistema.',
    en: 'Election day is few months away and nothing shows who will audit the PREP’s system, or their contract. Without an audit nobody vouches for it.',
  },
  threshold: {
    unit: 'months',
    usual: 3,
    least: 1,
    most: 12,
    reason: {
      es: 'El plazo de E15b: desde ahí apenas queda tiempo para las pruebas de la auditoría.',
      en: 'The date of E15b: from then on there is hardly time for the audit’s tests.',
    },
  },
  find: (reading, months) => unsigned(reading, auditor, months),
};

function unsigned({ process, plan, rows, day }: Reading, codes: readonly string[], months: number): readonly Found[] {
  const near = nearElection(process, { months });
  if (runStart(near, day) === undefined) return [];
  return rows.flatMap(({ opl, items }) => {
    const since = plan.reportingSince.get(opl.id);
    if (since === undefined) return [];
    const open = items.filter(
      ({ obligation, status, progress }) => codes.includes(obligation.code) && isOpen(status) && !handedIn(progress),
    );
    return open.map((item) => found(item, process, months, overlaps(near, { from: since })));
  });
}

function found(item: Item, process: OpenProcess, months: number, spans: readonly Span[]): Found {
  const jornada = electionDayOf(process)?.jornada ?? item.obligation.due;
  return {
    ...aboutItem(item),
    spans,
    explanation: {
      es: `Faltan menos de ${months} meses para la jornada (${longDate(jornada, 'es')}) y no hay entrega registrada de ${item.obligation.code}.`,
      en: `Election day (${longDate(jornada, 'en')}) is less than ${months} months away and no delivery of ${item.obligation.code} is recorded.`,
    },
  };
}
