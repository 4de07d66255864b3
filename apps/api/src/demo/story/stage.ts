import type { Database } from '@accord/db';
import type { AgencyId, CaseId, GrantId, ItemId, YoungPersonId } from '@accord/kernel';
import type { Vault } from '@accord/vault';
import { callerFor } from '../caller.ts';
import type { People } from '../network.ts';
import type { AgencyKey, PersonKey, Referral, Share, Step, YoungPerson } from '../world/index.ts';

export interface Stage {
  database: Database;
  vault: Vault;
  people: People;
  agencies: Record<AgencyKey, AgencyId>;
  now: Date;
}

/** What was told of one young person, with what the owner gives its dates to afterwards. */
export interface Told {
  young: YoungPerson;
  caseId: CaseId;
  youngPersonId: YoungPersonId;
  /** Items that did not happen on the day on which the case opened. */
  items: { itemId: ItemId; ago: number }[];
  /** Steps that somebody is to do, or by a day. */
  planned: { stepId: ItemId; step: Step }[];
  /** What the services said to the referrals. */
  answers: ({ itemId: ItemId } & Pick<Referral, 'answers' | 'answeredAgo'>)[];
  grants: { grantId: GrantId; share: Share }[];
}

/** The product's own procedures, as one person of the demo. */
export function as({ database, vault, people }: Stage, who: PersonKey) {
  return callerFor(database, vault, people[who]);
}
