import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideAct } from '../src/app/acts.ts';
import { createRenderers } from '../src/app/documents.ts';
import { deliveriesOf, putInvitations } from '../src/app/invitations.ts';
import { must } from '../src/core/result.ts';
import { createOutbox } from '../src/mail/outbox.ts';
import { smtpTransport } from '../src/mail/smtp.ts';
import { openSqlite } from '../src/mail/sqlite.ts';
import { type Post, startPost } from '../src/mail/test-post.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';

/** Meeting 2, of 12 November 2019, is called, moved and called off, and those called are told by a real mail server. */
const renderers = createRenderers();
let site: TestApp;
let post: Post;
let outbox: ReturnType<typeof createOutbox>;

beforeAll(async () => {
  site = await openTestApp({ now: '2019-11-07T16:00:00.000Z' });
  for (const [name, email, office] of [
    ['Ana', 'ana@ejemplo.mx', 'consejeria'],
    ['Leo', 'leo@ejemplo.mx', 'utsi'],
  ] as const) {
    const made = await site.app.identity.createAccount({ name, email });
    if (!made.ok) throw new Error(made.error.kind);
    const { person, hash } = made.value;
    const [by, on] = [{ office: 'administracion' }, '2019-10-01'];
    const appended = await site.app.ledger.append('people', await site.app.ledger.streamPosition('people'), [
      { type: 'PersonRegistered', on, by, data: { person, hash } },
      { type: 'OfficeAssigned', on, by, data: { office, person, from: on, capacity: 'titular' } },
    ]);
    expect(appended.ok).toBe(true);
  }
  await site.app.worlds.catchUp();
  post = await startPost((address) => (address === 'leo@ejemplo.mx' ? 550 : undefined));
  const settings = { host: '127.0.0.1', port: post.port, tls: 'none', from: 'Atalaya <atalaya@ejemplo.mx>' } as const;
  outbox = createOutbox({
    open: async () => openSqlite(site.dataDir),
    transport: smtpTransport(settings, 'ejemplo.mx'),
    addressOf: (person) => site.app.identity.personalData(person as never), // a key that this very store gave out
    now: () => site.app.now(),
    onSent: () => undefined,
  });
});
afterAll(async () => {
  await outbox.close();
  await post.stop();
  await site.close();
});

/** The example as if it were real: nobody is written to about an example. */
async function real() {
  const world = await site.app.worlds.catchUp();
  const example = must(world.processes.get(exampleId), 'the example is loaded');
  const process = { ...example.process, example: false } as typeof example.process; // the same process but for its mark
  const open = process.kind === 'open' ? { ...example, process, people: world.people } : undefined;
  const current = () => ({ ...world, processes: new Map([[exampleId, { ...example, process }]]) });
  return { app: { ...site.app, mail: outbox, worlds: { ...site.app.worlds, current } }, world: must(open, 'the process is open') };
}
/** What the secretariat does, through the same decisions as its forms. */
async function act(verb: string, data: object): Promise<void> {
  const world = must((await site.app.worlds.catchUp()).processes.get(exampleId), 'the example is loaded');
  const decided = decideAct(verb, world, '2019-11-07', { office: 'secretaria-tecnica' }, data, { norms: await site.app.norms() });
  if (!decided.ok) throw new Error(decided.error.en);
  await site.app.ledger.append(exampleId, await site.app.ledger.streamPosition(exampleId), decided.value);
  await site.app.worlds.catchUp();
}
const put = async () => putInvitations((await real()).app, renderers);
/** The calendar's part of a message as it came over the wire. */
function calendarIn(text: string): ICAL.Component {
  const at = text.search(/Content-Type: text\/calendar/i);
  const [head = '', body = ''] = text.slice(at).split(/\r\n\r\n/);
  const [, encoding = ''] = /Content-Transfer-Encoding: (\S+)/i.exec(head) ?? [];
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(
          body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        );
  const [ics = ''] = /BEGIN:VCALENDAR[\s\S]*END:VCALENDAR/.exec(bytes.toString('utf8')) ?? [];
  return new ICAL.Component(ICAL.parse(ics));
}
const vevent = (text: string) => must(calendarIn(text).getFirstSubcomponent('vevent'), 'there is an event');

describe('those called to a meeting', () => {
  test('are told nothing before it is convened, nor of an example', async () => {
    expect(await put()).toBe(0);
    await act('addItem', { meeting: 2, title: 'Informe PREP', purpose: 'discuss', documents: [] });
    await act('convene', { meeting: 2, called: ['consejeria', 'utsi', 'enlace-ieeh'] });
    expect(await putInvitations(site.app, renderers)).toBe(0);
  });

  test('receive the call once, with the convocation as PDF and an invitation that another library reads', async () => {
    expect(await put()).toBe(2);
    expect(await put()).toBe(0);
    await outbox.sendDue();
    expect(post.received.map((one) => one.to)).toEqual(['ana@ejemplo.mx']);
    const { text } = must(post.received[0], 'one arrived');
    expect(text).toContain('convocatoria-1.pdf');
    expect(text).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/i);
    const event = vevent(text);
    expect(event.getFirstPropertyValue('uid')).toBe('meeting-2@pel-2019-2020.atalaya');
    expect(event.getFirstPropertyValue('sequence')).toBe(0);
    expect(event.getFirstPropertyValue('attendee')).toBe('mailto:ana@ejemplo.mx');
    expect(event.getFirstPropertyValue('organizer')).toBe('mailto:atalaya@ejemplo.mx');
  });

  test('an address that the server refuses and an office nobody holds are seen, and nothing is lost', async () => {
    const { app, world } = await real();
    const told = await deliveriesOf(app, world, 2, '2019-11-07');
    const of = (office: string) => told.find((one) => one.office.es === office);
    expect(of('Unidad Técnica de Servicios de Informática (UTSI)')).toMatchObject({
      state: 'refused',
      answer: expect.stringContaining('550'),
    });
    expect(told.filter((one) => one.state === 'sent')).toHaveLength(1);
    expect(of('Enlace del IEEH')?.state).toBe('vacant');
  });

  test('have it moved in their calendars when the meeting moves, with the reason and the next SEQUENCE', async () => {
    await act('rescheduleMeeting', { number: 2, date: '2019-11-14', time: '23:30', reason: 'Coincide con la sesión.' });
    expect(await put()).toBe(2);
    await outbox.sendDue();
    const event = vevent(must(post.received[1], 'it arrived').text);
    expect(event.getFirstPropertyValue('uid')).toBe('meeting-2@pel-2019-2020.atalaya');
    expect(event.getFirstPropertyValue('sequence')).toBe(1);
    expect(String(event.getFirstPropertyValue('dtstart'))).toBe('2019-11-14T23:30:00');
    expect((await outbox.list({})).filter((one) => one.text.includes('Coincide con la sesión.'))).toHaveLength(2);
  });

  test('have it struck out when it is called off', async () => {
    await act('cancelMeeting', { number: 2, reason: 'Se suspende el proceso.' });
    expect(await put()).toBe(2);
    await outbox.sendDue();
    const { text } = must(post.received[2], 'it arrived');
    expect(calendarIn(text).getFirstPropertyValue('method')).toBe('CANCEL');
    expect(vevent(text).getFirstPropertyValue('sequence')).toBe(2);
    expect(vevent(text).getFirstPropertyValue('status')).toBe('CANCELLED');
  });
});
