import type { GrantId } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import { CATEGORIES, maskOf, type Stopped } from '../contract/index.ts';
import { listReadings } from './already-out.queries.ts';

/** Which of these kinds the recipient of a permission has read under it, each with its days. No text, and no reader. */
export async function listOut(tx: Tx, grantId: GrantId, kinds: bigint): Promise<Stopped['out']> {
  const readings = await listReadings(tx, grantId);
  return CATEGORIES.flatMap(({ code }) => {
    const bit = maskOf([code]) & kinds;
    const days = readings.filter(({ categories }) => (categories & bit) !== 0n).map(({ day }) => day);
    return days.length > 0 ? [{ kind: code, days }] : [];
  });
}
