import type { Fold } from '../../core/event.ts';
import type { StoredFile } from '../../core/stored-file.ts';
import type { PlanEvent } from '../plan/events.ts';
import { adopted, type AnyEvent as PlanAnyEvent, contextFold as planFold, reporting } from '../plan/test-plan.ts';
import type { ProcessEvent } from '../process/events.ts';
import { by, said, under } from '../process/test-process.ts';
import type { DeliverablesContext } from './decide.ts';
import { type DeliverableEvent, deliverableEvents, type NewDeliverableEvent, type Weight } from './events.ts';
import { deliverablesFold } from './state.ts';

export type AnyEvent = DeliverableEvent | PlanEvent | ProcessEvent;
export const contextFold: Fold<DeliverablesContext, AnyEvent> = {
  initial: () => ({ ...planFold.initial(), deliverables: deliverablesFold.initial() }),
  evolve: ({ deliverables, ...plan }, event) =>
    Object.hasOwn(deliverableEvents, event.type)
      ? { ...plan, deliverables: deliverablesFold.evolve(deliverables, event as DeliverableEvent) } // its type is one of ours
      : { ...planFold.evolve(plan, event as PlanAnyEvent), deliverables }, // there are only these slices
};

/** The IEC's liaison hands in; the systems unit reviews. */
export const liaison = { office: 'enlace-iec', person: 'persona-enlace' };
export const reviewer = { office: 'utsi', person: 'persona-utsi' };
export const opl = 'iec';
export const key = 'E14';
export const start = [...under, adopted(), reporting()] as const;

export const file = (letter: string, name = `${letter}.pdf`): StoredFile => ({
  sha256: letter.repeat(64),
  sizeBytes: 100,
  type: 'application/pdf',
  name,
});

export const submitted = (version: number, on: string, files = [file('abcdef'.charAt(version - 1))], who = liaison) =>
  [
    { type: 'DeliverableSubmitted', on, by: who, data: { opl, key, version, files } },
    { type: 'ObligationDelivered', on, by: who, data: { opl, key } },
  ] as const;
export const observed = (n: number, version: number, on: string, weight: Weight = 'mandatory') =>
  ({
    type: 'ObservationMade',
    on,
    by: reviewer,
    data: { observation: `${opl}/${key}/${n}`, opl, key, version, weight, text: said('Falta el anexo.') },
  }) satisfies NewDeliverableEvent;
export const observing = (on: string) => ({ type: 'ObligationObserved', on, by: reviewer, data: { opl, key } }) as const;
export const reviewing = (on: string) => ({ type: 'ObligationReviewed', on, by: reviewer, data: { opl, key } }) as const;
export const concluding = (on: string) => ({ type: 'ObligationConcluded', on, by: reviewer, data: { opl, key } }) as const;
export { by, said };
