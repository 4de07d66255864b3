import type { GrantId } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import { CATEGORIES, maskOf, type Stopped } from '../../contract/index.ts';
import { listReadBefore } from '../posts/posts.queries.ts';
import { listReadings, type Reading } from './already-out.queries.ts';

/** Which of these kinds the recipient has read under these permissions, each with its days. No text, and no reader. */
export async function listOut(tx: Tx, grantIds: readonly GrantId[], kinds: bigint): Promise<Stopped['out']> {
  const readings: Reading[] = [];
  for (const grantId of grantIds)
    readings.push(...(await listReadings(tx, grantId)), ...(await listReadBefore(tx, grantId)));
  return CATEGORIES.flatMap(({ code }) => {
    const bit = maskOf([code]) & kinds;
    const days = [
      ...new Set(readings.flatMap(({ categories, day }) => ((categories & bit) !== 0n ? [day] : []))),
    ].toSorted();
    return days.length > 0 ? [{ kind: code, days }] : [];
  });
}
