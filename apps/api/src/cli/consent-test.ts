import { decideNative, type NativeDecision } from '@accord/consent/fhir';
import { POLICIES, readPolicies } from '@accord/consent/server';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The saved cases that come with Accord: made-up facts, no case of anybody. */
const CASES = fileURLToPath(new URL('../../../../packages/domain/consent/cases', import.meta.url));

/** One saved case: a question with all its facts, and what has to be answered. */
const SavedCase = z.strictObject({
  name: z.string().trim().min(1),
  expected: z.strictObject({
    decision: z.enum(['permit', 'partial', 'deny', 'review']),
    reason: z.string().optional(),
  }),
  request: z.unknown(),
  facts: z.unknown(),
  /** As the rule reads it, or the name of signed rules that come with Accord, such as `CA 2026-11-22`. */
  policy: z.unknown(),
});

/**
 * `npm run accord -- consent test [<file or folder>]`: asks the rule every saved case and compares. A case that is not
 * understood fails, whatever it expects: the rule denies what it does not understand, and that must not look like a pass.
 *
 * @returns the exit code: 0 all as expected, 1 some are not or none was found, 2 not understood.
 */
export function consentTest(args: readonly string[], print: (line: string) => void): number {
  const [path = CASES, ...rest] = args;
  if (rest.length > 0 || path.startsWith('-')) return 2;
  const files = filesAt(path);
  const faults = files.flatMap((file) => {
    const fault = faultOf(file);
    print(
      `${fault === null ? 'ok    ' : 'FAILED'} ${file.slice(file.lastIndexOf('/') + 1)}${fault ? `: ${fault}` : ''}`,
    );
    return fault === null ? [] : [fault];
  });
  print(`${files.length - faults.length} as expected, ${faults.length} not`);
  return files.length > 0 && faults.length === 0 ? 0 : 1;
}

function filesAt(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  return names.toSorted().map((name) => join(path, name));
}

/** In one sentence; null where the answer is the expected one. */
function faultOf(file: string): string | null {
  let saved: z.infer<typeof SavedCase>;
  try {
    saved = SavedCase.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return 'it is no saved case: name, expected, request, facts and policy are needed';
  }
  const { request, facts, expected } = saved;
  const policy = typeof saved.policy === 'string' ? findRules(saved.policy) : saved.policy;
  if (policy === undefined) return 'its rules do not come with Accord';
  const answer = decideNative({ request, facts, policy });
  const misread = findMisread(answer);
  if (misread) return `the question is not understood at ${misread}`;
  const isSame =
    answer.decision === expected.decision && (expected.reason ?? answer.reason) === answer.reason;
  return isSame
    ? null
    : `expected ${expected.decision} ${expected.reason ?? ''}, answered ${answer.decision} ${answer.reason}`;
}

const findMisread = ({ reasons }: NativeDecision): string | undefined =>
  reasons.map(({ element }) => element).find((element) => element !== undefined);

/** Signed rules by state and version, each time verified. */
function findRules(name: string): object | undefined {
  const found = readPolicies(POLICIES).bundles.find(({ body }) => `${body.state} ${body.version}` === name);
  return found && { version: found.body.version, state: { ...found.body, reviewedBy: found.reviewedBy } };
}
