import { codesOf, PolicyCase, type PolicyCaseRun, type TraceLine } from '../../contract/index.ts';
import {
  type Asked,
  changeCase,
  getAsked,
  judge,
  type Judged,
  type SavedCase,
} from '../../fhir/native/saved.ts';
import type { OwnCaseRow } from './tester.queries.ts';

type Rules = ReadonlyMap<string, object>;

/** A case that comes with Accord, asked now. */
export function shippedCase(key: string, saved: SavedCase, rules: Rules): PolicyCase {
  const { name, expected } = saved;
  const asked = getAsked(saved);
  return PolicyCase.parse({
    key,
    name,
    own: null,
    asked,
    expected: { decision: expected.decision, reason: expected.reason ?? null },
    ...askedNow(saved, asked, rules),
  });
}

/** An agency's case, asked now: its change of the case whose facts it began from. */
export function ownCase(row: OwnCaseRow, shipped: ReadonlyMap<string, SavedCase>, rules: Rules): PolicyCase {
  const { policyCaseId, name, start, purpose, on, law, decision, reason, madeBy, madeAt } = row;
  const asked: Asked = { kinds: codesOf(row.kinds), purposes: [purpose], on, law };
  const begun = shipped.get(start);
  return PolicyCase.parse({
    key: policyCaseId,
    name,
    own: { policyCaseId, madeBy, madeAt },
    asked,
    expected: { decision, reason },
    ...(begun ? askedNow(withExpected(changeCase(begun, asked), row), asked, rules) : NOT_ASKED),
  });
}

const withExpected = (saved: SavedCase, { decision, reason }: OwnCaseRow) => ({
  ...saved,
  expected: { decision, ...(reason && { reason }) },
});

/** What was answered, as the wire has it. */
export function runOf({ answer, misread, explained }: Judged, { law }: Pick<Asked, 'law'>): PolicyCaseRun {
  const failing = explained?.firstFailing ?? null;
  return {
    answered: answer && { decision: answer.decision, reason: answer.reason },
    misread,
    policyVersion: law,
    firstFailing: failing && lineOf(failing),
    cures: answer === null || answer.decision === 'permit' ? [] : [...(explained?.cures ?? [])],
    trace: (answer?.trace ?? []).map(lineOf),
  };
}

const lineOf = ({ step, basis, rule, outcome }: TraceLine) => ({ step, basis, rule, outcome });

function askedNow(saved: SavedCase, asked: Asked, rules: Rules) {
  const judged = judge(saved, (name) => rules.get(name));
  return { passes: judged.isAsExpected, run: runOf(judged, asked) };
}

/** Its facts do not come with this release any more: it can answer nothing, and says so. */
const NOT_ASKED = {
  passes: false,
  run: { answered: null, misread: null, policyVersion: null, firstFailing: null, cures: [], trace: [] },
};
