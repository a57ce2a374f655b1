// @ts-check
// Everything works without this file: Turbo only saves whole-page loads and lets pages follow the log while they are open.
import { config, renderStreamMessage, StreamSourceElement } from '@hotwired/turbo';

// Its progress bar would need an inline style, which the content security policy refuses.
config.drive.progressBarDelay = 2 ** 30;

// A link to a place in the same page is the browser's own affair: Turbo 8.0.23 would load the page again, and what was typed would be lost.
addEventListener('turbo:click', (event) => {
  if (event.target instanceof Element && event.target.getAttribute('href')?.startsWith('#')) event.preventDefault();
});

// A browser comes back by itself when the line is cut, but not when whoever stands before the program answers that it is not there: a page that
// gave up asks again, and shows what was recorded meanwhile.
setInterval(() => {
  for (const source of document.querySelectorAll('turbo-stream-source')) {
    if (!(source instanceof StreamSourceElement) || source.streamSource?.readyState !== EventSource.CLOSED) continue;
    const again = source.cloneNode();
    source.replaceWith(again);
    if (!(again instanceof StreamSourceElement)) continue;
    again.streamSource?.addEventListener('open', () => renderStreamMessage('<turbo-stream action="refresh"></turbo-stream>'), {
      once: true,
    });
  }
}, 3000);

// Whoever is writing is not interrupted: the page follows the log again once the form is sent or as it was.
addEventListener('turbo:before-stream-render', (event) => {
  const forms = [...document.forms].filter((form) => form.method === 'post');
  if (document.querySelector('[aria-invalid], [role="alert"]') || forms.some(isTyped)) event.preventDefault();
});

// A page that was on its way when somebody began to write leaves that form as it is; the answer to a form that was sent does not.
let isSent = false;
addEventListener('turbo:submit-start', () => {
  isSent = true;
});
addEventListener('turbo:render', () => {
  isSent = false;
});
addEventListener('turbo:before-morph-element', (event) => {
  if (!isSent && event.target instanceof HTMLFormElement && event.target.method === 'post' && isTyped(event.target)) event.preventDefault();
});

/** @param {HTMLFormElement} form */
const isTyped = (form) =>
  [...form.elements].some((one) => {
    if (one instanceof HTMLSelectElement)
      return one.value !== ([...one.options].find((option) => option.defaultSelected)?.value ?? one.options[0]?.value);
    if (one instanceof HTMLTextAreaElement) return one.value !== one.defaultValue;
    return one instanceof HTMLInputElement && (one.value !== one.defaultValue || one.checked !== one.defaultChecked);
  });

// Files may be dropped beside their field as well as chosen in it. What is too large is said before it is sent.
for (const type of ['dragover', 'dragleave', 'drop'])
  addEventListener(type, (event) => {
    if (!(event instanceof DragEvent) || !(event.target instanceof Element)) return;
    const zone = event.target.closest('[data-drop]');
    for (const other of document.querySelectorAll('.drop.over')) if (other !== zone) other.classList.remove('over');
    const input = zone?.querySelector('input[type="file"]');
    if (!zone || !(input instanceof HTMLInputElement) || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    zone.classList.toggle('over', type === 'dragover');
    if (type !== 'drop') return;
    const dropped = new DataTransfer();
    for (const file of [...event.dataTransfer.files].slice(0, input.multiple ? undefined : 1)) dropped.items.add(file);
    input.files = dropped.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
addEventListener('change', (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.type !== 'file') return;
  const isTooLarge = [...(input.files ?? [])].some((file) => file.size > Number(input.dataset.max));
  input.setCustomValidity(isTooLarge ? (input.dataset.tooLarge ?? '') : '');
  if (isTooLarge) input.reportValidity();
});
const readyZones = () => {
  for (const zone of document.querySelectorAll('.drop')) zone.classList.add('ready');
};
addEventListener('turbo:load', readyZones);
addEventListener('turbo:render', readyZones);

// A text that takes long to write is kept as a draft while it is written; the same button does it by hand without this.
const pauseMs = 1500;
/** @type {WeakMap<HTMLFormElement, { timer: ReturnType<typeof setTimeout> | undefined, running: AbortController | undefined, kept: string }>} */
const drafts = new WeakMap();

/** @param {HTMLFormElement} form */
const draftOf = (form) => {
  const known = drafts.get(form) ?? { timer: undefined, running: undefined, kept: form.querySelector('textarea')?.defaultValue ?? '' };
  drafts.set(form, known);
  return known;
};

/** @param {HTMLFormElement} form @param {boolean} isLeaving */
const keepDraft = async (form, isLeaving = false) => {
  const draft = draftOf(form);
  const text = form.querySelector('textarea')?.value ?? '';
  clearTimeout(draft.timer);
  draft.timer = undefined;
  if (text === draft.kept) return;
  draft.running?.abort();
  draft.running = new AbortController();
  const state = form.querySelector('[data-autosave-state]');
  try {
    const { signal } = draft.running;
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const answer = await fetch(form.dataset.autosave ?? '', { method: 'POST', body, signal, keepalive: isLeaving && text.length < 15_000 });
    if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) throw new Error(String(answer.status));
    const told = await answer.json();
    draft.kept = text;
    if (state) state.textContent = told.state;
    // Made by the server from the text, with everything in it escaped: the same as after a full load.
    const preview = document.querySelector('[data-preview]');
    if (preview && told.looks !== '') preview.innerHTML = told.looks;
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') return;
    if (state) state.textContent = form.dataset.failed ?? '';
    draft.timer = setTimeout(() => keepDraft(form), pauseMs * 10);
  }
};

/** @param {EventTarget | null} target */
const writing = (target) => {
  const form = target instanceof HTMLTextAreaElement ? target.form : null;
  return form?.dataset.autosave === undefined ? null : form;
};
addEventListener('input', (event) => {
  const form = writing(event.target);
  if (!form) return;
  const draft = draftOf(form);
  const state = form.querySelector('[data-autosave-state]');
  if (state && draft.timer === undefined) state.textContent = form.dataset.pending ?? '';
  clearTimeout(draft.timer);
  draft.timer = setTimeout(() => keepDraft(form), pauseMs);
});
// What is being saved, or thrown away, is no draft any more.
addEventListener('submit', () => {
  for (const form of document.forms) {
    if (form.dataset.autosave === undefined) continue;
    const draft = draftOf(form);
    clearTimeout(draft.timer);
    draft.running?.abort();
    draft.kept = form.querySelector('textarea')?.value ?? '';
  }
});
const keepAll = () => {
  for (const form of document.forms) if (form.dataset.autosave !== undefined && drafts.has(form)) keepDraft(form, true);
};
addEventListener('pagehide', keepAll);
addEventListener('turbo:before-visit', keepAll);
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keepAll());

// Ctrl K (or ⌘ K) leads to where everything is looked for; there, to its field.
const toSearch = () => {
  const field = document.querySelector('input[type="search"]');
  if (field instanceof HTMLInputElement) return field.select();
  const link = document.querySelector('a[data-search]');
  if (link instanceof HTMLAnchorElement) link.click();
};
addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  toSearch();
});
addEventListener('turbo:load', () => {
  const field = document.querySelector('input[type="search"]');
  if (field instanceof HTMLInputElement && field.value === '' && document.activeElement === document.body) field.focus();
});
