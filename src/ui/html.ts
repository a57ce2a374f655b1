import { html } from 'hono/html';

const special = /[&<>'"]/;

/** Text made safe to stand in HTML, as element text or between double quotes. For the few places that build HTML as strings. */
export const escapeHtml = (text: string): string => (special.test(text) ? String(html`${text}`) : text);
