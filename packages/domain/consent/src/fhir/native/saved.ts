import { Purpose } from '@accord/kernel';
import { z } from 'zod';
import {
  Category,
  type CategoryCode,
  DECISIONS,
  explainToOfficer,
  type OfficerExplanation,
} from '../../contract/index.ts';
import { decideNative, type NativeDecision } from './decide.ts';

/** One saved case: a question with all its made-up facts, and what has to be answered. */
export const SavedCase = z.strictObject({
  name: z.string().trim().min(1),
  expected: z.strictObject({ decision: z.enum(DECISIONS), reason: z.string().optional() }),
  request: z.unknown(),
  facts: z.unknown(),
  /** As the rule reads it, or the name of signed rules, such as `CA 2026-11-22`. */
  policy: z.unknown(),
});
export type SavedCase = z.infer<typeof SavedCase>;

/** Rules by state and version, as the rule reads them. Undefined: nobody here knows them. */
export type FindRules = (name: string) => object | undefined;

export interface Judged {
  /** Null: nothing was asked, since its rules are not here. */
  answer: NativeDecision | null;
  /** Where the question is not understood. */
  misread: string | null;
  isAsExpected: boolean;
  explained: OfficerExplanation | null;
}

/**
 * Asks the rule and compares. What is not understood is never as expected, whatever that is: the rule denies what it
 * cannot read, and that must not look like a pass.
 */
export function judge({ request, facts, policy: named, expected }: SavedCase, findRules: FindRules): Judged {
  const policy = typeof named === 'string' ? findRules(named) : named;
  if (policy === undefined) return { answer: null, misread: null, isAsExpected: false, explained: null };
  const answer = decideNative({ request, facts, policy });
  const misread = findMisread(answer) ?? null;
  const isSame =
    answer.decision === expected.decision && (expected.reason ?? answer.reason) === answer.reason;
  return { answer, misread, isAsExpected: misread === null && isSame, explained: explainToOfficer(answer) };
}

/** A failure names no element. */
function findMisread({ reasons }: NativeDecision): string | undefined {
  const found = reasons.find(({ element, code }) => element !== undefined || code === 'FAILURE');
  return found && (found.element ?? 'the whole');
}

/** What a saved case asks, as far as it can be changed. */
export interface Asked {
  kinds: CategoryCode[];
  purposes: Purpose[];
  /** The day on which it is asked, in UTC. */
  on: string;
  /** Null: rules of no state. */
  law: string | null;
}

const Changeable = z.object({
  request: z.looseObject({
    items: z.array(z.looseObject({ mask: z.array(Category) })).min(1),
    purposes: z.array(Purpose),
    at: z.iso.datetime(),
  }),
  policy: z.union([z.string(), z.looseObject({ state: z.null() })]),
});

/** @throws ZodError where the case is none that could be changed: those that come with Accord all are. */
export function getAsked(saved: SavedCase): Asked {
  const { request, policy } = Changeable.parse(saved);
  const kinds = new Set(request.items.flatMap(({ mask }) => mask));
  return {
    kinds: Category.options.filter((kind) => kinds.has(kind)),
    purposes: request.purposes,
    on: request.at.slice(0, 10),
    law: typeof policy === 'string' ? policy : null,
  };
}

/**
 * The same made-up facts under another question: each item is of these kinds, for these uses, at the first instant of
 * that day in UTC, by these rules. Nothing else of it moves.
 *
 * @throws ZodError as `getAsked` does.
 */
export function changeCase(saved: SavedCase, { kinds, purposes, on, law }: Asked): SavedCase {
  const { request } = Changeable.parse(saved);
  return {
    ...saved,
    request: {
      ...request,
      items: request.items.map((item) => ({ ...item, mask: kinds })),
      purposes,
      at: `${on}T00:00:00Z`,
    },
    policy: law ?? { version: 'none', state: null },
  };
}
