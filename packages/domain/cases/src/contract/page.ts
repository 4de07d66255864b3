import { Category, NOTICE_CODES } from '@accord/consent';
import { LedgerAction } from '@accord/ledger';
import { AgencyId, CaseId, ItemId, Purpose, StaffId } from '@accord/kernel';
import { z } from 'zod';
import { CardBody, ToldOnceBody } from './care.ts';
import {
  AppointmentBody,
  DecisionBody,
  GoalBody,
  MeetingBody,
  NeedBody,
  NoteBody,
  PartBody,
  ProfileBody,
  ReferralBody,
  StatementBody,
  StepBody,
} from './items.ts';
import { ReferralStanding } from './referral.ts';

/**
 * One item as one reader gets it. `content` is `open` with a body; `preparing` when the floor lets it through
 * and no key opens it yet; `closed` when the reader may know of it and may not see it.
 */
const item = <Kind extends string, Body extends z.ZodType, More extends z.ZodRawShape>(
  kind: Kind,
  body: Body,
  more: More,
) =>
  z.strictObject({
    itemId: ItemId,
    kind: z.literal(kind),
    categories: z.array(Category),
    owner: z.string(),
    ownerId: AgencyId,
    author: z.string().nullable(),
    at: z.iso.datetime(),
    revision: z.int(),
    state: z.enum(['open', 'done']),
    parentId: ItemId.nullable(),
    content: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('open'), body }),
      z.strictObject({ is: z.literal('preparing') }),
      z.strictObject({ is: z.literal('closed') }),
    ]),
    /** Who else can read it, as far as this reader may know; null where they may not know. */
    audience: z.array(z.string()).nullable(),
    ...more,
  });

/** The last change of an item. `by` is null where this reader may not know who that was. */
const Change = z.strictObject({ by: z.string().nullable(), isMine: z.boolean(), at: z.iso.datetime() });
export type Change = z.infer<typeof Change>;

/**
 * Who is to do a step. Null: nobody yet, or somebody whose part in the case this reader may not know; the two are
 * not told apart.
 */
export const Doer = z
  .union([
    z.strictObject({ staffId: StaffId, name: z.string(), agency: z.string() }),
    z.strictObject({ youngPerson: z.literal(true) }),
  ])
  .nullable();
export type Doer = z.infer<typeof Doer>;

/** What stands beside the body of an item is empty, false or null where the body is not open. */
export const ProfileItem = item('profile', ProfileBody, {
  /** The safe way to reach them was confirmed more than 14 days ago, or never. */
  contactIsStale: z.boolean(),
  mayEdit: z.boolean(),
  changed: Change.nullable(),
});
export const GoalItem = item('goal', GoalBody, {});
export const StepItem = item('step', StepBody, {
  doer: Doer,
  /** False where this reader could give it to somebody else, since its doer does not see it any more. */
  doerSees: z.boolean(),
  isMine: z.boolean(),
  dueOn: z.iso.date().nullable(),
  /** Open, and its day has passed where the network is. */
  isOverdue: z.boolean(),
  mayTick: z.boolean(),
  /** Whether this reader may give it to somebody else, or another day. */
  mayPlan: z.boolean(),
  changed: Change.nullable(),
});
export const NoteItem = item('note', NoteBody, {
  /** Whether this reader may correct it: whoever wrote it, as long as they write there. */
  mayCorrect: z.boolean(),
  /** Whether they may read what it said before: whoever is on the case for the agency that holds it. */
  mayReadEarlier: z.boolean(),
  /** How many versions came before this one. */
  corrections: z.int(),
  changed: Change.nullable(),
});
/** `standing` is there where the content is open to the reader; `state` says nothing of a referral. */
export const ReferralItem = item('referral', ReferralBody, { standing: ReferralStanding.nullable() });
export const AppointmentItem = item('appointment', AppointmentBody, {});
/** Beside what it answers, which is its parent. Nobody but the young person writes one. */
export const StatementItem = item('statement', StatementBody, {});
/** Parts of the plan beside goals and steps. */
const revisable = { mayEdit: z.boolean(), changed: Change.nullable() };
export const StrengthItem = item('strength', PartBody, revisable);
export const NeedItem = item('need', NeedBody, revisable);
export const FearItem = item('fear', PartBody, revisable);
export const ObligationItem = item('obligation', PartBody, revisable);
export const MeetingItem = item('meeting', MeetingBody, {});
/** Its parent is the meeting in which it was made. */
export const DecisionItem = item('decision', DecisionBody, {});
/** How to be with the young person, in their words: `mayEdit` only those whom they let write it. */
export const CardItem = item('card', CardBody, revisable);
/** `holder`: the name of the agency that holds what was told; null where the content is not open. */
export const ToldOnceItem = item('told-once', ToldOnceBody, { ...revisable, holder: z.string().nullable() });
export const CaseItem = z.discriminatedUnion('kind', [
  ProfileItem,
  GoalItem,
  StepItem,
  NoteItem,
  ReferralItem,
  AppointmentItem,
  StatementItem,
  StrengthItem,
  NeedItem,
  FearItem,
  ObligationItem,
  MeetingItem,
  DecisionItem,
  CardItem,
  ToldOnceItem,
]);
export type CaseItem = z.infer<typeof CaseItem>;

