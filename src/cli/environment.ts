import { existsSync, statSync } from 'node:fs';
import { ok, type Result, refuse } from '../core/result.ts';
import type { Bilingual } from '../core/words.ts';
import { isNetwork } from '../web/listen.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Checked = Bilingual | undefined;
type Setting = { readonly about: Bilingual; readonly example: string; readonly check: (value: string) => Checked };

const both = (es: string, en: string): Bilingual => ({ es, en });
const fine = (): Checked => undefined;
const wholeNumber =
  (min: number, max: number) =>
  (value: string): Checked =>
    /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max
      ? undefined
      : both(`«${value}» no es un número de ${min} a ${max}.`, `“${value}” is no number from ${min} to ${max}.`);
const urlOf =
  (...schemes: readonly string[]) =>
  (value: string): Checked =>
    URL.canParse(value) && schemes.includes(new URL(value).protocol)
      ? undefined
      : both(`No es una dirección ${schemes[0]}//….`, `Not an address ${schemes[0]}//….`); // never repeated: it may hold a password
const atLeast =
  (characters: number) =>
  (value: string): Checked =>
    value.length >= characters
      ? undefined
      : both(`Tiene menos de ${characters} caracteres. Use uno al azar.`, `It has fewer than ${characters} characters. Use a random one.`);
const networks = (value: string): Checked => {
  const wrong = value.split(',').find((one) => !isNetwork(one.trim()));
  return wrong === undefined
    ? undefined
    : both(`«${wrong.trim()}» no es una dirección ni una red.`, `“${wrong.trim()}” is neither an address nor a network.`);
};
const folder = (value: string): Checked =>
  existsSync(value) && !statSync(value).isDirectory() ? both('No es una carpeta.', 'It is no folder.') : undefined;

