import type { Rule } from '../rule.ts';
import { capturedNotPublished } from './captured-not-published.ts';
import { commitmentOverdue } from './commitments.ts';
import { cutLate } from './cut-late.ts';
import { dueSoon } from './due-soon.ts';
import { extraDrill } from './extra-drill.ts';
import { figuresStale } from './figures-stale.ts';
import { leftOut } from './left-out.ts';
import { milestoneLate, milestoneMoved } from './milestones.ts';
import { noSuccessfulDrill } from './no-successful-drill.ts';
import { blockingOpen, repeatedObservation } from './observations.ts';
import { observed } from './observed.ts';
import { overdue } from './overdue.ts';
import { questionUnanswered } from './question-unanswered.ts';
import { reportLate } from './report-late.ts';
import { conditionOverdue, incidentUnsolved, liveTooLate, liveUndecided, postmortemMissing } from './system-risks.ts';
import { liveUntested, probeDown } from './systems.ts';
import { auditorUnsigned, contractUnsigned } from './unsigned.ts';

/** Every rule, the gravest first. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  noSuccessfulDrill,
  blockingOpen,
  capturedNotPublished,
  repeatedObservation,
  leftOut,
  contractUnsigned,
  auditorUnsigned,
  overdue,
  milestoneLate,
  liveUntested,
  liveTooLate,
  conditionOverdue,
  incidentUnsolved,
  probeDown,
  observed,
  extraDrill,
  milestoneMoved,
  reportLate,
  commitmentOverdue,
  questionUnanswered,
  cutLate,
  liveUndecided,
  figuresStale,
  postmortemMissing,
  dueSoon,
];
