import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeHtml } from './html.ts';

const back: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

it('escaped text has no character that could open or close anything, and says the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', 'ñ', '&amp;') }), (text) => {
      const safe = escapeHtml(text);
      expect(safe).not.toMatch(/[<>"']/);
      expect(safe.replace(/&(?:lt|gt|quot|#39|amp);/g, (one) => back[one] ?? one)).toBe(text);
    }),
  );
});
