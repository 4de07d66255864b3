import type { Tx } from '@accord/db';
import { type AgencyId, notFound, type Purpose, PURPOSES } from '@accord/kernel';
import type { DecisionCode, PolicyCaseId } from '../../contract/index.ts';

export interface OwnCaseRow {
  policyCaseId: PolicyCaseId;
  name: string;
  /** The case that comes with Accord from which its facts are. */
  start: string;
  kinds: bigint;
  purpose: Purpose;
  on: string;
  law: string | null;
  decision: DecisionCode;
  reason: string | null;
  madeBy: string;
  madeAt: string;
}

/** The reader's own agency's, the newest first; the row policy gives no other's. */
export async function listOwnCases(tx: Tx): Promise<OwnCaseRow[]> {
  return tx<OwnCaseRow[]>`
    select p.id as "policyCaseId", p.name, p.start, p.kinds, u.code as purpose, p.asked_on::text as "on", p.law, p.decision,
      p.reason, s.name as "madeBy", p.made_at as "madeAt"
    from policy_case p
    join purpose u on u.id = p.purpose
    join staff s on s.id = p.made_by
    order by p.made_at desc, p.id`;
}

export async function getTester(tx: Tx, agencyId: AgencyId): Promise<{ agency: string; maySet: boolean }> {
  const [row] = await tx<{ agency: string; maySet: boolean }[]>`
    select name as agency, supervises() as "maySet" from agency where id = ${agencyId}`;
  if (!row) throw notFound('no agency for this speaker');
  return row;
}

export interface NewCase {
  policyCaseId: PolicyCaseId;
  name: string;
  start: string;
  kinds: bigint;
  purpose: Purpose;
  on: string;
  law: string | null;
  decision: DecisionCode;
  reason: string | null;
}

export async function saveCase(tx: Tx, one: NewCase): Promise<void> {
  await tx`select save_policy_case(${one.policyCaseId}, ${one.name}, ${one.start}, ${one.kinds},
    ${PURPOSES[one.purpose]}::smallint, ${one.on}::date, ${one.law}, ${one.decision}, ${one.reason})`;
}

export async function removeCase(tx: Tx, policyCaseId: PolicyCaseId): Promise<void> {
  await tx`select remove_policy_case(${policyCaseId})`;
}
