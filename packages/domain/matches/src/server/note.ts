import { maskOf } from '@accord/consent';
import type { CaseId, StaffActor } from '@accord/kernel';
import type { LedgerAction } from '@accord/ledger';
import { record, type Speaker } from '@accord/ledger/server';
import type { Tx } from '@accord/rpc';

/** What a question is about. No text of it is shown to anybody. */
const ABOUT = maskOf(['id-core']);

/** The line that the young person reads of it. */
export function note(
  tx: Tx,
  speaker: Speaker & { actor: StaffActor },
  action: LedgerAction,
  caseId: CaseId,
): Promise<void> {
  return record(tx, speaker, action, caseId, [
    { ownerAgency: speaker.actor.agencyId, categoryMask: ABOUT, items: [] },
  ]);
}
