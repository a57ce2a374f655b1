import { raw } from 'hono/html';

/**
 * A watchtower (atalaya): three merlons over a corbelled parapet, a tapering shaft with its window, an open arch at the
 * foot, so that the whole also reads as an A. One path, on a field of 24 × 28.
 */
const towerPath =
  'M2.5 1h4.4v3.1h3V1h4.2v3.1h3V1h4.4v6.4L19.3 10H4.7L2.5 7.4zM5.9 11.6h12.2L20.7 27h-5.1v-4.2a3.6 3.6 0 0 0-7.2 0V27H3.3zM11 13.6v3.6h2v-3.6z';

/** The mark, drawn in the colour of the text around it. */
export const towerMark = raw(
  `<svg viewBox="0 0 24 28" aria-hidden="true" focusable="false"><path fill="currentColor" fill-rule="evenodd" d="${towerPath}"/></svg>`,
);

/** The mark for the browser's tab: a document of its own (`image/svg+xml`). */
export const faviconSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#7a1e4b" d="M0 0h32v32H0z"/>' +
  `<path fill="#fbfaf6" fill-rule="evenodd" transform="translate(5.2 3.4) scale(.9)" d="${towerPath}"/></svg>`;