export const CasePage = z.strictObject({
  caseId: CaseId,
  codeName: z.string(),
  purpose: Purpose,
  /** Newest first; goals, steps and profile among them: the page arranges, it does not filter. */
  items: z.array(CaseItem),
  team: z.array(z.strictObject({ name: z.string(), title: z.string(), agency: z.string() })),
  /** Kinds that this reader may write, empty where they may only read. */
  writes: z.array(Category),
  /** Notices that travel with what another agency disclosed (consent-rules appendix 2), word for word. */
  obligations: z.array(
    z.strictObject({ code: z.enum(NOTICE_CODES), version: z.string(), short: z.string(), text: z.string() }),
  ),
  /** Since when a legal hold keeps everything of the case from being deleted; null for whoever is not on it. */
  heldSince: z.iso.datetime().nullable(),
  /** The earliest end among what opened this page: expiry makes no event. Null: no end within a year. */
  accessEndsAt: z.iso.datetime().nullable(),
  /** When this reader last looked at this page; null for a first look. */
  lookedAt: z.iso.datetime().nullable(),
  /** By whose permission-based sharing it is open to this reader, and the last day before some of that ends. */
  sharedBy: z.array(z.strictObject({ owner: z.string(), endsOn: z.iso.date() })),
  /** Stands for all that this reader could tell apart: the live stream says it too, when it is ready. */
  mark: z.string(),
});
export type CasePage = z.infer<typeof CasePage>;

/** What a note said before it was corrected, the newest first. One that this reader's keys do not open is not there. */
export const NoteVersions = z.strictObject({
  versions: z.array(z.strictObject({ version: z.int(), writtenAt: z.iso.datetime(), body: NoteBody })),
});
export type NoteVersions = z.infer<typeof NoteVersions>;

export const CaseSummary = z.strictObject({
  caseId: CaseId,
  codeName: z.string(),
  /** Null where the name is not shared with this reader. */
  name: z.string().nullable(),
  openedAt: z.iso.datetime(),
  /** On the case for their own agency; otherwise it is shared with them. */
  withMe: z.boolean(),
});
export const CaseList = z.strictObject({ cases: z.array(CaseSummary), more: z.boolean() });
export type CaseList = z.infer<typeof CaseList>;

/** One line of "who looked", for the young person. */
export const Look = z.strictObject({
  at: z.iso.datetime(),
  who: z.string(),
  agency: z.string().nullable(),
  what: z.array(Category),
  action: LedgerAction,
});
export const Looks = z.strictObject({ looks: z.array(Look) });
