import type { Inline } from '../../core/document.ts';
import { type Lang, pick } from '../../core/words.ts';
import { type Item, type Status, statusMark } from '../plan/views.ts';

export const shown = (status: Status, lang: Lang): Exclude<Inline, string> => [{ mark: 'status', status: statusMark(status, lang) }];
export const nameOf = (item: Item, lang: Lang): string => `${item.obligation.code} · ${pick(item.obligation.title, lang)}`;
