// @ts-check
// What a meeting is to have read stays readable without a line once its page was opened. Without this file that page is as it is.
const shelf = 'reunion';

/** The page, what it links to in its list, and what it is drawn with. @param {Element} list */
const wantedBy = (list) => {
  const links = [...list.querySelectorAll('a[href]')].map((link) => (link instanceof HTMLAnchorElement ? link.href : ''));
  const drawn = performance.getEntriesByType('resource').map(({ name }) => name);
  const ours = [...links, ...drawn.filter((name) => new URL(name).pathname.startsWith('/recursos/'))];
  return [...new Set([location.href.split('#')[0] ?? '', ...ours])].filter((url) => url.startsWith(`${location.origin}/`));
};

const keepPage = async () => {
  const list = document.querySelector('[data-keep]');
  const state = document.querySelector('[data-keep-state]');
  if (!(list instanceof HTMLElement) || !state || !('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/sin-linea.js', { scope: '/' });
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      state.textContent = (data.kept === data.of ? list.dataset.keep : list.dataset.keepPart) ?? '';
    };
    active?.postMessage(wantedBy(list), [port2]);
  } catch {
    state.textContent = list.dataset.keepFailed ?? '';
  }
};
addEventListener('turbo:load', keepPage);

// The server says so too when somebody leaves or enters; this is for a browser that does not heed it.
addEventListener('submit', ({ target }) => {
  const path = target instanceof HTMLFormElement ? new URL(target.action).pathname : '';
  if ('caches' in self && (path === '/salir' || path.startsWith('/entrar'))) caches.delete(shelf);
});
