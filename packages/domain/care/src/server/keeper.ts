import { findCustody } from '@accord/cases/server';
import { enterOwnCase } from '@accord/consent/server';
import { type AgencyId, type CaseId, notFound, type StaffActor } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import { findLead } from './care.queries.ts';

/** Where something is kept: in which case, and by whom. */
export interface Kept {
  caseId: CaseId;
  owner: AgencyId;
}

/** A worker writes for their own agency. NOT_FOUND for who does not write in this case. */
export async function keptByWorker(tx: Tx, actor: StaffActor, caseId: CaseId): Promise<Kept> {
  const { writes } = await findCustody(tx, caseId, actor.agencyId);
  if (!writes) throw notFound('no such case for this writer');
  return { caseId, owner: actor.agencyId };
}

/** What the young person writes is kept by the agency that leads their case: that is what they see of it. */
export async function keptForYoung(tx: Tx): Promise<Kept> {
  const caseId = await enterOwnCase(tx);
  const owner = caseId && (await findLead(tx, caseId));
  if (!owner) throw notFound('no own case');
  return { caseId, owner };
}
