import { activitiesOf, dateOf, type Served } from './activities.ts';
import { type GateView, gateOf } from './gate.ts';
import { gateMark } from './gate-words.ts';
import { type MilestoneRow, milestoneStatuses } from './milestones.ts';
import {
  incidentsOf,
  isFelt,
  isUnsolved,
  latestOf,
  maintenanceAt,
  maintenanceOf,
  type ServiceLevel,
  seriesOf,
  serviceLevelOf,
  totalOf,
} from './operation.ts';
import type { Series } from './operation-state.ts';
import { incidentMark, severityWords } from './operation-words.ts';
import { type Risk, type RiskKind, riskKinds, risksOf } from './risks.ts';
import { confirmationOf, marginDays, neededBy, proposalsOf, type Row, releaseOn, rowOf, rowsOf, type Stage, stages } from './rows.ts';
import type { Activity, Milestone, Release, System, SystemsState } from './state.ts';
import { milestoneMark, milestoneName, stageMark } from './words.ts';

/** What other slices, and the pages, read of the systems. */
export {
  type Activity,
  activitiesOf,
  confirmationOf,
  dateOf,
  type GateView,
  gateMark,
  gateOf,
  incidentMark,
  incidentsOf,
  isFelt,
  isUnsolved,
  latestOf,
  type Milestone,
  type MilestoneRow,
  maintenanceAt,
  maintenanceOf,
  marginDays,
  milestoneMark,
  milestoneName,
  milestoneStatuses,
  neededBy,
  proposalsOf,
  type Release,
  type Risk,
  type RiskKind,
  type Row,
  releaseOn,
  riskKinds,
  risksOf,
  rowOf,
  rowsOf,
  type Series,
  type Served,
  type ServiceLevel,
  type Stage,
  type System,
  type SystemsState,
  seriesOf,
  serviceLevelOf,
  severityWords,
  stageMark,
  stages,
  totalOf,
};
