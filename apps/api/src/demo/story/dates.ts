import type { asOwner } from '@accord/db';
import type { CaseId, ItemId } from '@accord/kernel';
import type { Told } from './stage.ts';

type Sql = Parameters<Parameters<typeof asOwner>[1]>[0];

/**
 * Puts what was told a moment ago on the days on which it happened. Dates are set in the rows, by the owner; no
 * clock of the product can be.
 */
export async function setDates(sql: Sql, stories: readonly Told[]): Promise<void> {
  for (const told of stories) {
    if (told.young.opened === undefined) continue;
    await setCaseDates(sql, told, told.young.opened);
    await setItemDates(sql, told);
    await setAnswerDates(sql, told);
  }
  for (const told of stories) await setGrantDates(sql, told);
}

/** The case and everything in it, from the day on which it opened. */
async function setCaseDates(sql: Sql, { caseId, young }: Told, opened: number) {
  const ago = sql`now() - ${opened} * interval '1 day'`;
  await sql`update case_file set opened_at = ${ago} where id = ${caseId}`;
  await sql`update effective_access set opened_at = ${ago}, valid_from = ${ago}
    where case_id = ${caseId} and basis_kind <> 'consent'`;
  await sql`update assignment set valid_from = ${ago} where case_id = ${caseId}`;
  await moveItems(sql, { caseId, days: opened });
  if (young.contactFrom !== undefined) {
    await moveItems(sql, { caseId, days: young.contactFrom, kind: 'profile' });
  }
}

async function setItemDates(sql: Sql, { caseId, items }: Told) {
  for (const { itemId, ago } of items) {
    await moveItems(sql, { caseId, days: ago, itemId });
  }
}

/** When the services answered. */
async function setAnswerDates(sql: Sql, { caseId, answers }: Told) {
  for (const { itemId, answeredAgo } of answers) {
    if (answeredAgo === undefined) continue;
    await sql`update case_item set state_at = now() - ${answeredAgo} * interval '1 day'
      where case_id = ${caseId} and id = ${itemId}`;
  }
}

interface Move {
  caseId: CaseId;
  days: number;
  itemId?: ItemId;
  kind?: string;
}

/** An item and its bodies carry the same time. Two of one day keep their order. */
async function moveItems(sql: Sql, { caseId, days, itemId, kind }: Move) {
  await sql`with moved as (
      update case_item set occurred_at = created_at - ${days} * interval '1 day'
      where case_id = ${caseId} and id = coalesce(${itemId ?? null}::uuid, id)
        and kind = coalesce(${kind ?? null}, kind)
      returning case_id, id, occurred_at
    )
    update case_item_body b set occurred_at = m.occurred_at
    from moved m where b.case_id = m.case_id and b.item_id = m.id`;
}

async function setGrantDates(sql: Sql, { caseId, grants }: Told) {
  for (const { grantId, share } of grants) {
    if (share.ago === undefined) continue;
    const signed = sql`now() - ${share.ago} * interval '1 day'`;
    await sql`update consent_grant set prepared_at = ${signed}, valid_from = ${signed} where id = ${grantId}`;
    await sql`update consent_signature set signed_at = ${signed} where grant_id = ${grantId}`;
    await sql`update consent_revocation set received_at = now() - ${Math.ceil(share.ago / 2)} * interval '1 day'
      where grant_id = ${grantId}`;
    await sql`update effective_access set valid_from = ${signed} where basis_id = ${grantId}`;
    if (typeof share.outcome === 'object' && 'ended' in share.outcome) {
      const ended = sql`now() - ${share.outcome.ended} * interval '1 day'`;
      await sql`update consent_grant set valid_to = ${ended} where id = ${grantId}`;
      await sql`update effective_access set valid_to = ${ended} where case_id = ${caseId} and basis_id = ${grantId}`;
      // A wrap is bound to its end: the one of a later end opens nothing any more, and goes.
      await sql`delete from key_wrap where basis_id = ${grantId}`;
    }
  }
}
