/** A figure as publishers write it: `7770`, `7,672`, `2619742.0`, `'97.1604`, `"99.5698%"`. Null when it is none; a fraction stays one. */
export function numberOf(text: string): number | null {
  const bare = text.replace(/^[\s'"=]+|[\s'"%]+$/g, '');
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)) return Number(bare.replaceAll(',', ''));
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(bare) ? Number(bare) : null;
}
