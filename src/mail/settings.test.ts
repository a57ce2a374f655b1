import { expect, test } from 'vitest';
import { mailSettings } from './settings.ts';

const from = 'Atalaya <atalaya@ejemplo.mx>';
const read = (url: string | undefined, sender: string | undefined = from) =>
  mailSettings({ ATALAYA_SMTP_URL: url, ATALAYA_MAIL_FROM: sender });

test('without an address there is no mail server, and that is no fault', () => {
  expect(read(undefined)).toEqual({ ok: true, value: undefined });
  expect(read(' ')).toEqual({ ok: true, value: undefined });
});

test.each([
  ['smtp://correo.ine.mx', { host: 'correo.ine.mx', port: 587, tls: 'upgraded', from }],
  ['smtps://a%40b:c%3Ad@correo.ine.mx', { host: 'correo.ine.mx', port: 465, tls: 'whole', from, user: 'a@b', password: 'c:d' }],
  ['smtp://[::1]:2525?tls=no', { host: '::1', port: 2525, tls: 'none', from }],
])('%s is understood; a password travels in clear only where the address says so', (url, settings) => {
  expect(read(url)).toEqual({ ok: true, value: settings });
});

test.each([
  ['correo.ine.mx', from, 'ATALAYA_SMTP_URL: no es la dirección'],
  ['http://correo.ine.mx', from, 'ATALAYA_SMTP_URL: no es la dirección'],
  ['smtp://correo.ine.mx?tls=quizá', from, 'tls=quizá no existe'],
  ['smtp://u:secreto@correo.ine.mx', '', 'ATALAYA_MAIL_FROM: falta el remitente'],
  ['smtp://correo.ine.mx', 'Atalaya', 'ATALAYA_MAIL_FROM: falta el remitente'],
])('%s from «%s» is refused with what to write, and never with the password', (url, sender, words) => {
  const settings = read(url, sender);
  expect(settings.ok ? '' : settings.error.es).toContain(words);
  expect(JSON.stringify(settings)).not.toContain('secreto');
});
