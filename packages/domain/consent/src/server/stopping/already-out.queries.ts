import type { Tx } from '@accord/db';
import type { GrantId } from '@accord/kernel';
import { networkZone } from '../zone.ts';

export interface Reading {
  categories: bigint;
  /** In the network's time zone (ISO). */
  day: string;
}

/** The days on which a permission was read under, oldest first, with the kinds; nothing for who may not stop it. */
export async function listReadings(tx: Tx, grantId: GrantId) {
  return tx<Reading[]>`
    select categories, to_char(day, 'YYYY-MM-DD') as day from already_out(${grantId}, ${networkZone()})`;
}
