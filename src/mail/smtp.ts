import { createTransport } from 'nodemailer';
import { addressed } from './addressed.ts';
import type { Address, Message, Sent, Transport } from './message.ts';
import type { MailSettings } from './settings.ts';

/** Speaks SMTP. `domain` stands after the @ of every Message-ID. */
export function smtpTransport(settings: MailSettings, domain: string): Transport {
  const { host, port, tls, user, password, from } = settings;
  const transport = createTransport({
    host,
    port,
    secure: tls === 'whole',
    requireTLS: tls === 'upgraded',
    ignoreTLS: tls === 'none',
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    // What a message says is data, never an address to fetch from or a file to read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  const send = async (to: Address, message: Message): Promise<Sent> => {
    const { calendar, attachments = [] } = message;
    try {
      await transport.sendMail({
        from,
        to: { name: to.name, address: to.email },
        messageId: `<atalaya-${message.id}-${message.key.replace(/[^A-Za-z0-9.-]+/g, '.')}@${domain}>`,
        date: message.putAt,
        subject: message.subject,
        text: message.text,
        // Answers by machines (out of office) to what a machine wrote help nobody (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
        attachments: attachments.map(({ name, type, base64 }) => ({
          filename: name,
          contentType: type,
          content: base64,
          encoding: 'base64',
        })),
        ...(calendar
          ? { icalEvent: { method: calendar.method, filename: 'invitacion.ics', content: addressed(calendar.ics, from, to) } }
          : {}),
      });
      return { kind: 'sent' };
    } catch (thrown) {
      return outcomeOf(thrown);
    }
  };

  return {
    send,
    check: async () => {
      try {
        await transport.verify();
        return undefined;
      } catch (thrown) {
        return textOf(thrown);
      }
    },
    close: () => transport.close(),
  };
}

/** A 5xx to the recipient or to the message itself is for good; to us (sign-in, sender) or from the way there, it may be mended. */
function outcomeOf(thrown: unknown): Sent {
  const { code, responseCode, command } = thrown as { code?: string; responseCode?: number; command?: string }; // nodemailer's own errors
  const isForGood = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH' && (command === 'RCPT TO' || command === 'DATA');
  // An address that is none never reaches the server.
  const isNoAddress = code === 'EENVELOPE' && responseCode === undefined;
  return { kind: isForGood || isNoAddress ? 'refused' : 'later', answer: textOf(thrown) };
}

const textOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown)).replace(/\s+/g, ' ').slice(0, 500);
