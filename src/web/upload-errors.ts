import type { FormError } from '../ui/forms.tsx';
import type { Visit } from './visit.ts';

/** The files of a form that were not taken in, each as an error of its field. */
export const uploadErrors = ({ uploads, lang }: Pick<Visit<unknown>, 'uploads' | 'lang'>): readonly FormError[] =>
  uploads.refused.map(({ field, why }) => ({ ...(field === '' ? {} : { field }), text: why[lang] }));
