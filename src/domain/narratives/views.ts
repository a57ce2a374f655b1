import { keyOf, type Narrative, type NarrativesState, type Place, type Stage, type Version } from './state.ts';

export type { Narrative, NarrativesState, Place, Stage, Version };

/** Absent: nobody saved a text there. */
export const narrativeAt = (state: NarrativesState, place: Place): Narrative | undefined => state.texts.get(keyOf(place));

export const latestVersion = (narrative: Narrative | undefined): Version | undefined => narrative?.versions.at(-1);

/** The version that stands in the informe. */
export const integratedVersion = (narrative: Narrative | undefined): Version | undefined =>
  narrative?.versions.find((one) => one.version === narrative.integrated?.version);

/** The office a section was given to; absent: it is of any office of its area. */
export const assignedTo = (state: NarrativesState, informe: string, section: string): string | undefined =>
  state.assigned.get(`${informe}/${section}`)?.office;

/** Who writes: the office, what it does in the group, and whether it integrates the informe. */
export type Pen = { readonly office: string; readonly role: string | undefined; readonly integrates: boolean };

/** The office the section was given to, or else any of its area; and always whoever integrates the informe. */
export function mayWrite(
  state: NarrativesState,
  { informe, section }: Pick<Place, 'informe' | 'section'>,
  area: string,
  pen: Pen,
): boolean {
  if (pen.integrates) return true;
  const office = assignedTo(state, informe, section);
  return office === undefined ? pen.role === area : pen.office === office;
}
