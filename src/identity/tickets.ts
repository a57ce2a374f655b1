import { randomBytes } from 'node:crypto';
import type { Secret } from './secret.ts';

type Purpose = 'enter-with-key' | 'add-key' | 'provider';

/**
 * What is asked of a browser or a provider, without keeping anything meanwhile: a ticket says until when, and what must come back with it
 * (a challenge, a state, a nonce) is a code that only this installation can make of that ticket.
 */
export interface Tickets {
  make(): string;
  isGood(ticket: string): boolean;
  code(purpose: Purpose, ticket: string, part?: string): string;
}

const shape = /^(\d{13})\.[A-Za-z0-9_-]{22}$/;

export function ticketsOf(secret: Secret, now: () => number, minutes = 10): Tickets {
  return {
    make: () => `${now() + minutes * 60_000}.${randomBytes(16).toString('base64url')}`,
    isGood: (ticket) => {
      const until = shape.exec(ticket)?.[1];
      // A ticket says itself until when it is good; one further ahead than any we make was not made by us.
      return until !== undefined && now() < Number(until) && Number(until) <= now() + minutes * 60_000;
    },
    code: (purpose, ticket, part = '') => secret.code('ticket', `${purpose}\0${ticket}\0${part}`),
  };
}
