import type { AgencyId, CaseId } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import { type CHANGES, maskOf, NEVER_BY_CONSENT_MASK, RENEW_DAYS } from '../../contract/index.ts';
import * as q from '../consent.queries.ts';
import { type Law, readLaw } from '../law/read.ts';
import { readPapers } from '../papers/paper.ts';
import { isLive } from '../stopping/stop-grants.ts';

const DAY = 86_400_000;

type Change = (typeof CHANGES)[number];

export interface Renewable {
  grant: q.GrantRow;
  /** Null: the young person's signature and marks alone would open again what is open now. */
  change: Change | null;
}

/** What an agency shares in a case and ends soon, the next first, each with what is no longer as it was. */
export async function listRenewable(tx: Tx, caseId: CaseId, agencyId: AgencyId): Promise<Renewable[]> {
  const shared = (await q.listGrants(tx, caseId)).filter(
    (grant) => grant.discloser === agencyId && isLive(grant),
  );
  const law = await readLaw(tx, caseId, shared);
  const papers = await readPapers(tx, caseId);
  const now = Date.parse(law.birth.readAt);
  const ending = shared
    .filter(
      ({ validFrom, endsAt }) => Date.parse(validFrom) <= now && Date.parse(endsAt) <= now + RENEW_DAYS * DAY,
    )
    .toSorted((one, other) => Date.parse(one.endsAt) - Date.parse(other.endsAt));
  const found: Renewable[] = [];
  for (const grant of ending) {
    const agency = await q.findRecipientAgency(tx, grant.recipientKind, grant.recipientId);
    const isSameText = papers.get(grant.grantId)?.isCurrent ?? false;
    found.push({ grant, change: agency === undefined ? 'left' : changeOf(grant, law, isSameText) });
  }
  return found;
}

export const leftOf = ({ categories, stopped }: q.GrantRow): bigint => categories & ~stopped;

function changeOf(grant: q.GrantRow, law: Law, isSameText: boolean): Change | null {
  const left = leftOf(grant);
  if (grant.waitsFor !== null) return 'post';
  if (grant.status === 'paused') return 'paused';
  if (grant.saidNo) return 'said-no';
  if (law.signaturesOf(grant.grantId).some(({ capacity }) => capacity !== 'young_person')) return 'adult';
  if ((left & (NEVER_BY_CONSENT_MASK | ~grant.shareable)) !== 0n) return 'terms';
  const held = law
    .missing({ ...grant, status: 'draft' })
    .some(({ kind, needs }) => needs !== 'initials' && (left & maskOf([kind])) !== 0n);
  if (held) return 'law';
  return isSameText ? null : 'paper';
}
