import { codeOf, LedgerFault, messageOf } from './fault.ts';

/** What a failure of PostgreSQL or of the way to it means to us (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
export function faultOf(thrown: unknown): LedgerFault {
  if (thrown instanceof LedgerFault) return thrown;
  const code = String(codeOf(thrown, 'code') ?? '');
  if (code === '53100') return new LedgerFault('diskFull', '', thrown);
  if (code === '55P03' || code === '40P01' || code === '57014') return new LedgerFault('locked', '', thrown);
  if (code === 'XX001' || code === 'XX002') return new LedgerFault('corrupt', messageOf(thrown), thrown);
  if (/^[0-9A-Z]{5}$/.test(code) && !/^(08|57P|53)/.test(code)) return new LedgerFault('unreadable', messageOf(thrown), thrown);
  return new LedgerFault('connection', messageOf(thrown), thrown); // no SQLSTATE, or one of lost connections
}
