import { moveScope, type Tx } from '@accord/db';
import {
  type AgencyId,
  type CaseId,
  type GrantId,
  notFound,
  type PostId,
  type StaffId,
} from '@accord/kernel';
import type { IntroductionAnswer, WaitingPost } from '../../contract/index.ts';
import type { Reading } from '../stopping/already-out.queries.ts';
import { networkZone } from '../zone.ts';

export interface PostRow {
  postId: PostId;
  name: string;
  staffId: StaffId | null;
  holder: string | null;
  title: string | null;
  sinceOn: string | null;
}

export async function listPosts(tx: Tx, agencyId: AgencyId): Promise<PostRow[]> {
  return tx<PostRow[]>`
    select p.id as "postId", p.name, s.id as "staffId", s.name as holder, s.title,
      to_char(h.valid_from at time zone ${networkZone()}, 'YYYY-MM-DD') as "sinceOn"
    from post p
    left join post_holder h on h.post_id = p.id and h.valid_to = 'infinity'
    left join staff s on s.id = h.staff_id and s.agency_id = p.agency_id
      and (s.ended_at is null or s.ended_at > statement_timestamp())
    where p.agency_id = ${agencyId}
    order by p.name`;
}

export async function getOwnPlace(tx: Tx, agencyId: AgencyId): Promise<{ agency: string; maySet: boolean }> {
  const [row] = await tx<{ agency: string; maySet: boolean }[]>`
    select name as agency, supervises() as "maySet" from agency where id = ${agencyId}`;
  if (!row) throw notFound('no agency of this speaker');
  return row;
}

export async function namePost(tx: Tx, postId: PostId, name: string, staffId: StaffId): Promise<void> {
  await tx`select name_post(${postId}, ${name}, ${staffId})`;
}

export interface Carried {
  caseId: CaseId;
  owner: AgencyId;
  mask: bigint;
}

/** Says who holds a post, and answers what was carried to them: of cases that the speaker may know nothing of. */
export async function holdPost(tx: Tx, postId: PostId, staffId: StaffId | null): Promise<Carried[]> {
  return tx<Carried[]>`
    select case_id as "caseId", owner_agency as owner, mask from hold_post(${postId}, ${staffId})`;
}

/** From here on the transaction is about these cases too: their lines in the ledger are written in it. */
export const enterCases = (tx: Tx, caseIds: readonly CaseId[]) => moveScope(tx, [...caseIds]);

/** Writes an answer down; true where the permission is to be opened now. */
export async function answerIntroduction(
  tx: Tx,
  grantId: GrantId,
  answer: IntroductionAnswer,
  told: string,
): Promise<boolean> {
  const [row] = await tx<{ opens: boolean }[]>`
    select answer_introduction(${grantId}, ${answer}, ${told}) as opens`;
  return row?.opens ?? false;
}

/** Posts of the cases in scope that wait for a word, or for somebody. */
export async function listWaitingPosts(tx: Tx): Promise<WaitingPost[]> {
  return tx<WaitingPost[]>`
    select w.id as "grantId", w.case_id as "caseId", w.code_name as "codeName", w.post, w.agency, w.name, w.title,
      to_char(w.since at time zone ${networkZone()}, 'YYYY-MM-DD') as "sinceOn", w.may_answer as "mayAnswer"
    from waiting_posts() w`;
}

/** What whoever held the post before has read, where a permission was carried on. */
export async function listReadBefore(tx: Tx, grantId: GrantId): Promise<Reading[]> {
  return tx<Reading[]>`
    select categories, to_char(day, 'YYYY-MM-DD') as day from out_before(${grantId}, ${networkZone()})`;
}
