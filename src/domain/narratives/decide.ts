import type { Act } from '../../core/event.ts';
import { type ProseFault, proseFault } from '../../core/prose.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import type { Bilingual } from '../../core/words.ts';
import type { NewNarrativesEvent } from './events.ts';
import { latestVersion, mayWrite, type Narrative, type NarrativesState, narrativeAt, type Pen, type Place, type Stage } from './views.ts';

export type NarrativesRefusal =
  | { readonly kind: 'section-unknown'; readonly section: string }
  | { readonly kind: 'not-yours'; readonly section: string }
  | { readonly kind: 'saved-meanwhile'; readonly version: number }
  | { readonly kind: 'nothing-written' }
  | { readonly kind: 'nothing-changed' }
  | { readonly kind: 'wrong-stage'; readonly stage: Stage }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'prose'; readonly fault: ProseFault };

type Decision = Result<readonly NewNarrativesEvent[], NarrativesRefusal>;

/** `area`: whose the section is unless somebody assigned it; absent: the informe has no such section, or no text in it. */
type OfSection = Place & { readonly area: string | undefined };

export function assignSection(
  state: NarrativesState,
  { on, by, informe, section, office, area }: Act & Omit<OfSection, 'cutoff'> & { readonly office: string },
): Decision {
  if (area === undefined) return refuse({ kind: 'section-unknown', section });
  if (state.assigned.get(`${informe}/${section}`)?.office === office) return refuse({ kind: 'nothing-changed' });
  return ok([{ type: 'SectionAssigned', on, by, data: { informe, section, office } }]);
}

/** `base`: the version the writer began from, 0 for none; one saved meanwhile is not replaced unseen. */
export type SaveNarrative = Act &
  OfSection & { readonly base: number; readonly text: string; readonly author?: Bilingual; readonly pen: Pen };

export function saveNarrative(state: NarrativesState, command: SaveNarrative): Decision {
  const { on, by, informe, cutoff, section, area, base, text, author, pen } = command;
  if (area === undefined) return refuse({ kind: 'section-unknown', section });
  if (!mayWrite(state, { informe, section }, area, pen)) return refuse({ kind: 'not-yours', section });
  if (text.trim() === '') return refuse({ kind: 'nothing-written' });
  const fault = proseFault(text);
  if (fault) return refuse({ kind: 'prose', fault });
  const latest = latestVersion(narrativeAt(state, { informe, cutoff, section }));
  if ((latest?.version ?? 0) !== base) return refuse({ kind: 'saved-meanwhile', version: latest?.version ?? 0 });
  if (latest?.text === text) return refuse({ kind: 'nothing-changed' });
  const data = { informe, cutoff, section, version: base + 1, text, ...(author === undefined ? {} : { author }) };
  return ok([{ type: 'NarrativeSaved', on, by, data }]);
}

/** Of the version that whoever acts has in front of them. */
type OfVersion = Act & Place & { readonly version: number };

export function deliverNarrative(
  state: NarrativesState,
  command: OfVersion & { readonly area: string | undefined; readonly pen: Pen },
): Decision {
  const { on, by, area, pen, ...data } = command;
  if (area === undefined) return refuse({ kind: 'section-unknown', section: data.section });
  if (!mayWrite(state, data, area, pen)) return refuse({ kind: 'not-yours', section: data.section });
  return atLatest(state, data, ['written'], () => ok([{ type: 'NarrativeDelivered', on, by, data }]));
}

export function returnNarrative(state: NarrativesState, { on, by, ...data }: OfVersion & { readonly reason: string }): Decision {
  if (data.reason.trim() === '') return refuse({ kind: 'reason-missing' });
  return atLatest(state, data, ['delivered'], () => ok([{ type: 'NarrativeReturned', on, by, data }]));
}

export const integrateNarrative = (state: NarrativesState, { on, by, ...data }: OfVersion): Decision =>
  atLatest(state, data, ['written', 'delivered'], () => ok([{ type: 'NarrativeIntegrated', on, by, data }]));

function atLatest(
  state: NarrativesState,
  place: Place & { readonly version: number },
  stages: readonly Stage[],
  then: (narrative: Narrative) => Decision,
): Decision {
  const narrative = narrativeAt(state, place);
  const latest = latestVersion(narrative);
  if (!narrative || !latest) return refuse({ kind: 'nothing-written' });
  if (latest.version !== place.version) return refuse({ kind: 'saved-meanwhile', version: latest.version });
  return stages.includes(narrative.stage) ? then(narrative) : refuse({ kind: 'wrong-stage', stage: narrative.stage });
}
