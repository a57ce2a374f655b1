import type { Address } from './message.ts';

/**
 * A calendar message with who invites and who is invited (RFC 6047 asks for both), written when it is sent: until then the outbox holds no
 * address. Lines end in CRLF and are folded at 75 octets (RFC 5545, 3.1).
 */
export function addressed(ics: string, from: string, to: Address): string {
  const organizer = /<([^<>]+)>$/.exec(from)?.[1] ?? from;
  const lines = [
    `ORGANIZER;CN=Atalaya:mailto:${organizer}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=${quoted(to.name)}:mailto:${to.email}`,
  ];
  return ics.replaceAll('END:VEVENT', `${lines.map(folded).join('')}END:VEVENT`);
}

/** A parameter's value holds no quotes, controls or line ends, whatever a name does. */
const quoted = (text: string): string => `"${text.replaceAll(/[\p{Cc}"]/gu, ' ')}"`;

function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      [part, octets] = ['', 0];
    }
    part += character;
    octets += size;
  }
  return `${[...parts, part].join('\r\n ')}\r\n`;
}
