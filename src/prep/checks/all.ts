import { actaKeyMismatch } from './acta-key-mismatch/check.ts';
import { actaKeyRepeated } from './acta-key-repeated/check.ts';
import { capturedBeforeCollected } from './captured-before-collected/check.ts';
import { capturedBeforeCollectedCasilla } from './captured-before-collected-casilla/check.ts';
import { capturedOverRegistered } from './captured-over-registered/check.ts';
import type { Check } from './check.ts';
import { countedNothingLegible } from './counted-nothing-legible/check.ts';
import { countedWithoutHash } from './counted-without-hash/check.ts';
import { countedWithoutVerification } from './counted-without-verification/check.ts';
import { cutTimeAbsent } from './cut-time-absent/check.ts';
import { drillPhaseNotExercised } from './drill-phase-not-exercised/check.ts';
import { drillVolumeShort } from './drill-volume-short/check.ts';
import { expectedColumnMissing } from './expected-column-missing/check.ts';
import { hashLength } from './hash-length/check.ts';
import { hashRepeated } from './hash-repeated/check.ts';
import { headerOnly } from './header-only/check.ts';
import { inconsistentNarrowBasis } from './inconsistent-narrow-basis/check.ts';
import { keyAbsent } from './key-absent/check.ts';
import { keyMismatch } from './key-mismatch/check.ts';
import { keyTruncated } from './key-truncated/check.ts';
import { negativeVote } from './negative-vote/check.ts';
import { noActaWithVotes } from './no-acta-with-votes/check.ts';
import { notCapturedWithData } from './not-captured-with-data/check.ts';
import { notCountedWithoutReason } from './not-counted-without-reason/check.ts';
import { outOfCatalogue } from './out-of-catalogue/check.ts';
import { overLimitCounted } from './over-limit-counted/check.ts';
import { overListFlagCounted } from './over-list-flag-counted/check.ts';
import { participationFinalBasis } from './participation-final-basis/check.ts';
import { raggedRow } from './ragged-row/check.ts';
import { repeatedColumn } from './repeated-column/check.ts';
import { requiredColumnMissing } from './required-column-missing/check.ts';
import { specialWithoutObservation } from './special-without-observation/check.ts';
import { stampAfterCut } from './stamp-after-cut/check.ts';
import { sumNotCalculated } from './sum-not-calculated/check.ts';
import { totalDifferent } from './total-different/check.ts';
import { totalFewerDecimals } from './total-fewer-decimals/check.ts';
import { totalFloatNoise } from './total-float-noise/check.ts';
import { totalFraction } from './total-fraction/check.ts';
import { totalRounded } from './total-rounded/check.ts';
import { totalUnreadable } from './total-unreadable/check.ts';
import { totalsAbsent } from './totals-absent/check.ts';
import { totalsInconsistent } from './totals-inconsistent/check.ts';
import { totalsMisaligned } from './totals-misaligned/check.ts';
import { totalsOnly } from './totals-only/check.ts';
import { undecodableBytes } from './undecodable-bytes/check.ts';
import { unknownColumn } from './unknown-column/check.ts';
import { verifiedBeforeCaptured } from './verified-before-captured/check.ts';
import { voidFlagCounted } from './void-flag-counted/check.ts';
import { voteNotWhole } from './vote-not-whole/check.ts';

/** Every check of one cut, family by family. A folder that is not here does not run; a test says so. */
export const allChecks: readonly Check[] = [
  unknownColumn,
  requiredColumnMissing,
  expectedColumnMissing,
  repeatedColumn,
  raggedRow,
  undecodableBytes,
  totalsAbsent,
  totalsMisaligned,
  headerOnly,
  totalsOnly,
  cutTimeAbsent,
  keyAbsent,
  keyMismatch,
  actaKeyMismatch,
  actaKeyRepeated,
  keyTruncated,
  outOfCatalogue,
  sumNotCalculated,
  overLimitCounted,
  overListFlagCounted,
  negativeVote,
  voteNotWhole,
  totalDifferent,
  totalRounded,
  totalFewerDecimals,
  totalFraction,
  totalFloatNoise,
  totalUnreadable,
  capturedOverRegistered,
  totalsInconsistent,
  participationFinalBasis,
  inconsistentNarrowBasis,
  countedNothingLegible,
  voidFlagCounted,
  notCountedWithoutReason,
  specialWithoutObservation,
  countedWithoutVerification,
  notCapturedWithData,
  noActaWithVotes,
  stampAfterCut,
  verifiedBeforeCaptured,
  capturedBeforeCollected,
  capturedBeforeCollectedCasilla,
  hashLength,
  hashRepeated,
  countedWithoutHash,
  drillPhaseNotExercised,
  drillVolumeShort,
];
