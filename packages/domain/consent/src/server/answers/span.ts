import type { AgencyId, CaseId, Purpose, StaffId } from '@accord/kernel';
import {
  type AnswerSpan,
  covers,
  decide,
  explainToOfficer,
  type ItemFacts,
  type TraceLine,
  within,
} from '../../contract/index.ts';
import { factsThen } from './facts-then.ts';
import type { Recorded } from './recorded.ts';

/** What is asked about at each instant of a day. */
export interface Question {
  caseId: CaseId;
  owner: AgencyId;
  staffId: StaffId;
  purpose: Purpose;
  item: AskedItem;
}

export interface AskedItem {
  mask: bigint;
  /** Null: anything of these kinds that was written at the instant itself. */
  written: { occurredAt: number; createdAt: number } | null;
}

export type Said = Omit<AnswerSpan, 'from' | 'to'>;

/**
 * What could have been seen at one instant, from what was recorded then: the rule by its facts, and the row that the
 * database had to hold beside it. Both had to open it.
 */
export function saidThen(then: Recorded, question: Question): Said {
  const { caseId, owner, staffId, purpose } = question;
  const { facts, policy } = factsThen(then, caseId, owner);
  const item: ItemFacts = {
    caseId,
    owner,
    mask: question.item.mask,
    occurredAt: question.item.written?.occurredAt ?? then.at,
  };
  // what nobody had written yet was nobody's to see
  const isThere = (question.item.written?.createdAt ?? then.at) <= then.at;
  const agencyId = agencyThen(then, staffId);
  const decision = decide(
    {
      caseId,
      items: isThere ? [item] : [],
      reader: agencyId ? { kind: 'staff', staffId, agencyId } : { kind: 'anonymous' },
      purposes: [purpose],
      action: 'view',
      at: then.at,
    },
    facts,
    policy,
  );
  const explained = explainToOfficer(decision);
  const isPermitted = decision.decision === 'permit';
  const wasOpen = isThere && agencyId !== null && floorOpened(then, { staffId, agencyId, purpose, item });
  return {
    open: isPermitted && wasOpen,
    reason: decision.reason,
    differs: isPermitted !== wasOpen,
    policyVersion: policy.state && `${policy.state.state} ${policy.version}`,
    firstFailing: explained.firstFailing && lineOf(explained.firstFailing),
    cures: isPermitted ? [] : [...explained.cures],
    consents: explained.consents.flatMap((id) =>
      then.grants.filter(({ grantId }) => grantId === id).map(({ grantId }) => grantId),
    ),
    trace: decision.trace.map(lineOf),
  };
}

/** Where somebody worked; null for nowhere, and for two places at once. */
function agencyThen({ employments, at }: Recorded, staffId: StaffId): AgencyId | null {
  const [job, other] = employments.filter((each) => each.staffId === staffId && within(each, at));
  return job && !other ? job.agencyId : null;
}

const lineOf = ({ step, basis, rule, outcome }: TraceLine) => ({ step, basis, rule, outcome });

/** True when one row of the projection of then opened it all by itself, and no restriction took of it. */
function floorOpened(
  { rows, denials, assignments, at }: Recorded,
  {
    staffId,
    agencyId,
    purpose,
    item,
  }: { staffId: StaffId; agencyId: AgencyId; purpose: Purpose; item: ItemFacts },
): boolean {
  const denied = denials
    .filter((each) => (each.target === staffId || each.target === agencyId) && within(each, at))
    .reduce((all, { mask }) => all | mask, 0n);
  const isAssigned = assignments.some((each) => each.staffId === staffId && within(each, at));
  return rows.some(
    (row) =>
      row.purpose === purpose &&
      (row.granteeKind === 'staff' ? row.granteeId === staffId : row.granteeId === agencyId && isAssigned) &&
      within({ from: row.validFrom, to: row.validTo }, at) &&
      within({ from: row.dataFrom, to: row.dataTo }, item.occurredAt) &&
      covers(row.see & ~denied, item.mask),
  );
}
