import type { CategoryCode } from '@accord/consent';
import type { Purpose } from '@accord/kernel';
import type { AgencyKey } from './agencies.ts';
import type { PersonKey } from './people.ts';

/**
 * One young person of the demo and their case, as the storyteller tells it. Nothing here tells of harm. Every date is
 * a number of days before or after today.
 */
export interface YoungPerson {
  codeName: string;
  name: string;
  age: number;
  /** Days until the next birthday; about a year minus a week unless it is near. */
  birthdayIn?: number;
  pronouns: string;
  language: string;
  safeContact: string;
  /** When they last said that this way is safe, in days ago; the day the case opened unless it is older. */
  contactFrom?: number;
  /** Who leads the case, for their agency. */
  lead: PersonKey;
  /** Days ago; today when left out. */
  opened?: number;
  goals: readonly Goal[];
  notes: readonly Note[];
  referrals?: readonly Referral[];
  shares?: readonly Share[];
  /** People of an agency that is on the case, beside the one who leads. */
  colleagues?: readonly Colleague[];
  courtOrder?: CourtOrder;
  /** Whoever works there never sees these kinds, whatever a permission says. */
  restriction?: { agency: AgencyKey; kinds: readonly CategoryCode[] };
  hold?: { by: PersonKey; reason: 'court-case' | 'records-request' | 'review'; since: number };
  /** Who opened the page: lines of "Who looked". */
  lookedAtBy?: readonly PersonKey[];
}

interface Goal {
  ownWords: string;
  adultWords?: string;
  steps: readonly Step[];
}

interface Step {
  text: string;
  done?: boolean;
  /** Someone of another agency, who may write. */
  by?: PersonKey;
}

interface Note {
  facts: string;
  view?: string;
  ownWords?: string;
  kind: CategoryCode;
  /** Someone of another agency, who may write. */
  by?: PersonKey;
  ago?: number;
}

interface Referral {
  service: string;
  reason: string;
  ago?: number;
  /** Said no by the service, with the reason: told once the product can decline. */
  declined?: string;
}

export interface Share {
  to: PersonKey | { agency: AgencyKey };
  /** Someone of another agency on the case, who shares what is their own. */
  from?: PersonKey;
  kinds: readonly CategoryCode[];
  purpose?: Purpose;
  need: string;
  mayWrite?: boolean;
  /** Signed so many days ago. */
  ago?: number;
  /** Days until it ends; 90 when left out. */
  days?: number;
  /** What became of it. `ended`: so many days ago. */
  outcome?: 'draft' | 'stopped' | { narrowedBy: readonly CategoryCode[] } | { ended: number };
}

interface Colleague {
  who: PersonKey;
  as: 'cover' | 'supervision' | 'assigned';
  /** Cover ends. */
  days?: number;
}

/** What a court let somebody see, until when. */
interface CourtOrder {
  to: PersonKey;
  kinds: readonly CategoryCode[];
  purposes: readonly Purpose[];
  days: number;
}
