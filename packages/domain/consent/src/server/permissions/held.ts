import type { AgencyId, CaseId } from '@accord/kernel';
import type { Tx } from '@accord/rpc';
import { codesOf, type LawLine, maskOf } from '../../contract/index.ts';
import * as q from '../consent.queries.ts';
import { readLaw } from '../law/read.ts';

/** A permission in force that names kinds which the law keeps closed: for whom, and what is missing. */
export interface HeldPaper {
  grant: q.GrantRow;
  law: LawLine[];
}

/** What the law holds closed now in the permissions of one agency. Codes only: no text is read. */
export async function listHeld(tx: Tx, caseId: CaseId, agencyId: AgencyId): Promise<HeldPaper[]> {
  const grants = (await q.listGrants(tx, caseId)).filter(
    ({ discloser, status, over }) => discloser === agencyId && status === 'active' && !over,
  );
  const law = await readLaw(tx, caseId, grants);
  return grants.flatMap((grant) => {
    const left = grant.categories & ~grant.stopped;
    const lines = law.missing(grant).filter(({ kind }) => (left & maskOf([kind])) !== 0n);
    return lines.length > 0 ? [{ grant, law: lines }] : [];
  });
}

/** The kinds that any of these papers names in vain. */
export const kindsHeld = (papers: readonly HeldPaper[]) =>
  codesOf(papers.reduce((mask, { law }) => mask | maskOf(law.map(({ kind }) => kind)), 0n));
