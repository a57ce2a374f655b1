import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { firstFonts, fonts, fontsPath } from './fonts.ts';
import { styles } from './styles.ts';
import { readStylesheet } from './test-styles.ts';

const stylesheet = readStylesheet();
const require = createRequire(import.meta.url);
const packageOf = (file: string) => file.split('/').slice(0, 2).join('/');
const squeeze = (text: string) => text.replace(/\s+/g, '');

describe('the stylesheet', () => {
  it('is made of every file of its folder', () => {
    const files = readdirSync(new URL('./styles', import.meta.url));
    expect(
      Object.keys(styles)
        .map((name) => `${name}.css`)
        .toSorted(),
    ).toEqual(files.toSorted());
  });

  it('asks for the listed fonts and for no other', () => {
    const asked = [...stylesheet.matchAll(/url\("?([^")]+)"?\)/g)].map((match) => match[1]);
    expect(asked.toSorted()).toEqual(fonts.map((font) => `${fontsPath}/${font.name}`).toSorted());
  });

  it.each(fonts)('declares $name over the range its package declares, and the package has it', ({ name, file }) => {
    expect(readFileSync(require.resolve(file)).subarray(0, 4).toString()).toBe('wOF2');
    const sheet = name.includes('opsz') ? 'opsz.css' : name.includes('italic') ? 'wght-italic.css' : 'wght.css';
    const face = (css: string) => css.split('@font-face').find((part) => part.includes(`/${name}`)) ?? '';
    const range = (css: string) => squeeze(/unicode-range:([^;}]+)/.exec(face(css))?.[1] ?? 'none');
    const theirs = readFileSync(require.resolve(`${packageOf(file)}/${sheet}`), 'utf8');
    expect(range(stylesheet)).toBe(range(theirs));
  });

  it('preloads fonts that exist', () => {
    for (const name of firstFonts) expect(fonts.map((font) => font.name)).toContain(name);
  });

  it('knows five sizes of type, and print points, and no other', () => {
    const screen = stylesheet.slice(0, stylesheet.indexOf('@page'));
    const sizes = [...screen.matchAll(/font-size:\s*([^;]+);/g)].map((match) => match[1]);
    for (const size of sizes) expect(size).toMatch(/^var\(--s(-1|[0-3])\)$/);
  });

  it('leaves out all motion for those who ask for none', () => {
    expect(stylesheet).toMatch(/prefers-reduced-motion: reduce\)[\s\S]*animation: none !important/);
  });
});
