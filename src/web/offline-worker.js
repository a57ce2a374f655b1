// @ts-check
/// <reference lib="webworker" />
// Keeps the documents page of one meeting, and what it names, for when there is no line. Whatever the server answers is what is shown; what
// was kept stands in only where no answer comes. A kept page that the server no longer hands out is kept no more, with all that came with it.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const shelf = 'reunion';

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

/** As asked for, and no way to somewhere else, such as the page to sign in. @param {Response} answer */
const isItself = (answer) => answer.ok && !answer.redirected;

/** Exactly these: what an earlier page left goes. @param {readonly string[]} urls */
const keep = async (urls) => {
  const cache = await caches.open(shelf);
  for (const { url } of await cache.keys()) if (!urls.includes(url)) await cache.delete(url);
  await Promise.all(
    urls.map(async (url) => {
      const answer = await fetch(url).catch(() => undefined); // no line: what was kept of it stays
      if (answer) await (isItself(answer) ? cache.put(url, answer) : cache.delete(url));
    }),
  );
  return { kept: (await cache.keys()).length, of: urls.length };
};

worker.addEventListener('message', (event) => {
  event.waitUntil(keep(event.data).then((told) => event.ports[0]?.postMessage(told)));
});

/** @param {Request} request */
const answerOf = async (request) => {
  try {
    const answer = await fetch(request);
    const isGone = !isItself(answer) && (await caches.match(request.url, { cacheName: shelf, ignoreVary: true })) !== undefined;
    if (isGone) await caches.delete(shelf);
    return answer;
  } catch (fault) {
    const kept = await caches.match(request.url, { cacheName: shelf, ignoreVary: true });
    if (kept) return kept;
    throw fault;
  }
};

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const isPage = request.mode === 'navigate' || (request.headers.get('accept') ?? '').includes('text/html');
  const isDrawnWith = new URL(request.url).pathname.startsWith('/recursos/');
  if (request.method === 'GET' && (isPage || isDrawnWith)) event.respondWith(answerOf(request));
});
