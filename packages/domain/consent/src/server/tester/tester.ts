import { badInput, newId, notFound } from '@accord/kernel';
import { staffProcedure, type Tx } from '@accord/rpc';
import { z } from 'zod';
import {
  maskOf,
  MOST_POLICY_CASES,
  PolicyCaseId,
  PolicyCaseRun,
  PolicyCases,
  RemovePolicyCaseInput,
  SavePolicyCaseInput,
  TryPolicyCaseInput,
} from '../../contract/index.ts';
import { changeCase, judge } from '../../fhir/native/saved.ts';
import { ownCase, runOf, shippedCase } from './asked-now.ts';
import { knownRules } from './known-rules.ts';
import { readShippedCases } from './shipped.ts';
import * as q from './tester.queries.ts';

/** Every saved case, the agency's own first, each asked again now. It reads of no case. */
export const listPolicyCases = staffProcedure.output(PolicyCases).query(({ ctx }) =>
  ctx.read(async (tx) => {
    const rules = await knownRules(tx);
    const shipped = readShippedCases();
    const own = await q.listOwnCases(tx);
    return {
      ...(await q.getTester(tx, ctx.actor.agencyId)),
      laws: [...rules.keys()].toSorted(),
      cases: [
        ...own.map((row) => ownCase(row, shipped, rules)),
        ...[...shipped].map(([key, saved]) => shippedCase(key, saved, rules)),
      ],
    };
  }),
);

/** What the rule answers to a changed case. Nothing is kept. NOT_FOUND for a case that is not there, or not theirs. */
export const tryPolicyCase = staffProcedure
  .input(TryPolicyCaseInput)
  .output(PolicyCaseRun)
  .query(({ ctx, input: { from, purpose, ...change } }) =>
    ctx.read(async (tx) => {
      const { saved } = await getStart(tx, from);
      const rules = await checkLaw(tx, change.law);
      const changed = changeCase(saved, { ...change, purposes: [purpose] });
      const judged = judge(changed, (name) => rules.get(name));
      return runOf(judged, change);
    }),
  );

/**
 * Saves a changed case with the answer that it must have. Only the change is kept: the facts stay those of a case that
 * comes with Accord. NOT_FOUND for whoever supervises nothing there.
 */
export const savePolicyCase = staffProcedure
  .input(SavePolicyCaseInput)
  .output(z.strictObject({ policyCaseId: PolicyCaseId }))
  .mutation(({ ctx, input: { from, kinds, expected, ...rest } }) =>
    ctx.read(async (tx) => {
      const { start, count } = await getStart(tx, from);
      if (count >= MOST_POLICY_CASES) {
        throw badInput('name', `An agency keeps ${MOST_POLICY_CASES} cases at most. Remove one first.`);
      }
      await checkLaw(tx, rest.law);
      const policyCaseId = newId(PolicyCaseId);
      await q.saveCase(tx, { ...rest, ...expected, policyCaseId, start, kinds: maskOf(kinds) });
      return { policyCaseId };
    }),
  );

/** NOT_FOUND for another agency's, and for whoever supervises nothing there. */
export const removePolicyCase = staffProcedure
  .input(RemovePolicyCaseInput)
  .output(z.strictObject({}))
  .mutation(({ ctx, input }) =>
    ctx.read(async (tx) => {
      await q.removeCase(tx, input.policyCaseId);
      return {};
    }),
  );

/** The case of Accord's own that a case's facts come from, whether it is named itself or an agency's that began there. */
async function getStart(tx: Tx, key: string) {
  const own = await q.listOwnCases(tx);
  const start = own.find(({ policyCaseId }) => policyCaseId === key)?.start ?? key;
  const saved = readShippedCases().get(start);
  if (!saved) throw notFound('no such case for this speaker');
  return { start, saved, count: own.length };
}

async function checkLaw(tx: Tx, law: string | null) {
  const rules = await knownRules(tx);
  if (law !== null && !rules.has(law)) throw badInput('law', 'Choose rules of the list.');
  return rules;
}
