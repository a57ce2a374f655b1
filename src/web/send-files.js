// @ts-check
// Large files of a form go ahead of it, piece by piece (the tus protocol): a cut connection costs one piece, and a file chosen again goes on
// where it was. Without this script the form carries its files itself, as any form does.
const pieceBytes = 8 * 2 ** 20;
const mostFailures = 8;

class Refused extends Error {}

addEventListener(
  'submit',
  (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.enctype !== 'multipart/form-data') return;
    const inputs = [...form.querySelectorAll('input[type="file"]')].filter((one) => one instanceof HTMLInputElement);
    if (!inputs.some((input) => [...(input.files ?? [])].some(isLarge))) return;
    event.preventDefault();
    event.stopImmediatePropagation(); // Turbo is given the form once its files are there
    if (form.dataset.sending) return;
    form.dataset.sending = 'yes';
    const submitter = event.submitter;
    sendAhead(form, inputs)
      .then(() => form.requestSubmit(submitter))
      .catch(() => undefined) // said beside its field
      .finally(() => delete form.dataset.sending);
  },
  true,
);

/** @param {File} file */
const isLarge = (file) => file.size > pieceBytes;

/** @param {HTMLFormElement} form @param {HTMLInputElement[]} inputs */
async function sendAhead(form, inputs) {
  for (const input of inputs) {
    for (const file of [...(input.files ?? [])].filter(isLarge)) {
      const token = await sendOne(form, input, file);
      const kept = document.createElement('input');
      Object.assign(kept, { type: 'hidden', name: `${input.name}-guardado`, value: token });
      input.before(kept);
      const rest = new DataTransfer();
      for (const other of input.files ?? []) if (other !== file) rest.items.add(other);
      input.files = rest.files;
      if (rest.files.length === 0) input.required = false;
    }
  }
}

/** @param {HTMLFormElement} form @param {HTMLInputElement} input @param {File} file */
async function sendOne(form, input, file) {
  const zone = input.closest('.drop');
  const [bar, line] = [zone?.querySelector('progress'), zone?.querySelector('[role="status"]')];
  /** @param {string} text */
  const say = (text) => {
    if (line && line.textContent !== text) line.textContent = text;
  };
  if (bar) bar.hidden = false;
  try {
    return await sendPieces(form, file, (sent) => {
      const percent = Math.floor((100 * sent) / file.size);
      if (bar) bar.value = percent;
      say(`${input.dataset.sending} ${file.name}: ${percent - (percent % 10)} %`);
    });
  } catch (error) {
    say(error instanceof Refused && error.message ? error.message : (input.dataset.broken ?? ''));
    throw error;
  } finally {
    if (bar) bar.hidden = true;
  }
}

/** @param {HTMLFormElement} form @param {File} file @param {(sent: number) => void} told */
async function sendPieces(form, file, told) {
  const address = new URL(form.action);
  address.pathname += '/envio';
  const key = `envio ${address.pathname} ${file.name} ${file.size} ${file.lastModified}`;
  const csrf = form.querySelector('input[name="csrf"]');
  /** @param {string} method @param {string} to @param {Record<string, string>} headers @param {Blob} [body] */
  const ask = async (method, to, headers, body) => {
    const own = { 'tus-resumable': '1.0.0', 'x-csrf': csrf instanceof HTMLInputElement ? csrf.value : '' };
    const answer = await fetch(to, { method, headers: { ...own, ...headers }, body: body ?? null });
    if ([403, 413, 422, 507].includes(answer.status)) throw new Refused(await answer.text());
    return answer;
  };
  /** @param {Response} answer */
  const tokenOf = (answer) => answer.headers.get('upload-kept');
  let place = remembered(key);
  /** @type {number | undefined} */
  let offset;
  for (let failures = 0; ; ) {
    try {
      if (place && offset === undefined) {
        const answer = await ask('HEAD', place, {});
        if (tokenOf(answer)) return tokenOf(answer);
        if (answer.ok) offset = Number(answer.headers.get('upload-offset'));
        else place = null; // it waited too long
      }
      if (!place) {
        const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name)));
        const answer = await ask('POST', address.href, { 'upload-length': String(file.size), 'upload-metadata': `filename ${name}` });
        if (!answer.ok) throw new Error(String(answer.status));
        place = answer.headers.get('location') ?? '';
        offset = 0;
        remember(key, place);
      }
      const at = offset ?? 0;
      const answer = await ask(
        'PATCH',
        place,
        { 'upload-offset': String(at), 'content-type': 'application/offset+octet-stream' },
        file.slice(at, at + pieceBytes),
      );
      if (!answer.ok) throw new Error(String(answer.status));
      const token = tokenOf(answer);
      if (token) {
        forget(key);
        return token;
      }
      offset = Number(answer.headers.get('upload-offset'));
      told(offset);
      failures = 0;
    } catch (error) {
      if (error instanceof Refused) forget(key);
      if (error instanceof Refused || ++failures > mostFailures) throw error;
      offset = undefined; // asked again: part of the piece may have come in
      await new Promise((resolve) => setTimeout(resolve, Math.min(30_000, 500 * 2 ** failures)));
    }
  }
}

// A browser may refuse to remember: then a file begins anew, and nothing else changes.
/** @param {string} key */
const remembered = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
/** @param {string} key @param {string} place */
const remember = (key, place) => {
  try {
    localStorage.setItem(key, place);
  } catch {}
};
/** @param {string} key */
const forget = (key) => {
  try {
    localStorage.removeItem(key);
  } catch {}
};
