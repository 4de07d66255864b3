import type { Database } from '@accord/db';
import { listCasesAfter } from './vault.queries.ts';
import type { CaseId } from '@accord/kernel';
import type { Vault } from './vault.ts';

const KEYS = { kind: 'system', job: 'keys' } as const;
const PURPOSE = 'care-plan-coordination';
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const PAGE = 200;

/**
 * Shares what could not be shared when it was decided: text of this node's agencies that a basis opens and whose
 * key its holder lacks, because another agency's transaction made the basis or the holder had no key yet. Until
 * then it reads as being prepared. Goes through the cases by id, one short transaction each; it can be cut off
 * anywhere and run again.
 *
 * @param signal ends it after the transaction that is running.
 * @returns how many wraps it made.
 */
export async function shareMissing(database: Database, vault: Vault, signal?: AbortSignal): Promise<number> {
  let made = 0;
  let after = BEFORE_ALL;
  for (;;) {
    const from = after;
    const page = await database.withActor(KEYS, { purpose: PURPOSE }, (tx) => listCasesAfter(tx, from, PAGE));
    for (const { caseId, isMissing } of page) {
      if (signal?.aborted) return made;
      if (!isMissing) continue;
      made += await shareMissingIn(database, vault, caseId);
    }
    const last = page.at(-1);
    if (!last) return made;
    after = last.caseId;
  }
}

/** The same for one case, right after a change by somebody who holds none of its keys. */
export function shareMissingIn(database: Database, vault: Vault, caseId: CaseId): Promise<number> {
  return database.withActor(KEYS, { purpose: PURPOSE, cases: [caseId] }, (tx) => vault.share(tx, caseId));
}
