import type { CategoryCode, DomainCode, DutyEvent, EMERGENCIES, Need, Relation } from '@accord/consent';
import type { DeclineReason, ReferralMove } from '@accord/referrals';
import type { CardPart, Rating, ServiceFamily, ToldTopic } from '@accord/cases';
import type { Purpose } from '@accord/kernel';
import type { GuestRole } from '@accord/meetings';
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
  /** Who may sign beside them; the first who may is asked wherever the law asks for it. */
  adults?: readonly Adult[];
  /** Who leads the case, for their agency. */
  lead: PersonKey;
  /** Days ago; today when left out. */
  opened?: number;
  /** Strengths and needs by their entry in the catalogue; a goal may be toward one of these needs. */
  parts?: readonly Part[];
  goals: readonly Goal[];
  /** What helps them, and what they told once: written down with them by whoever leads. */
  card?: CardWords;
  told?: { holder: AgencyKey; topics: readonly ToldTopic[]; again?: number };
  /** The plan was sent to be signed by whoever leads; who supervises has signed it. */
  planSignedBy?: PersonKey;
  notes: readonly Note[];
  referrals?: readonly Referral[];
  appointments?: readonly Appointment[];
  /** A team meeting that was called, with what they want said in it and what not. */
  meeting?: Meeting;
  shares?: readonly Share[];
  asks?: readonly Ask[];
  /** People of an agency that is on the case, beside the one who leads. */
  colleagues?: readonly Colleague[];
  courtOrder?: CourtOrder;
  /** Something had to be known at once: who was told what, who agreed, and whether somebody has looked at it since. */
  emergency?: {
    to: PersonKey;
    kinds: readonly CategoryCode[];
    nature: (typeof EMERGENCIES)[number];
    agreedBy: PersonKey;
    reviewedBy?: PersonKey;
    hoursAgo: number;
  };
  /** Papers and duties of the register, with the hours since the agency had them, and the number that closed them. */
  duties?: readonly (
    | { is: DutyEvent; hoursAgo: number; confirmations?: readonly string[] }
    | { is: 'subpoena'; number: string; hoursAgo: number; days: number }
  )[];
  /** A law on case teams lets somebody know that there is something of these kinds, and see none of it. */
  teamLaw?: { to: PersonKey; kinds: readonly CategoryCode[]; section: string; days: number };
  /** Whoever works there never sees these kinds, whatever a permission says. */
  restriction?: { agency: AgencyKey; kinds: readonly CategoryCode[] };
  hold?: { by: PersonKey; reason: 'court-case' | 'records-request' | 'review'; since: number };
  /** A request for records by their order: a package that waits for a second person. */
  records?: { preparedBy: PersonKey; number: string; receivedAgo: number; dueIn: number };
  /** All of it is due, and somebody asked to erase it; a second person has not answered. */
  erasure?: { askedBy: PersonKey };
  /** Who opened the page: lines of "Who looked". */
  lookedAtBy?: readonly PersonKey[];
}

/** Somebody with authority over them. `safe`: they agreed that this person is asked. `not-to-sign`: they did not. */
interface Adult {
  relation: Relation;
  domains: readonly DomainCode[];
  evidence: 'birth-record' | 'court-order' | 'placement';
  is: 'safe' | 'unasked' | 'not-to-sign';
  /** Days until the order or placement ends. */
  days?: number;
}

type CardWords = { readonly [part in CardPart]?: string };

/** A part of the plan. `was`: what stood there before it was worded anew. */
export interface Part {
  entry: string;
  ownWords: string;
  adultWords?: string;
  rating?: Rating;
  was?: { ownWords: string; rating: Rating };
}

export interface Goal {
  /** The entry of the need that it is toward, and the kind of help that it asks for. */
  toward?: { entry: string; family: ServiceFamily };
  ownWords: string;
  adultWords?: string;
  steps: readonly Step[];
}

export interface Step {
  text: string;
  done?: boolean;
  /** Someone of another agency, who may write. */
  by?: PersonKey;
  /** Who is to do it, once they see it. */
  doer?: PersonKey | 'young-person';
  /** In so many days. */
  dueIn?: number;
}

/** A date that is coming: in so many days, at this hour (UTC). */
interface Appointment {
  what: string;
  place?: string;
  in: number;
  hour: number;
}

interface Meeting extends Appointment {
  invited: readonly PersonKey[];
  /** Without an account; `from`: the agency that they come for, where it is known. */
  guests: readonly { role: GuestRole; name: string; from?: AgencyKey }[];
  say: string;
  notSay: string;
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

export interface Referral {
  service: string;
  reason: string;
  ago?: number;
  /** What the service said since, in order; by one of its own people, or by phone to whoever leads. */
  answers?: readonly Answer[];
  /** When the last of it was said, in days ago. */
  answeredAgo?: number;
}

interface Answer {
  move: ReferralMove;
  reason?: DeclineReason;
  by?: PersonKey;
}

/** Somebody who would like to see one more kind. Nobody has answered yet. */
interface Ask {
  by: PersonKey;
  kind: CategoryCode;
  need: Need;
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
  /** Signed now for the time after they come of age. */
  fromMajority?: boolean;
  /** What became of it. `ended`: so many days ago. */
  outcome?: 'draft' | 'stopped' | 'paused' | { narrowedBy: readonly CategoryCode[] } | { ended: number };
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
  number: string;
  /** Days since it was issued. */
  ago: number;
  days: number;
}
