import type { Tx } from '@accord/db';
import type { CaseId } from '@accord/kernel';

export interface AccountingRow {
  entry: string;
  how: string;
  at: string;
  name: string;
  title: string | null;
  agency: string;
  purpose: string;
  kinds: bigint;
  items: number;
  bases: unknown;
  notices: string[];
  policyVersion: string | null;
}

/** Disclosures of the reader's agency in a stretch of time, newest first; none for who does not answer for the case. */
export async function listDisclosures(
  tx: Tx,
  caseId: CaseId,
  { since, until }: { since: string; until: string },
  most: number,
): Promise<AccountingRow[]> {
  return tx<AccountingRow[]>`
    select entry, how, at, name, title, agency, purpose, kinds, items, bases, notices,
      policy_version as "policyVersion"
    from accounting(${caseId}, ${since}, ${until}, ${most})`;
}

/** So many years back from now. */
export async function getYears(tx: Tx, years: number): Promise<{ since: string; until: string }> {
  const [row] = await tx<{ since: string; until: string }[]>`
    select statement_timestamp() - make_interval(years => ${years}) as since, statement_timestamp() as until`;
  if (!row) throw new Error('the database gave no time');
  return row;
}
