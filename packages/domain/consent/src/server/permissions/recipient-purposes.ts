import { PURPOSES } from '@accord/kernel';
import { System, SYSTEMS } from '@accord/identity';
import type { GrantRow } from '../consent.queries.ts';

/** What people of the recipient's agency may read and write for. */
export function recipientPurposes({ recipientSystem }: GrantRow): number[] {
  return SYSTEMS[System.parse(recipientSystem)].map((purpose) => PURPOSES[purpose]);
}