/** Everything the program reads from its environment. Options of the command line go before it. */
export const settings = {
  ATALAYA_DATA: {
    about: both('Carpeta de datos; sin ella, ./data.', 'Data folder; ./data without it.'),
    example: '/var/lib/atalaya',
    check: folder,
  },
  ATALAYA_DATABASE_URL: {
    about: both('PostgreSQL donde están la bitácora y las tablas.', 'PostgreSQL where the log and the tables are.'),
    example: 'postgres://atalaya:…@db/atalaya',
    check: urlOf('postgres:', 'postgresql:'),
  },
  ATALAYA_PORT: { about: both('Puerto; sin él, 3000.', 'Port; 3000 without it.'), example: '3000', check: wholeNumber(0, 65535) },
  ATALAYA_HOST: {
    about: both('Dirección en la que se atiende; sin ella, 127.0.0.1.', 'Address listened on; 127.0.0.1 without it.'),
    example: '0.0.0.0',
    check: fine,
  },
  ATALAYA_DRAIN_SECONDS: {
    about: both(
      'Al detenerse, segundos en que aún se atiende diciendo que ya no; sin ella, 1.',
      'When stopping, seconds in which it still answers while it says it is not ready; 1 without it.',
    ),
    example: '5',
    check: wholeNumber(0, 300),
  },
  ATALAYA_BASE_URL: {
    about: both('La dirección que la gente escribe.', 'The address people type.'),
    example: 'https://atalaya.ejemplo.mx',
    check: urlOf('http:', 'https:'),
  },
  ATALAYA_SECRET: {
    about: both(
      'Secreto de las sesiones; varias máquinas sobre una base de datos comparten uno.',
      'Secret of the sessions; machines that share a database share one.',
    ),
    example: '…',
    check: atLeast(32),
  },
  ATALAYA_OIDC_ISSUER: {
    about: both(
      'Proveedor de identidad (OpenID Connect): su dirección de emisor. Con él van las otras tres.',
      'Identity provider (OpenID Connect): its issuer address. The other three go with it.',
    ),
    example: 'https://identidad.ejemplo.mx',
    check: urlOf('https:', 'http:'),
  },
  ATALAYA_OIDC_CLIENT_ID: {
    about: both('Con qué nombre conoce el proveedor a esta instalación.', 'The name by which the provider knows this installation.'),
    example: 'atalaya',
    check: fine,
  },
  ATALAYA_OIDC_CLIENT_SECRET: {
    about: both('El secreto que el proveedor dio para ella.', 'The secret that the provider gave for it.'),
    example: '…',
    check: atLeast(16),
  },
  ATALAYA_OIDC_NAME: {
    about: both('Cómo se nombra al proveedor en la página para entrar.', 'How the sign-in page names the provider.'),
    example: 'Cuenta institucional',
    check: fine,
  },
  ATALAYA_SIGN_IN_DAYS: {
    about: both(
      'Días que se conserva el registro de accesos; sin ella, 180: de la jornada hacia atrás, los meses que la preparan.',
      'Days for which the record of sign-ins is kept; 180 without it: from election day back, the months that prepare it.',
    ),
    example: '180',
    check: wholeNumber(1, 3650),
  },
  ATALAYA_BUCKET_URL: {
    about: both(
      'Depósito compatible con S3 donde se guardan los archivos; sin él, en la carpeta de datos.',
      'S3-compatible bucket where files are kept; without it, in the data folder.',
    ),
    example: 'https://s3.ejemplo.mx/deposito',
    check: urlOf('https:', 'http:'),
  },
  ATALAYA_BUCKET_KEY: {
    about: both('Identificador de acceso al depósito.', 'Access key id of the bucket.'),
    example: '…',
    check: atLeast(3),
  },
  ATALAYA_BUCKET_SECRET: {
    about: both('Secreto de acceso al depósito.', 'Secret access key of the bucket.'),
    example: '…',
    check: atLeast(3),
  },
  ATALAYA_BUCKET_REGION: {
    about: both('Región del depósito; sin ella, us-east-1.', 'Region of the bucket; us-east-1 without it.'),
    example: 'us-east-1',
    check: fine,
  },
  ATALAYA_PROXIES: {
    about: both(
      'Proxies a los que se cree de dónde viene una solicitud: direcciones o redes, con comas. Sin ella, a ninguno.',
      'Proxies that are believed about where a request comes from: addresses or networks, with commas. None without it.',
    ),
    example: '127.0.0.1,10.0.0.0/8',
    check: networks,
  },
  ATALAYA_LIMIT_WRITES: {
    about: both(
      'Lo más que una persona registra por minuto; sin ella, 120; 0, sin límite.',
      'The most that one person records a minute; 120 without it; 0, no limit.',
    ),
    example: '120',
    check: wholeNumber(0, 1_000_000),
  },
  ATALAYA_LIMIT_SEARCHES: {
    about: both('Búsquedas por persona y minuto; sin ella, 60.', 'Searches a person and minute; 60 without it.'),
    example: '60',
    check: wholeNumber(0, 1_000_000),
  },
  ATALAYA_LIMIT_EXPORTS: {
    about: both(
      'Archivos y datos que una persona se lleva por minuto; sin ella, 60.',
      'Files and data that one person takes away a minute; 60 without it.',
    ),
    example: '60',
    check: wholeNumber(0, 1_000_000),
  },
  ATALAYA_LIMIT_UPLOADS: {
    about: both('Envíos con archivos por persona y minuto; sin ella, 60.', 'Forms with files a person and minute; 60 without it.'),
    example: '60',
    check: wholeNumber(0, 1_000_000),
  },
  ATALAYA_LIMIT_ADDRESS: {
    about: both(
      'Cuántas veces lo de una persona puede una dirección de red; sin ella, 10: una institución sale por una.',
      'How many times what a person may, a network address may; 10 without it: an institution comes from one.',
    ),
    example: '10',
    check: wholeNumber(1, 100_000),
  },
  ATALAYA_SMTP_URL: {
    about: both('Servidor de correo.', 'Mail server.'),
    example: 'smtp://usuario:…@correo.ejemplo.mx:587',
    check: urlOf('smtp:', 'smtps:'),
  },
  ATALAYA_MAIL_FROM: { about: both('Remitente del correo.', 'Sender of the mail.'), example: 'Atalaya <atalaya@ejemplo.mx>', check: fine },
  ATALAYA_BACKUP_DIR: {
    about: both('Carpeta de los respaldos programados; sin ella, no se hacen.', 'Folder of scheduled backups; none are made without it.'),
    example: '/var/backups/atalaya',
    check: folder,
  },
  ATALAYA_BACKUP_HOURS: {
    about: both('Cada cuántas horas; sin ella, 24.', 'Every how many hours; 24 without it.'),
    example: '24',
    check: wholeNumber(1, 744),
  },
  ATALAYA_BACKUP_KEEP: {
    about: both('Cuántos se conservan; sin ella, 14.', 'How many are kept; 14 without it.'),
    example: '14',
    check: wholeNumber(1, 10000),
  },
  ATALAYA_METRICS_TOKEN: {
    about: both(
      'Con qué se piden las cifras en /metricas; sin él, no se muestran.',
      'What /metricas is asked with; it is not shown without it.',
    ),
    example: '…',
    check: atLeast(16),
  },
} as const satisfies Readonly<Record<string, Setting>>;
export type SettingName = keyof typeof settings;

export type Settings = { readonly get: (name: SettingName) => string | undefined };

/**
 * What the environment says, checked before anything is opened: every setting that cannot be, and every name that begins like ours and is
 * none (a misspelt one would be ignored in silence). A value is never repeated where it may be a secret.
 */
export function readEnvironment(env: Environment): Result<Settings, readonly Bilingual[]> {
  const faults: Bilingual[] = [];
  const known: Readonly<Record<string, Setting>> = settings;
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('ATALAYA_') || value === undefined) continue;
    if (!Object.hasOwn(known, name)) {
      const names = Object.keys(known).join(', ');
      faults.push(
        both(`${name}: no existe esa variable. Las que hay: ${names}.`, `${name}: there is no such variable. There are: ${names}.`),
      );
      continue;
    }
    const fault = value.trim() === '' ? undefined : known[name]?.check(value.trim());
    if (fault) faults.push(both(`${name}: ${fault.es}`, `${name}: ${fault.en}`));
  }
  if (faults.length > 0) return refuse(faults);
  return ok({ get: (name) => env[name]?.trim() || undefined });
}
