import type { Tx } from '@accord/db';
import type { CaseId } from '@accord/kernel';
import type { Invitees } from '../contract/index.ts';

/** Colleagues on the case, and people whom a basis of the speaker's own agency names and shows these kinds to now. */
export async function listInvitees(tx: Tx, caseId: CaseId, mask: bigint): Promise<Invitees['people']> {
  return tx<Invitees['people']>`
    select staff_id as "staffId", name, title, agency
    from possible_doers(${caseId}, ${mask}, statement_timestamp())`;
}
