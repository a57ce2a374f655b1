import { longMonth, monthName, weekdayName } from '../../core/date-words.ts';
import type { ObligationCode } from '../../core/ids.ts';
import { unreachable } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { DateRule, Rule } from './norm.ts';

/** How a rule, each of its steps and what to beware of are said. */

const months = (n: number): Bilingual => (n === 1 ? { es: '1 mes', en: '1 month' } : { es: `${n} meses`, en: `${n} months` });
const days = (n: number): Bilingual => (n === 1 ? { es: '1 día', en: '1 day' } : { es: `${n} días`, en: `${n} days` });
const capital = ({ es, en }: Bilingual): Bilingual => ({ es: raise(es), en: raise(en) });
const raise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** When it is: «4 meses antes de la jornada». */
function moment(rule: DateRule): Bilingual {
  switch (rule.kind) {
    case 'monthsBefore': {
      const [m, d] = [months(rule.months), days(rule.days)];
      return rule.days === 0
        ? { es: `${m.es} antes de la jornada`, en: `${m.en} before election day` }
        : { es: `${m.es} y ${d.es} antes de la jornada`, en: `${m.en} and ${d.en} before election day` };
    }
    case 'daysBefore':
      return { es: `${days(rule.days).es} antes de la jornada`, en: `${days(rule.days).en} before election day` };
    case 'daysAfter':
      return { es: `${days(rule.days).es} después de la jornada`, en: `${days(rule.days).en} after election day` };
    case 'sundayBefore':
      return sunday(rule.nth);
    case 'jornada':
      return { es: 'el día de la jornada', en: 'on election day' };
    case 'before':
    case 'after':
      return fromRow(rule);
    default:
      return unreachable(rule);
  }
}

const sunday = (n: number): Bilingual =>
  n === 1
    ? { es: 'el último domingo antes de la jornada', en: 'the last Sunday before election day' }
    : {
        es: `el domingo número ${n} antes de la jornada, contando hacia atrás`,
        en: `Sunday number ${n} before election day, counting back`,
      };

function fromRow(rule: Extract<DateRule, { row: ObligationCode }>): Bilingual {
  if (rule.days === 0) return { es: `la fecha de ${rule.row}`, en: `the date of ${rule.row}` };
  const span = days(rule.days);
  return rule.kind === 'before'
    ? { es: `${span.es} antes de ${rule.row}`, en: `${span.en} before ${rule.row}` }
    : { es: `${span.es} después de ${rule.row}`, en: `${span.en} after ${rule.row}` };
}

/** The rule as a sentence, with the time to send it when there is one. */
export function ruleText(rule: Rule, sendWithinDays?: number): Bilingual {
  const when = capital(deadline(rule));
  if (sendWithinDays === undefined) return when;
  const span = days(sendWithinDays);
  return {
    es: `${when.es}; enviarse al INE dentro de los ${span.es} siguientes`,
    en: `${when.en}; sent to the INE within the next ${span.en}`,
  };
}

function deadline(rule: Rule): Bilingual {
  if (rule.kind === 'monthly') {
    const [from, last] = [moment(rule.from), moment(rule.last)];
    return {
      es: `cada mes, a más tardar el día ${rule.dayOfNextMonth} del mes siguiente; el primero, sobre el mes de la fecha que cae ${from.es}; el último, a más tardar ${last.es}`,
      en: `each month, no later than day ${rule.dayOfNextMonth} of the next month; the first, on the month of the date that falls ${from.en}; the last, no later than ${last.en}`,
    };
  }
  const when = moment(rule);
  return rule.kind === 'sundayBefore' || rule.kind === 'jornada' ? when : { es: `a más tardar ${when.es}`, en: `no later than ${when.en}` };
}

export const jornadaName: Bilingual = { es: 'Jornada electoral', en: 'Election day' };
export const periodName: Bilingual = { es: 'Mes que se informa', en: 'Month reported' };
export const dateOfName = (code: ObligationCode): Bilingual => ({ es: `Fecha de ${code}`, en: `Date of ${code}` });

export const stepWords = {
  months: (n: number): Bilingual => ({ es: `${months(n).es} de calendario antes`, en: `${months(n).en} before, by the calendar` }),
  daysBefore: (n: number): Bilingual => ({ es: `${days(n).es} antes`, en: `${days(n).en} before` }),
  daysAfter: (n: number): Bilingual => ({ es: `${days(n).es} después`, en: `${days(n).en} after` }),
  sunday: (n: number): Bilingual => capital(sunday(n)),
  fromRow: (rule: Extract<DateRule, { row: ObligationCode }>): Bilingual => capital(fromRow(rule)),
  dayOfNext: (day: number, period: string): Bilingual => ({
    es: `Día ${day} del mes siguiente a ${longMonth(period, 'es')}`,
    en: `Day ${day} of the month after ${longMonth(period, 'en')}`,
  }),
};

export const monthlyTitle = (title: Bilingual, period: string): Bilingual => ({
  es: `${title.es}, ${longMonth(period, 'es')}`,
  en: `${title.en}, ${longMonth(period, 'en')}`,
});

export const cautionWords = {
  clamped: (wanted: number, got: Temporal.PlainDate): Bilingual => ({
    es: `En ${monthName(got.month, 'es')} no hay día ${wanted}: se toma el último, el ${got.day}.`,
    en: `There is no day ${wanted} in ${monthName(got.month, 'en')}: its last one, ${got.day}, is taken.`,
  }),
  notSunday: (jornada: Temporal.PlainDate): Bilingual => ({
    es: `La jornada cae en ${weekdayName(jornada, 'es')} y no en domingo: revise la fecha.`,
    en: `Election day falls on a ${weekdayName(jornada, 'en')} and not on a Sunday: check the date.`,
  }),
  weekend: (date: Temporal.PlainDate): Bilingual => ({
    es: `Vence en ${weekdayName(date, 'es')} y no se recorre: en proceso electoral todos los días cuentan (criterio por confirmar).`,
    en: `It falls due on a ${weekdayName(date, 'en')} and is not moved: during an electoral process all days count (to be confirmed).`,
  }),
};
