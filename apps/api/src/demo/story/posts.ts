import type { asOwner } from '@accord/db';
import type { GrantId } from '@accord/kernel';
import { dayFrom } from './days.ts';
import { as, type Stage, type Told } from './stage.ts';

type Sql = Parameters<Parameters<typeof asOwner>[1]>[0];

/** Luz shares her dates with whoever is the sports nurse: that was Tom, is Nadia since this week, and Luz is to say. */
const STORY = {
  of: 'Wren',
  post: 'Sports nurse',
  lead: 'renee',
  supervisor: 'reyes',
  was: 'tom',
  is: 'nadia',
  signedAgo: 40,
  days: 120,
} as const;

/** A post that somebody new is in, told through the product; only the day of the signature is the owner's. */
export async function tellPosts(stage: Stage, stories: readonly Told[], sql: Sql): Promise<void> {
  const told = stories.find(({ young }) => young.codeName === STORY.of);
  if (!told) throw new Error('the young person of the post is not in the demo');
  const { posts } = as(stage, STORY.supervisor);
  const { staffId } = stage.people[STORY.was];
  const { postId } = await posts.name({ name: STORY.post, staffId });
  const { consent } = as(stage, STORY.lead);
  const { grantId } = await consent.prepare({
    caseId: told.caseId,
    recipient: { kind: 'staff', staffId, postId },
    categories: ['appointments'],
    purpose: 'care-plan-coordination',
    endsOn: dayFrom(stage.now, STORY.days),
    need: 'So that check-ups do not fall on practice.',
    withoutSharing: 'No: they set the days of the check-ups.',
  });
  await consent.sign({
    caseId: told.caseId,
    grantId,
    signedName: told.young.name,
    method: 'typed',
    witnessName: 'A. Osei',
    understood: true,
    notACondition: true,
    copyGiven: true,
    initials: ['appointments'],
  });
  await moveBack(sql, grantId, STORY.signedAgo);
  await posts.hold({ postId, staffId: stage.people[STORY.is].staffId });
}

async function moveBack(sql: Sql, grantId: GrantId, days: number): Promise<void> {
  const signed = sql`now() - ${days} * interval '1 day'`;
  await sql`update consent_grant set prepared_at = ${signed}, valid_from = ${signed} where id = ${grantId}`;
  await sql`update consent_signature set signed_at = ${signed} where grant_id = ${grantId}`;
  await sql`update effective_access set valid_from = ${signed} where basis_id = ${grantId}`;
}
