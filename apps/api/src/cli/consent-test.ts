import { judge, SavedCase } from '@accord/consent/fhir';
import { CASES, findShippedRules } from '@accord/consent/server';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

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
  let saved: SavedCase;
  try {
    saved = SavedCase.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return 'it is no saved case: name, expected, request, facts and policy are needed';
  }
  const { answer, misread, isAsExpected } = judge(saved, findShippedRules);
  if (answer === null) return 'its rules do not come with Accord';
  if (misread) return `the question is not understood at ${misread}`;
  const { decision, reason = '' } = saved.expected;
  return isAsExpected ? null : `expected ${decision} ${reason}, answered ${answer.decision} ${answer.reason}`;
}
