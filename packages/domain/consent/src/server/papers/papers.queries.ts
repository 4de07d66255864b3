import type { Tx } from '@accord/db';
import type { CaseId, GrantId, Language } from '@accord/kernel';
import type { PaperFacts } from '../../contract/index.ts';

interface PaperRow extends PaperFacts {
  /** SHA-256 over its words, in hex. */
  digest: string | null;
  grantId: GrantId;
  language: Language;
  /** Null where the agency has no text. */
  title: string | null;
  version: number | null;
  /** Its agency has no newer words. */
  isCurrent: boolean;
}

/** The papers of the case's permissions, to whoever may read the permissions. */
export async function listPapers(tx: Tx, caseId: CaseId): Promise<PaperRow[]> {
  return tx<PaperRow[]>`
    select grant_id as "grantId", language, title, version, is_published as "isPublished", is_signed as "isSigned",
      is_translated as "isTranslated", reader, is_current as "isCurrent", digest
    from papers(${caseId}) left join paper_digests(${caseId}) using (grant_id)`;
}

export async function listPaperText(
  tx: Tx,
  grantId: GrantId,
): Promise<{ number: number; heading: string; body: string }[]> {
  return tx<{ number: number; heading: string; body: string }[]>`
    select number, heading, body from paper_text(${grantId})`;
}

export async function listPaperSigners(tx: Tx, grantId: GrantId): Promise<string[]> {
  const rows = await tx<{ name: string }[]>`select name from paper_signers(${grantId})`;
  return rows.map(({ name }) => name);
}

/** True where the people of this network are made up. */
export async function isDemo(tx: Tx): Promise<boolean> {
  const [row] = await tx<{ is: boolean }[]>`select is_demo() as is`;
  return row?.is ?? false;
}
