import { raw } from 'hono/html';
import { asId } from '../core/ids.ts';
import { blocksHtml } from '../documents/html.ts';
import { PageHead, Rows } from '../ui/parts.tsx';
import type { Answer, Route, Visit } from '../web/visit.ts';
import { type Manual, type ManualPage, manualFolder, manualPageOf, readManual } from './manual.ts';
import { manualWords } from './manual-words.ts';
import type { World } from './world.ts';

const here = 'manual';
const noSuchPage = { es: manualWords('es').noSuchPage, en: manualWords('en').noSuchPage };

/** The manual, which is part of the program: read once, and the same for everybody. */
export function manualRoutes(): readonly Route<World>[] {
  let kept: Promise<Manual> | undefined;
  const read = () => (kept ??= readManual(manualFolder()));
  return [
    {
      method: 'GET',
      path: '/manual',
      may: 'anyone',
      answer: async (visit) => {
        const t = manualWords(visit.lang);
        return { kind: 'page', title: t.manual, here, body: <Contents visit={visit} manual={await read()} /> };
      },
    },
    {
      method: 'GET',
      path: '/manual/:page',
      may: 'anyone',
      answer: async ({ params }): Promise<Answer> => {
        const { forAll, byOffice } = await read();
        const page = [...forAll, ...byOffice].find(({ slug }) => slug === params.page);
        if (!page) return { kind: 'not-found', what: noSuchPage };
        return { kind: 'page', title: page.title, here, body: <OnePage page={page} /> };
      },
    },
    {
      method: 'GET',
      path: '/manual/imagenes/:picture',
      may: 'anyone',
      answer: async ({ params }): Promise<Answer> => {
        const body = (await read()).pictures.get(params.picture ?? '');
        return body ? { kind: 'file', body, type: 'image/png' } : { kind: 'not-found', what: noSuchPage };
      },
    },
  ];
}

function Contents({ visit, manual }: { readonly visit: Visit<World>; readonly manual: Manual }) {
  const { lang, reader, world } = visit;
  const t = manualWords(lang);
  const office = reader.kind === 'signed-in' ? world.people.offices.get(asId(reader.by.office)) : undefined;
  const yours = office && manualPageOf(office.role);
  const row = ({ slug, title }: ManualPage) => ({
    text: (
      <a href={`/manual/${slug}`} lang="es">
        {title}
      </a>
    ),
    when: slug === yours ? t.yours : '',
  });
  return (
    <>
      <PageHead title={t.manual} meta={t.meta} />
      <h2>{t.forAll}</h2>
      <Rows items={manual.forAll.map(row)} empty="" />
      <h2>{t.byOffice}</h2>
      <Rows items={manual.byOffice.map(row)} empty="" />
    </>
  );
}

function OnePage({ page }: { readonly page: ManualPage }) {
  return (
    <div lang="es">
      <PageHead title={page.title} meta={<a href="/manual">{manualWords('es').manual}</a>} />
      {page.parts.map((part) =>
        part.kind === 'text' ? (
          <div class="prose">{raw(blocksHtml(part.blocks, 'es'))}</div>
        ) : (
          <figure class="picture">
            <img src={`/manual/imagenes/${part.file}`} alt={part.says} width="1280" loading="lazy" />
            <figcaption>{part.says}</figcaption>
          </figure>
        ),
      )}
    </div>
  );
}
