import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SavedCase } from '../../fhir/native/saved.ts';
import { POLICIES, readPolicies } from '../policy/read.ts';

/** Where the saved cases lie that come with Accord: made-up facts, no case of anybody. */
export const CASES = fileURLToPath(new URL('../../../cases', import.meta.url));

/** By the name of the file, in its order. @throws ZodError where one is no saved case. */
export function readShippedCases(folder = CASES): ReadonlyMap<string, SavedCase> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return new Map(
    files
      .toSorted()
      .map((name) => [
        name.slice(0, -'.json'.length),
        SavedCase.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
      ]),
  );
}

/** The rules that come with Accord by state and version, each verified. @throws PolicyFault where one does not hold. */
export function readShippedRules(): ReadonlyMap<string, object> {
  return new Map(
    readPolicies(POLICIES).bundles.map(({ body, reviewedBy }) => [
      `${body.state} ${body.version}`,
      { version: body.version, state: { ...body, reviewedBy } },
    ]),
  );
}

export const findShippedRules = (name: string): object | undefined => readShippedRules().get(name);
