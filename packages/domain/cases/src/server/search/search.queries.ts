import type { Tx } from '@accord/db';
import type { AgencyId, CaseId, ItemId } from '@accord/kernel';

/** Nothing happens where they stand already. Throws NOT_FOUND for whoever does not see that version of the profile. */
export async function keepSearchTokens(
  tx: Tx,
  profile: { caseId: CaseId; itemId: ItemId; bodyVersion: number },
  tokens: readonly Buffer[],
): Promise<void> {
  await tx`select keep_search_tokens(${profile.caseId}, ${profile.itemId}, ${profile.bodyVersion}, ${tx.array([...tokens], 17)}::bytea[])`;
}

/** A word stands for the beginning of a word of the code name; each token for a whole word of a name, or a day. */
export interface Sought {
  word: string | null;
  tokens: readonly Buffer[];
}

/** The cases of the scope in which everything that is sought is found: newest first. */
export async function findCases(
  tx: Tx,
  agencyId: AgencyId,
  sought: readonly Sought[],
  most: number,
): Promise<CaseId[]> {
  const fits = sought.map(
    ({ word, tokens }) => tx`(
      exists (
        select from regexp_split_to_table(lower(f.code_name), '\\s+') c where starts_with(c, ${word}::text)
      ) or exists (
        select from search_token t
        where t.agency_id = ${agencyId} and t.token = any (${tx.array([...tokens], 17)}::bytea[]) and t.case_id = f.id
      )
    )`,
  );
  const rows = await tx<{ caseId: CaseId }[]>`
    select f.id as "caseId" from case_file f
    where true ${fits.map((fit) => tx`and ${fit}`)}
    order by f.opened_at desc, f.id limit ${most}`;
  return rows.map(({ caseId }) => caseId);
}
