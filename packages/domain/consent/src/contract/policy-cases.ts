import { Purpose } from '@accord/kernel';
import { z } from 'zod';
import { AnswerLine } from './answers.ts';
import { Category } from './categories.ts';
import { type Decision, REASONS } from './decision.ts';
import { CURES } from './explain.ts';

/** A case of Accord's own by the name of its file, or an agency's by its id. */
const PolicyCaseKey = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** What can be changed of a saved case. All else, every fact among it, stays as it was made up. */
const change = {
  from: PolicyCaseKey,
  kinds: z.array(Category).min(1, 'Choose at least one kind.').max(Category.options.length),
  purpose: z.enum(Purpose.options, 'Choose one use.'),
  /** A made-up day, which may be to come: the question is asked as it begins, in UTC. */
  on: z.iso
    .date('Choose a day.')
    .refine((day) => day >= '2000-01-01' && day < '2100-01-01', 'Choose a day of this century.'),
  /** Signed rules by state and version, `CA 2026-11-22`. Null: of no state, so the stricter branch holds. */
  law: z.string().min(1).max(60).nullable(),
};
export const TryPolicyCaseInput = z.strictObject(change);
export type TryPolicyCaseInput = z.infer<typeof TryPolicyCaseInput>;

export const DECISIONS = ['permit', 'partial', 'deny', 'review'] as const satisfies Decision['decision'][];
export type DecisionCode = (typeof DECISIONS)[number];

const answer = { decision: z.enum(DECISIONS), reason: z.enum(REASONS) };
/** Without a reason, any will do. */
const Expected = z.strictObject({ ...answer, reason: answer.reason.nullable() });

export const LONGEST_CASE_NAME = 80;
/** An agency keeps so many cases of its own at most: all of them are asked whenever the list is opened. */
export const MOST_POLICY_CASES = 100;

export const SavePolicyCaseInput = z.strictObject({
  ...change,
  name: z
    .string()
    .trim()
    .min(1, 'Give it a name.')
    .max(LONGEST_CASE_NAME, `Keep it under ${LONGEST_CASE_NAME} characters.`)
    .refine((text) => !/\p{Cc}/u.test(text), 'Type words only: letters, numbers and spaces.'),
  expected: Expected,
});
export type SavePolicyCaseInput = z.infer<typeof SavePolicyCaseInput>;

export const PolicyCaseId = z.uuid().toLowerCase().brand('PolicyCaseId');
export type PolicyCaseId = z.infer<typeof PolicyCaseId>;

export const RemovePolicyCaseInput = z.strictObject({ policyCaseId: PolicyCaseId });

/** What the rule answered just now, with every rule that was asked. */
export const PolicyCaseRun = z.strictObject({
  /** Null: nothing was asked, since the rules that it names are not here. */
  answered: z.strictObject(answer).nullable(),
  /** Where the question is not understood. Such a case is never as expected: the rule closes what it cannot read. */
  misread: z.string().nullable(),
  /** Null: of no state. */
  policyVersion: z.string().nullable(),
  firstFailing: AnswerLine.nullable(),
  cures: z.array(z.enum(CURES)),
  trace: z.array(AnswerLine),
});
export type PolicyCaseRun = z.infer<typeof PolicyCaseRun>;

export const PolicyCase = z.strictObject({
  key: PolicyCaseKey,
  name: z.string(),
  /** Whose it is and since when; null: it comes with Accord. */
  own: z
    .strictObject({ policyCaseId: PolicyCaseId, madeBy: z.string(), madeAt: z.iso.datetime() })
    .nullable(),
  asked: z.strictObject({
    kinds: z.array(Category),
    purposes: z.array(Purpose),
    on: z.iso.date(),
    law: change.law,
  }),
  expected: Expected,
  passes: z.boolean(),
  run: PolicyCaseRun,
});
export type PolicyCase = z.infer<typeof PolicyCase>;

/** Every saved case that the reader's agency has, its own first, each asked again now. */
export const PolicyCases = z.strictObject({
  agency: z.string(),
  /** The reader supervises a case of the agency, and so saves and removes. */
  maySet: z.boolean(),
  /** The rules that can be asked by, by state and version. */
  laws: z.array(z.string()),
  cases: z.array(PolicyCase),
});
export type PolicyCases = z.infer<typeof PolicyCases>;
