import { type Actor, ANONYMOUS, type Purpose } from '@accord/kernel';
import type { TextName, World } from './world.ts';

/** One way of standing to Robin's case. */
export interface Relation {
  key: string;
  /** As the matrix says it. */
  who: string;
  actor: Actor;
  purpose: Purpose;
  /** The texts that this person may ever meet, by any procedure. Said here by hand, so that no file can hide a leak. */
  mayRead: readonly TextName[];
}

const CASE_TEXTS = [
  'name',
  'contact',
  'goal',
  'step',
  'card',
  'wish',
  'worry',
  'record',
  'visit',
  'date',
  'reason',
  'need',
  'evidence',
  'meeting',
  'judge',
] as const;

export function relationsOf({ people }: World): Relation[] {
  const staff = (key: string, who: string, actor: Actor, mayRead: readonly TextName[] = []): Relation => ({
    key,
    who,
    actor,
    purpose: 'care-plan-coordination',
    mayRead,
  });
  const youth = (key: string, who: string, actor: Actor, mayRead: readonly TextName[]): Relation => ({
    ...staff(key, who, actor, mayRead),
    purpose: 'self-access',
  });
  const plan = ['goal', 'step', 'wish'] as const;
  return withProtocols([
    staff('assigned', 'Assigned worker', people.dana, [...CASE_TEXTS, 'said', 'unsaid']),
    staff('cover', 'Covers for the worker', people.cora, CASE_TEXTS),
    staff('supervisor', 'Supervises the worker', people.stan, CASE_TEXTS),
    staff('colleague', 'Same agency, not on the case', people.olga),
    staff('on-call', 'Same agency, on call, not on the case', people.otto),
    staff('named', 'Named in a permission: plan, appointments', people.ortiz, [...plan, 'visit', 'date']),
    {
      ...staff('other-purpose', 'The same, reading for an investigation', people.ortiz),
      purpose: 'investigation',
    },
    staff('named-colleague', 'Works beside someone named in a permission', people.pete),
    staff('writes', 'Named: plan, and may add notes', people.sosa, [...plan, 'therapy']),
    staff('agency', 'Agency named: plan, referrals; on the case there', people.ari, [...plan, 'reason']),
    staff('agency-unassigned', 'The same agency, not on the case there', people.abe),
    staff('court-order', 'Under a court order: child welfare notes', people.judd, ['record']),
    staff('knows', 'Law on teams: plan; knows of child welfare notes', people.kim, plan),
    staff('paused', 'Permission paused', people.pia),
    staff('announced', 'New in a post that was named; not answered', people.rae),
    staff('expired', 'Permission ended by its date', people.eve),
    staff('revoked', 'Permission stopped', people.rob),
    staff('narrowed', 'Permission narrowed to appointments', people.nan, ['visit', 'date']),
    staff('restricted', 'Named: plan, appointments; may never see the plan', people.ray, ['visit', 'date']),
    staff('other-agency', 'Another agency, never named', people.nia),
    staff('blocked-worker', 'May never see; assigned all the same', people.bram),
    staff('blocked-named', 'May never see; named all the same', people.bo),
    staff('former-worker', 'Left the agency; was assigned', people.fay),
    staff('former-named', 'Left an agency; was named', people.finn),
    youth('own', 'The young person', people.robin, [
      ...CASE_TEXTS.filter((text) => !['record', 'evidence', 'worry', 'judge'].includes(text)),
      'said',
      'unsaid',
    ]),
    youth('other-youth', 'Another young person', people.sam, ['otherName', 'otherGoal']),
    staff('guest', 'Guest with a link', { kind: 'guest', linkId: 'f00d' }),
    staff('advisor', 'Survivor advisor', people.advisor),
    staff('nobody', 'Not signed in', ANONYMOUS),
  ]);
}

/** Protocols are read by all present staff of the network and by the advisors, whatever case is theirs. */
function withProtocols(relations: readonly Relation[]): Relation[] {
  return relations.map((relation) => {
    const { key, actor, mayRead } = relation;
    const reads = actor.kind === 'advisor' || (actor.kind === 'staff' && !LEFT.includes(key));
    return reads ? { ...relation, mayRead: [...mayRead, 'protocol'] } : relation;
  });
}

/** Staff for whom this case is the same as one that does not exist. */
export const SHUT_OUT = [
  'colleague',
  'on-call',
  'other-purpose',
  'named-colleague',
  'agency-unassigned',
  'paused',
  'announced',
  'expired',
  'revoked',
  'other-agency',
  'blocked-worker',
  'blocked-named',
];

/** Nobody can be signed in as one of these; should somebody be, the floor knows that they left. */
export const LEFT = ['former-worker', 'former-named'];

/** Callers who are neither staff nor a young person. */
export const OUTSIDE = ['guest', 'advisor', 'nobody'];

export function relationOf(world: World, key: string): Relation {
  const found = relationsOf(world).find((relation) => relation.key === key);
  if (!found) throw new RangeError(`no relation ${key}`);
  return found;
}
