import { expect, test } from 'vitest';
import { roles } from '../domain/people/events.ts';
import { type ManualPage, manualFolder, manualPageOf, readManual } from './manual.ts';

const manual = await readManual(manualFolder());
const pages = [...manual.forAll, ...manual.byOffice];

test('every office has a page of its own, and every page says something', () => {
  expect(manual.byOffice.map(({ slug }) => slug)).toEqual(roles.map(manualPageOf));
  for (const page of pages) expect(page.parts.length, page.slug).toBeGreaterThan(0);
});

test('what a page links to within the manual is a page of it', () => {
  const linked = pages.flatMap((page) => [...JSON.stringify(page.parts).matchAll(/"\/manual\/([^"]*)"/g)].map(([, slug]) => slug));
  expect(linked.length).toBeGreaterThan(0);
  const slugs = new Set(pages.map(({ slug }) => slug));
  expect(linked.filter((slug) => !slugs.has(slug ?? ''))).toEqual([]);
});

test('every picture is shown somewhere, and says what it shows', () => {
  const picturesOf = (page: ManualPage) => page.parts.flatMap((part) => (part.kind === 'picture' ? [part] : []));
  const shown = new Set(pages.flatMap(picturesOf).map(({ file }) => file));
  expect([...shown].sort()).toEqual([...manual.pictures.keys()].sort());
  for (const { says } of pages.flatMap(picturesOf)) expect(says.length).toBeGreaterThan(20);
});
