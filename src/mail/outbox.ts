import type { IsoInstant } from '../core/event.ts';
import type { Address, Message, MessageState, NewMessage, Transport } from './message.ts';
import { waitMs } from './message.ts';
import { type Database, messageStore } from './store.ts';

export type OutboxOptions = {
  readonly open: () => Promise<Database>;
  /** Absent: no server is configured, and messages wait to be read in the outbox. */
  readonly transport: Transport | undefined;
  /** The person's address now; absent when unknown or erased. */
  readonly addressOf: (person: string) => Promise<Address | undefined>;
  readonly now: () => IsoInstant;
  readonly onSent: (message: Message) => void;
};

/** At once for one server; how long a message that is being sent is nobody else's to send. */
const batch = 50;
const takenMs = 5 * 60_000;

/** Keeps messages until they are sent. Its database is opened at first need. */
export function createOutbox({ open, transport, addressOf, now, onSent }: OutboxOptions) {
  let opening: Promise<ReturnType<typeof messageStore>> | undefined;
  const store = () => {
    opening ??= open()
      .then(messageStore)
      .catch((fault) => {
        opening = undefined; // a failure is not kept: the next need tries again
        throw fault;
      });
    return opening;
  };
  const later = (ms: number): IsoInstant => Temporal.Instant.from(now()).add({ milliseconds: ms }).toString({ fractionalSecondDigits: 3 });

  const sendOne = async (message: Message, via: Transport): Promise<MessageState> => {
    const { settle } = await store();
    const attempts = message.attempts + 1;
    const rest = async (state: MessageState, answer?: string) => {
      await settle(message.id, state, now(), attempts, answer);
      return state;
    };
    if (message.until !== undefined && message.until < now()) return rest('expired');
    const to = await addressOf(message.person);
    if (!to) return rest('unaddressed');
    const done = await via.send(to, message);
    switch (done.kind) {
      case 'sent':
        await rest('sent');
        onSent(message);
        return 'sent';
      case 'refused':
        return rest('refused', done.answer);
      case 'later':
        await settle(message.id, 'waiting', later(waitMs(attempts)), attempts, done.answer);
        return 'waiting';
    }
  };

  return {
    /** Whether there is a server to send through. */
    hasServer: transport !== undefined,
    put: async (messages: readonly NewMessage[]): Promise<void> => (await store()).put(messages, now()),
    /** Tries what is due, one after another, until nothing is or the signal says stop. Gives how many were sent. */
    sendDue: async (signal?: AbortSignal): Promise<number> => {
      if (!transport) return 0;
      let sent = 0;
      while (signal?.aborted !== true) {
        const [message] = await (await store()).take(now(), later(takenMs), 1);
        if (!message) break;
        const state = await sendOne(message, transport);
        if (state === 'sent') sent += 1;
        // The server is not there: the others wait for it too, rather than each finding out.
        if (state === 'waiting' && (await transport.check()) !== undefined) break;
      }
      return sent;
    },
    /** A message that came to rest unsent is tried again, from the beginning. */
    retry: async (id: number): Promise<boolean> => {
      const { get, settle } = await store();
      const message = await get(id);
      if (message === undefined || message.state === 'sent' || message.state === 'expired') return false;
      await settle(id, 'waiting', now(), 0, message.answer);
      return true;
    },
    list: async (page: { readonly state?: MessageState; readonly before?: number }) => (await store()).list({ ...page, limit: batch }),
    counts: async () => (await store()).counts(),
    get: async (id: number) => (await store()).get(id),
    lastOf: async (person: string, keyPrefix: string) => (await store()).lastOf(person, keyPrefix),
    preferences: async () => (await store()).preferences(),
    setPreference: async (person: string, content: string) => (await store()).setPreference(person, content),
    check: () => transport?.check() ?? Promise.resolve(undefined),
    close: async (): Promise<void> => {
      transport?.close();
      await (await opening?.catch(() => undefined))?.close();
    },
  };
}
export type Outbox = ReturnType<typeof createOutbox>;
