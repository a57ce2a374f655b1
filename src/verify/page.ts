import { hashes, verify } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import type { Tools } from '../ledger/cosignature.ts';
import { type Checked, checkAny, type Foot } from './check.ts';

/**
 * The same verifier in a browser: the file is read here and goes nowhere. Hashing and signatures are libraries', not the browser's own,
 * because those only answer over HTTPS and not in every browser.
 */
hashes.sha512 = sha512;
const tools: Tools = {
  sha256: (bytes) => sha256(bytes),
  ed25519: (publicKey, message, signature) => {
    try {
      return verify(signature, message, publicKey);
    } catch {
      return false; // a key or a signature that is no point of the curve
    }
  },
};

const formId = 'comprobar';
/** Hidden until there is a script to answer it. */
const show = (): void => {
  for (const one of document.querySelectorAll<HTMLElement>(`#${formId}[hidden]`)) one.hidden = false;
};
show();
for (const event of ['turbo:load', 'turbo:render']) addEventListener(event, show);

addEventListener(
  'submit',
  (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.id !== formId) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // nobody else may send it
    void answer(form);
  },
  true,
);

async function answer(form: HTMLFormElement): Promise<void> {
  const fields = new FormData(form);
  const text = (name: string): string => String(fields.get(name) ?? '').trim();
  const file = fields.get('archivo');
  const told = form.parentElement?.querySelector<HTMLElement>('[data-told]');
  if (!(file instanceof File) || file.name === '' || !told) return;
  form.ariaBusy = 'true';
  told.textContent = told.dataset.busy ?? '';
  const lang = document.documentElement.lang === 'en' ? 'en' : 'es';
  const position = text('posicion');
  const foot: Foot | undefined = position === '' ? undefined : { position: Number(position), root: text('raiz') };
  const key = text('clave') === '' ? undefined : text('clave');
  try {
    const asked = { tools, lang, key, witnesses: text('testigos').split(/\s+/).filter(Boolean) } as const;
    tell(told, await checkAny(() => chunksOf(file), asked, foot));
  } catch (fault) {
    tell(told, { verdict: 2, lines: [fault instanceof Error ? fault.message : String(fault)] });
  }
  form.ariaBusy = 'false';
}

/** A megabyte at a time, with a pause in which the browser stays awake. */
async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const size = 2 ** 20;
  for (let from = 0; from < file.size; from += size) yield new Uint8Array(await file.slice(from, from + size).arrayBuffer());
}

/** One of the page's own notices, filled in: words and colours are the page's. */
function tell(place: HTMLElement, { verdict, lines }: Checked): void {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-verdict="${verdict}"]`);
  const notice = template?.content.cloneNode(true);
  place.textContent = '';
  if (!(notice instanceof DocumentFragment)) return;
  const list = notice.querySelector('[data-lines]');
  for (const line of lines) {
    const item = document.createElement('li');
    item.textContent = line;
    list?.append(item);
  }
  place.append(notice);
}
