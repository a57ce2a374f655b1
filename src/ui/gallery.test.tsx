import { describe, expect, it } from 'vitest';
import { GalleryPage, galleryShell, type PlateName, plates } from './gallery.tsx';
import { Page, type PageProps } from './layout.tsx';

const names = Object.keys(plates) as PlateName[]; // the keys of `plates` are its names
const plate = async (name: PlateName): Promise<string> => String(await (<GalleryPage plate={name} />));
const page = async (changes: Partial<PageProps> = {}): Promise<string> =>
  String(
    await (
      <Page {...galleryShell} {...changes}>
        <p>hola</p>
      </Page>
    ),
  );

describe.each(names)('the plate «%s»', (name) => {
  it('carries no style and no script of its own', async () => {
    const html = await plate(name);
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/<style|<script|\son\w+=/);
  });
  it('names each thing once', async () => {
    const ids = [...(await plate(name)).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });
  it('points every label, description, heading and drawing at something that is there', async () => {
    const html = await plate(name);
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]));
    const pointed = [...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby|popovertarget)="([^"]+)"/g)].flatMap((m) =>
      m[1]?.split(' '),
    );
    const drawn = [...html.matchAll(/<use href="#([^"]+)"/g)].map((match) => match[1]);
    for (const id of [...pointed, ...drawn]) expect(ids, `#${id}`).toContain(id);
  });
  it('has one title of the page, and its parts under it', async () => {
    const html = await plate(name);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/<h[456]/);
  });
});

describe('the page', () => {
  it('is a whole document in its language, with landmarks and a way past them', async () => {
    const html = await page();
    expect(html).toMatch(/^<!doctype html>\n<html lang="es"><head><meta charset="utf-8"><title>Muestrario · Atalaya<\/title>/);
    for (const landmark of ['<header class="mast"', '<nav class="rail"', '<main id="contenido"', '<footer class="foot"']) {
      expect(html.split(landmark)).toHaveLength(2);
    }
    expect(html).toContain('<a class="skip" href="#contenido">Saltar al contenido</a>');
  });
  it('speaks English throughout when asked to', async () => {
    const html = await page({ lang: 'en' });
    expect(html).toContain('<html lang="en">');
    for (const words of ['Skip to content', 'Sections', 'See today’s state', 'Sign out', 'Verify the log', 'Español'])
      expect(html).toContain(words);
    expect(html).not.toContain('Saltar');
  });
  it('asks to be refreshed only where live updates are given', async () => {
    expect(await page()).not.toContain('turbo-stream-source');
    expect(await page({ liveHref: '/vivo?a=1&b=2' })).toContain('<turbo-stream-source src="/vivo?a=1&amp;b=2">');
  });
  it('loads a script only where one is given', async () => {
    expect(await page()).not.toContain('<script');
    expect(await page({ scriptHref: '/a.js' })).toContain('<script type="module" src="/a.js"></script>');
  });
  it('says loudly that it shows another date, and leads back to today', async () => {
    const html = await page();
    expect(html).toContain('<body class="past">');
    expect(html).toContain('Estado al 10 de marzo de 2031');
    expect(html).toContain('<a href="#hoy">Ver el estado de hoy</a>');
    expect(await page({ asOf: undefined })).not.toContain('asof');
  });
  it('lets no title become markup', async () => {
    const html = await page({ title: '</title><script>', notice: '<b>', processName: '<i>' });
    expect(html).toContain('<title>&lt;/title&gt;&lt;script&gt; · Atalaya</title>');
    expect(html).not.toContain('<script>');
    expect(html).not.toMatch(/<b>|<i>/);
  });
  it('offers to sign in to whoever has not, and to leave, by an act, to whoever has', async () => {
    expect(await page({ user: { signInHref: '/entrar' } })).toContain('<a href="/entrar">Iniciar sesión</a>');
    expect(await page()).toMatch(/<form method="post" action="\/salir"><input type="hidden" name="csrf" value="abc"\/>/);
  });
  it('shows the position with its thousands apart and the root folded, whole under the pointer', async () => {
    const html = await page();
    expect(html).toContain('Bitácora, posición 4,211');
    expect(html).toMatch(/<code class="hash" title="9c1e64[0-9a-f]{52}0077d0">9c1e64…0077d0<\/code>/);
  });
});
