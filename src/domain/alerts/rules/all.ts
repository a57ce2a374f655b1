import type { Rule } from '../rule.ts';
import { dueSoon } from './due-soon.ts';
import { leftOut } from './left-out.ts';
import { observed } from './observed.ts';
import { overdue } from './overdue.ts';
import { reportLate } from './report-late.ts';
import { auditorUnsigned, contractUnsigned } from './unsigned.ts';

/** Every rule, the gravest first. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [leftOut, contractUnsigned, auditorUnsigned, overdue, observed, reportLate, dueSoon];
