import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { StatePolicy } from '../state.ts';

/** One of the example states that come with Accord, as its signed file says; its signature is not looked at here. */
export function exampleState(file: 'ca' | 'il'): StatePolicy {
  const path = fileURLToPath(new URL(`../../../../policies/${file}.json`, import.meta.url));
  const { policy } = JSON.parse(readFileSync(path, 'utf8')) as { policy: object };
  return StatePolicy.parse({ ...policy, reviewedBy: null });
}
