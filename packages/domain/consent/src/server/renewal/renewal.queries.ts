import type { Tx } from '@accord/db';
import type { CaseId, GrantId } from '@accord/kernel';

/** Ends the old one, which the new one takes the place of. */
export async function replaceGrant(tx: Tx, before: GrantId, after: GrantId): Promise<void> {
  await tx`select replace_grant(${before}, ${after})`;
}

export async function declineRenewal(tx: Tx, grantId: GrantId): Promise<void> {
  await tx`select decline_renewal(${grantId})`;
}

export async function getCodeName(tx: Tx, caseId: CaseId): Promise<string> {
  const [row] = await tx<{ codeName: string }[]>`
    select code_name as "codeName" from case_file where id = ${caseId}`;
  return row?.codeName ?? '';
}
