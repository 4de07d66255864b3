import type { Tx } from '@accord/db';
import type { CaseId, GrantId } from '@accord/kernel';
import type { Mark, MarkId } from '../../contract/index.ts';

/** Marks a permission or a stop; true when that closed something now. */
export async function markChoice(
  tx: Tx,
  markId: MarkId,
  grantId: GrantId,
  pauseId: string,
): Promise<boolean> {
  const [row] = await tx<{ closes: boolean }[]>`
    select mark_choice(${markId}, ${grantId}, ${pauseId}) as closes`;
  return row?.closes ?? false;
}

/** Writes down what the young person said; true when that stopped something now. */
export async function settleMark(
  tx: Tx,
  markId: MarkId,
  outcome: string,
  revocationId: string,
): Promise<boolean> {
  const [row] = await tx<{ stops: boolean }[]>`
    select settle_mark(${markId}, ${outcome}, ${revocationId}) as stops`;
  return row?.stops ?? false;
}

export interface MarkRow {
  markId: MarkId;
  grantId: GrantId;
  about: Mark['about'];
  markedBy: string | null;
  markedAt: string;
  outcome: 'own-choice' | 'not-own-choice' | null;
  settledBy: string | null;
  settledAt: string | null;
}

/** The marks of the case in scope, newest first, as their row policy gives them. */
export async function listMarks(tx: Tx, caseId: CaseId): Promise<MarkRow[]> {
  return tx<MarkRow[]>`
    select m.id as "markId", m.grant_id as "grantId", m.about, w.name as "markedBy", m.marked_at as "markedAt",
      m.outcome, s.name as "settledBy", m.settled_at as "settledAt"
    from coercion_mark m
    left join staff w on m.marked_from = 'staff' and w.id = m.marked_by
    left join staff s on s.id = m.settled_by
    where m.case_id = ${caseId} order by m.marked_at desc, m.id desc`;
}
