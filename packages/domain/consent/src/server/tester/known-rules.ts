import type { Tx } from '@accord/rpc';
import { listStateLaws } from '../policy/policy.queries.ts';
import { readShippedRules } from './shipped.ts';

/** Rules by state and version: those that the network holds, and beside them those that come with Accord. */
export async function knownRules(tx: Tx): Promise<ReadonlyMap<string, object>> {
  const rules = new Map(readShippedRules());
  for (const { state, version, policy } of await listStateLaws(tx)) {
    const name = `${state} ${version}`;
    // what this release cannot read is nothing to ask by, though a file should be there
    if (policy) rules.set(name, { version, state: policy });
    else rules.delete(name);
  }
  return rules;
}
