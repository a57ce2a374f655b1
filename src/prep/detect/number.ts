/**
 * A figure as publishers write it: `7770`, `7,672`, `7 672`, `2619742.0`, `'97.1604`, `"99.5698%"`, `97,1604`. A comma with three digits after it
 * parts thousands, as in all published totals. Null when it is none; a fraction stays one.
 */
export function numberOf(text: string): number | null {
  const bare = text.replace(/^[\s'"=+]+|[\s'"%]+$/g, '');
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)) return Number(bare.replaceAll(',', ''));
  if (/^-?\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d+)?$/.test(bare)) return Number(bare.replaceAll(/[ \u00a0]/g, '').replace(',', '.'));
  if (/^-?\d{1,3}(?:\.\d{3})+,\d+$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d+,(?:\d{1,2}|\d{4,})$/.test(bare)) return Number(bare.replace(',', '.'));
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(bare) ? Number(bare) : null;
}
