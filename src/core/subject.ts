/**
 * What an alert, a question, a receipt or a commitment is about: a kind and an id within the process, as one text
 * (`obligation:ieeh/E14`, `exercise:ieeh-simulacro-1`, `report:prep-2020-03-10`). One form in events, addresses and links.
 */
export const subjectKinds = [
  'process',
  'opl',
  'obligation',
  'observation',
  'exercise',
  'checkpoint',
  'system',
  'incident',
  'meeting',
  'commitment',
  'report',
  'thread',
  'alert',
  'verification',
  'finding',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];
export type Subject = `${SubjectKind}:${string}`;

/** `obligation:ieeh/E14` and the like; an id is whatever its slice calls it, without blanks. */
export const subjectPattern = new RegExp(`^(?:${subjectKinds.join('|')}):[^\\s]{1,200}$`);

export const subjectOf = (kind: SubjectKind, ...ids: readonly string[]): Subject => `${kind}:${ids.join('/')}`;

export const isSubject = (text: string): text is Subject => subjectPattern.test(text);

/** The kind and the parts of its id. */
export function partsOfSubject(subject: Subject): { readonly kind: SubjectKind; readonly ids: readonly string[] } {
  const at = subject.indexOf(':');
  return { kind: subject.slice(0, at) as SubjectKind, ids: subject.slice(at + 1).split('/') }; // the type says that it begins with a kind
}
