import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import type { Cut } from './cut.ts';
import { type CutsFinding, cutsFinding } from './finding.ts';
import type { KindId } from './kinds.ts';
import { amount, literal, run, select, selectOne } from './query.ts';

/** One image of an acta: its name below the folder, and its digests in lower-case hex. */
export type ActaImage = { readonly name: string; readonly sha256: string; readonly sha1: string };

/** Counts are files, `actasWithoutImage` apart: captured actas with a published hash that no file has. */
export type ImagesCompared = {
  readonly files: number;
  readonly matched: number;
  readonly misnamed: number;
  readonly differs: number;
  readonly unknown: number;
  readonly actasWithoutImage: number;
  readonly findings: readonly CutsFinding[];
};

const formats = /\.(jpe?g|png|tiff?|pdf|webp|bmp|gif|jp2)$/i;

/** The images of a folder and the folders in it, in the order of their names. A file that cannot be read throws. */
export async function readImages(folder: string): Promise<readonly ActaImage[]> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && formats.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length)
        .replace(/^[/\\]/, ''),
    )
    .toSorted();
  const images: ActaImage[] = [];
  for (const name of names) {
    const [sha256, sha1] = [createHash('sha256'), createHash('sha1')];
    await pipeline(createReadStream(join(folder, name)), async (chunks) => {
      for await (const chunk of chunks) {
        sha256.update(chunk);
        sha1.update(chunk);
      }
    });
    images.push({ name, sha256: sha256.digest('hex'), sha1: sha1.digest('hex') });
  }
  return images;
}

/** Parts of a file's name that may be a key: state, section, casilla type, id and extension, with or without what follows; or a whole word. */
export function keysInName(name: string): readonly string[] {
  const plain = name.replace(formats, '').toUpperCase();
  const keys = plain.match(/\d{5,6}[A-Z]\d{2,4}/g) ?? [];
  return [...new Set([...keys, ...plain.split(/[^A-Z0-9]+/)].filter((word) => word.length >= 6))];
}

const outcome = z.object({
  kind: z.enum(['matched', 'image-misnamed', 'image-hash-differs', 'image-unknown']),
  count: amount,
});
const offence = z.object({ kind: z.string(), name: z.string(), row: z.union([z.null(), amount]), saw: z.string(), expected: z.string() });

/** Acta images against the hashes published in a cut: matched by hash, and by a name that holds the acta's key. */
export async function compareImages(connection: DuckDBConnection, cut: Cut, images: readonly ActaImage[]): Promise<ImagesCompared> {
  await makeImages(connection, images);
  await run(connection, `create or replace temp table image_outcome as ${outcomeSql(cut.cut)}`);
  const counts = new Map(
    (await select(connection, outcome, 'select kind, count(*) as "count" from image_outcome group by kind')).map(({ kind, count }) => [
      kind,
      count,
    ]),
  );
  const shown = await select(
    connection,
    offence,
    `select kind, name, "row", saw, expected from image_outcome where kind <> 'matched'
     qualify row_number() over (partition by kind order by name) <= 50 order by kind, name`,
  );
  const { missing } = await selectOne(
    connection,
    z.object({ missing: amount }),
    `select count(*) as missing from acta where cut = ${cut.cut} and hash is not null and status <> 'not-captured'
       and lower(hash) not in (select sha256 from image union all select sha1 from image)`,
  );
  await run(connection, 'drop table image', 'drop table image_key', 'drop table image_outcome');
  const finding = (check: KindId & z.infer<typeof outcome>['kind']): readonly CutsFinding[] => {
    const count = counts.get(check) ?? 0;
    const offences = shown.filter(({ kind }) => kind === check);
    const places = offences.map(({ name, row, saw, expected }) => ({ row, subject: name, saw, expected, correctedIn: null }));
    const place = { check, electionKey: cut.electionKey, from: null, cut: cut.cut };
    return count === 0 ? [] : [cutsFinding(place, places, { count, corrected: 0, last: null })];
  };
  return {
    files: images.length,
    matched: counts.get('matched') ?? 0,
    misnamed: counts.get('image-misnamed') ?? 0,
    differs: counts.get('image-hash-differs') ?? 0,
    unknown: counts.get('image-unknown') ?? 0,
    actasWithoutImage: missing,
    findings: [...finding('image-hash-differs'), ...finding('image-misnamed'), ...finding('image-unknown')],
  };
}

async function makeImages(connection: DuckDBConnection, images: readonly ActaImage[]): Promise<void> {
  await run(
    connection,
    'create or replace temp table image (name varchar, sha256 varchar, sha1 varchar)',
    'create or replace temp table image_key (name varchar, word varchar)',
  );
  for (let i = 0; i < images.length; i += 500) {
    const some = images.slice(i, i + 500);
    const rows = some.map(({ name, sha256, sha1 }) => `(${literal(name)}, ${literal(sha256)}, ${literal(sha1)})`);
    const words = some.flatMap(({ name }) => keysInName(name).map((word) => `(${literal(name)}, ${literal(word)})`));
    await run(connection, `insert into image values ${rows.join(', ')}`);
    if (words.length > 0) await run(connection, `insert into image_key values ${words.join(', ')}`);
  }
}

/** One row for each image. A name that holds the key of several actas is right when it holds that of the acta whose hash it has. */
const outcomeSql = (cut: number): string => `
  with published as (
    select "row", lower(hash) as hash, "key", acta_key, coalesce(acta_key, "key", '—') as subject from acta where cut = ${cut}
  ), by_hash as (
    select i.name, p.* exclude (hash) from image i join published p on p.hash = i.sha256 or (length(p.hash) = 40 and p.hash = i.sha1)
  ), by_name as (
    select k.name, p.* from image_key k join published p on upper(p."key") = k.word
    union
    select k.name, p.* from image_key k join published p on upper(p.acta_key) = k.word
  )
  select i.name,
    case when h.name is not null and (n.name is null or h.agrees) then 'matched'
      when h.name is not null then 'image-misnamed'
      when n.hash is not null then 'image-hash-differs'
      else 'image-unknown' end as kind,
    coalesce(h."row", n."row") as "row",
    case when h.name is not null then coalesce(n.subject, '—') else i.sha256 end as saw,
    case when h.name is not null then h.subject else coalesce(n.hash, '—') end as expected
  from image i
  left join (
    select b.name, min("row") as "row", min(subject) as subject,
      bool_or(exists (select 1 from by_name x where x.name = b.name and x."row" = b."row")) as agrees
    from by_hash b group by b.name
  ) h on h.name = i.name
  left join (select name, min("row") as "row", min(subject) as subject, min(hash) as hash from by_name group by name) n on n.name = i.name`;
