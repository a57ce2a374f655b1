/** The start tags of a well-formed XML text, in order; throws where a tag is not closed or closes another. Enough for what these tests read. */
export function elementsOf(xml: string): readonly string[] {
  const open: string[] = [];
  const found: string[] = [];
  const body = xml.replace(/^<\?xml[^>]*\?>\s*/, '');
  for (const [whole, close = '', name = '', empty = ''] of body.matchAll(/<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g)) {
    if (close === '') found.push(name);
    if (close === '' && empty === '') open.push(name);
    if (close !== '' && open.pop() !== name) throw new Error(`${whole} closes nothing`);
  }
  const rest = body.replaceAll(/<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g, '');
  if (/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(rest)) throw new Error('a stray <, > or &');
  if (open.length > 0) throw new Error(`${open.join(' ')} not closed`);
  return found;
}

/** The words of a Word part, in order. */
export const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<\/w:p>/g)].map(([, words]) => words ?? '\n').join('');
