import type { Tx } from '@accord/db';
import type { GrantId } from '@accord/kernel';
import { networkZone } from './zone.ts';

/** The days on which a permission was read under, oldest first, with the kinds; nothing for who may not stop it. */
export async function listReadings(tx: Tx, grantId: GrantId) {
  return tx<{ categories: bigint; day: string }[]>`
    select categories, to_char(day, 'YYYY-MM-DD') as day from already_out(${grantId}, ${networkZone()})`;
}
