import { z } from 'zod';
import { ok, type Result, refuse } from '../core/result.ts';
import type { Bilingual } from '../core/words.ts';

export type MailSettings = {
  readonly host: string;
  readonly port: number;
  /** `whole`: TLS from the first byte; `upgraded`: STARTTLS or nothing; `none`: only where the address says so. */
  readonly tls: 'whole' | 'upgraded' | 'none';
  readonly user?: string;
  readonly password?: string;
  readonly from: string;
};

const urlName = 'ATALAYA_SMTP_URL';
const fromName = 'ATALAYA_MAIL_FROM';
const fault = (es: string, en: string): Result<never, Bilingual> => refuse({ es, en });

/** How to reach the mail server; `undefined` when none is configured. The password is never repeated in a fault. */
export function mailSettings(env: Readonly<Record<string, string | undefined>>): Result<MailSettings | undefined, Bilingual> {
  const address = env[urlName]?.trim();
  const from = env[fromName]?.trim();
  if (!address) return ok(undefined);
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || url.hostname === '')
    return fault(
      `${urlName}: no es la dirección de un servidor de correo. Escriba smtp://servidor:587 o smtps://servidor:465, con usuario:contraseña@ si los pide.`,
      `${urlName}: not the address of a mail server. Write smtp://server:587 or smtps://server:465, with user:password@ where asked for.`,
    );
  const asked = url.searchParams.get('tls');
  if (asked !== null && asked !== 'no')
    return fault(`${urlName}: tls=${asked} no existe. Use tls=no o nada.`, `${urlName}: there is no tls=${asked}. Use tls=no or nothing.`);
  if (!from || !z.email().safeParse(/<([^<>]+)>$/.exec(from)?.[1] ?? from).success)
    return fault(
      `${fromName}: falta el remitente, o no es una dirección. Escriba, por ejemplo: Atalaya <atalaya@ejemplo.mx>.`,
      `${fromName}: the sender is missing or is no address. Write, for example: Atalaya <atalaya@example.mx>.`,
    );
  const tls = url.protocol === 'smtps:' ? 'whole' : asked === 'no' ? 'none' : 'upgraded';
  const port = url.port === '' ? (tls === 'whole' ? 465 : 587) : Number(url.port);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const user = url.username === '' ? {} : { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  return ok({ host, port, tls, from, ...user });
}
