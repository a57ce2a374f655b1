import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApp } from '../src/app/app.ts';
import { assemble } from '../src/app/assemble.tsx';
import type { NewEvent } from '../src/core/event.ts';
import { asId } from '../src/core/ids.ts';
import { must } from '../src/core/result.ts';
import { entities } from '../src/core/zones.ts';
import { openLedger } from '../src/ledger/open.ts';
import { append, country } from './country.ts';
import { least, type Measured, median, milliseconds, most, type Row } from './measure.ts';
import { inScratch } from './scratch.ts';

/** Ten years of the group, in one process: the country of the other benchmarks with all that was said about it. */
const size = { meetings: 120, threads: 2000, comments: 20_000, documents: 5000, wordsInDocument: 2000 } as const;

const vocabulary =
  `acta captura cotejo publicación simulacro enlace satélite bodega casilla distrito municipio contrato auditoría proveedor servidor
respaldo contingencia energía personal capacitación calendario informe observación acuerdo comisión consejo sistema versión prueba carga seguridad
incidente ventana mantenimiento cifra avance riesgo plazo entrega convenio anexo firma fecha red nodo imagen digitalización acopio centro traslado`.split(
    /\s+/,
  );
/** Words with the frequencies of a language: few that come often, and one in two hundred of its own. */
function prose(seed: number, words: number): string {
  let state = seed * 2654435761 + 1;
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % below;
  };
  const word = () =>
    next(200) === 0
      ? `clave${next(100_000)}`
      : must(vocabulary[Math.min(next(vocabulary.length), next(vocabulary.length))], 'within the list');
  return Array.from({ length: words }, word).join(' ');
}

const on = '2025-12-01';
const by = { office: 'secretaria-tecnica' };

const named = { es: 'Secretaría Técnica', en: 'Technical secretariat' };
/** Whoever asks: an office that reads everything. */
const office: readonly NewEvent[] = [
  { type: 'OrganisationRegistered', on, by, data: { organisation: 'ine', name: named, acronym: 'INE', kind: 'ine' } },
  { type: 'OfficeCreated', on, by, data: { office: by.office, name: named, organisation: 'ine', role: 'technical-secretariat' } },
];

function* decade(dir: string): Generator<NewEvent> {
  for (let number = 11; number <= size.meetings; number++) {
    const date = Temporal.PlainDate.from('2015-01-06')
      .add({ months: number - 11 })
      .toString();
    yield { type: 'MeetingScheduled', on, by, data: { number, date } };
    yield { type: 'MeetingHeld', on, by, data: { number } };
    for (const kind of ['prep', 'systems']) {
      const report = `${kind}-${date}`;
      yield { type: 'ReportFrozen', on, by, data: { report, kind, cutoff: date, edition: 1, position: 1, root: '0'.repeat(64) } };
      yield { type: 'ReportCirculated', on, by, data: { report } };
    }
  }
  for (let i = 0; i < size.threads; i++) {
    const opl = must(entities[i % entities.length], 'within the list').id;
    const of = { thread: `H${i + 1}`, audience: i % 2 === 0 ? 'internal' : 'circulation', opl };
    yield {
      type: 'ThreadOpened',
      on,
      by,
      data: { ...of, subject: `opl:${opl}`, title: prose(i, 6), ...(i % 3 === 0 ? { question: { answerBy: '2026-01-01' } } : {}) },
    };
    for (let post = 1; post <= size.comments / size.threads; post++)
      yield { type: 'PostWritten', on, by, data: { ...of, post, text: prose(i * 100 + post, 60), mentions: [], files: [] } };
  }
  for (let i = 0; i < size.documents; i++) {
    const opl = must(entities[i % entities.length], 'within the list').id;
    const text = prose(1_000_000 + i, size.wordsInDocument);
    const sha256 = createHash('sha256').update(text).digest('hex');
    // As an installation has them that read each of its documents once.
    const folder = join(dir, 'derived', 'texts', sha256.slice(0, 2));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${sha256}.txt`), text);
    const file = { sha256, sizeBytes: text.length, type: 'text/plain', name: `documento-${i}.txt` };
    yield { type: 'DeliverableSubmitted', on, by, data: { opl, key: 'E05', version: Math.floor(i / entities.length) + 1, files: [file] } };
  }
}

const pages = [
  '/',
  '/prep',
  '/calendario',
  '/reuniones',
  '/reuniones/100',
  '/informes',
  '/foro',
  '/foro/H7',
  '/foro/H7/3',
  '/alertas',
  '/compromisos',
  '/sistemas',
  '/bitacora',
];
const questions = {
  'a word in one document': 'clave4242',
  'two words': 'contingencia satelital',
  'the most frequent word': 'actas',
  'three frequent words': 'actas captura cotejo',
} as const;

export async function run(): Promise<Measured> {
  const rows: Row[] = [];
  await inScratch(async (dir) => {
    const ledger = await openLedger({ dataDir: dir });
    await append(ledger, 'people', office);
    await append(ledger, 'pais', [...(await country('pais')), ...decade(dir)]);
    await ledger.close();
    const app = await openApp({ dataDir: dir, readingsDelayMs: 3_600_000 });
    const site = assemble(app);
    const entered = await app.identity.enterAs(asId('secretaria-tecnica'));
    const cookie = entered.setCookie.map((one) => one.split(';')[0]).join('; ');
    const get = async (path: string): Promise<void> => {
      const answer = await site.request(`/pais${path}`, { headers: { cookie } });
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      await answer.text();
    };
    const made = await milliseconds(async () => {
      await app.search.catchUp();
      await app.search.read();
    });
    rows.push(most('search: index of 20,000 comments and 5,000 documents, made at the start', made / 1000, 60, 's', 1));
    for (const [name, words] of Object.entries(questions))
      rows.push(
        most(
          `search, signed in, the whole page: ${name}`,
          await median(9, () => get(`/buscar?q=${encodeURIComponent(words)}`)),
          50,
          'ms',
          1,
        ),
      );
    for (const path of pages) {
      await get(path);
      const each = await median(15, () => get(path));
      rows.push(least(`${path}, signed in, ten years of cycles`, 1000 / each, 60, 'pages/s'));
    }
    await app.close();
  });
  return { name: 'Ten years', rows };
}
