import { describe, expect, it } from 'vitest';
import { Status, shapeSvg, shapes, statusSprite, Tag } from './status.tsx';

describe('a status', () => {
  it('is a shape and its word, seen or only read aloud', () => {
    const seen = String(<Status shape="late" word="Fuera de plazo" />);
    expect(seen).toContain('<use href="#s-late"/>');
    expect(seen).toContain('<span>Fuera de plazo</span>');
    const heard = String(<Status shape="unknown" word="Sin información" showWord={false} />);
    expect(heard).toContain('title="Sin información"');
    expect(heard).toContain('<span class="vh">Sin información</span>');
  });
  it('has a drawing of its own for each of the seven', () => {
    const drawings = shapes.map(shapeSvg);
    expect(new Set(drawings).size).toBe(7);
    for (const shape of shapes) expect(String(statusSprite)).toContain(`<symbol id="s-${shape}" viewBox="0 0 16 16">`);
  });
  it('is drawn only in the colour of its text, so that it holds on any ground', () => {
    for (const paint of String(statusSprite).matchAll(/(?:fill|stroke)="([^"]+)"/g)) expect(['currentColor', 'none']).toContain(paint[1]);
  });
  it('escapes its word', () => {
    expect(String(<Tag shape="done">{'<b>'}</Tag>)).toContain('<span>&lt;b&gt;</span>');
  });
});
