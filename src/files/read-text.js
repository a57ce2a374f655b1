// @ts-check
// Runs in a thread of its own (`text-thread.ts`), so that a document made to be endless costs that thread and nothing else.
import { parentPort } from 'node:worker_threads';

/** @typedef {{ bytes: Uint8Array, library: string, mostPages: number, mostCharacters: number }} Asked */

parentPort?.on('message', async (/** @type {Asked} */ asked) => {
  try {
    const { default: whole, ...named } = await import(asked.library);
    const of = { ...whole, ...named };
    parentPort?.postMessage(of.extractRawText ? await ofWord(of, asked) : await ofPdf(of, asked));
  } catch (error) {
    const isClosed = error instanceof Error && error.name === 'PasswordException';
    parentPort?.postMessage({ fault: isClosed ? 'closed' : 'unreadable' });
  }
});

/** @param {any} of @param {Asked} asked */
async function ofWord(of, { bytes, mostCharacters }) {
  const { value } = await of.extractRawText({ buffer: Buffer.from(bytes.buffer) });
  // Each paragraph ends in two line ends; one is enough to read by.
  return value.length > mostCharacters ? { fault: 'too-large' } : { parts: [value.replaceAll('\n\n', '\n').trim()] };
}

/** @param {any} of @param {Asked} asked */
async function ofPdf(of, { bytes, mostPages, mostCharacters }) {
  const pdf = await of.getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false });
  try {
    if (pdf.numPages > mostPages) return { fault: 'too-large' };
    const parts = [];
    let characters = 0;
    for (let n = 1; n <= pdf.numPages; n++) {
      const page = await pdf.getPage(n);
      const { items } = await page.getTextContent();
      const text = items.map((/** @type {any} */ one) => `${one.str ?? ''}${one.hasEOL ? '\n' : ''}`).join('');
      characters += text.length;
      if (characters > mostCharacters) return { fault: 'too-large' };
      parts.push(text.trim());
      page.cleanup();
    }
    return { parts };
  } finally {
    await pdf.loadingTask.destroy();
  }
}
