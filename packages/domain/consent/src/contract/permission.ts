import { System } from '@accord/identity';
import { AgencyId, CaseId, GrantId, ItemId, Language, PostId, Purpose, StaffId } from '@accord/kernel';
import { z } from 'zod';
import { AdultSignature, LawLine } from './authority.ts';
import { Category, MOST_KINDS } from './categories.ts';
import { EvidenceFile } from './evidence.ts';
import { PaperLine, PaperName } from './papers.ts';

const sentence = (max: number, empty: string) =>
  z.string().trim().min(1, empty).max(max, `Keep it under ${max} characters.`);
/** Years before 1000 are typing slips, and the year zero is no day to a database. */
const on = z.iso.date('Choose a day.').refine((day) => day >= '1000', 'Choose a day that is still to come.');

/**
 * A permission names one recipient: a person, or whoever an agency has assigned to the case. With a post it is for
 * whoever holds that, who is this person now.
 */
export const Recipient = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('staff'), staffId: StaffId, postId: PostId.exactOptional() }),
    z.strictObject({ kind: z.literal('agency'), agencyId: AgencyId }),
  ],
  'Choose a person or an agency.',
);
export type Recipient = z.infer<typeof Recipient>;

/** A permission can last a year at most, and never has no end. */
export const LONGEST_DAYS = 365;

/** So many days before a young person comes of age, they can sign for the time after it (42 USC 675(5)(H)). */
export const REPAPER_DAYS = 90;

export const PrepareInput = z.strictObject({
  caseId: CaseId,
  recipient: Recipient,
  categories: z.array(Category).min(1, 'Choose at least one kind of information.').max(MOST_KINDS),
  purpose: z.enum(Purpose.options, 'Choose one use.'),
  /** The last day on which the permission holds, in the network's time zone. */
  endsOn: on,
  /** Signed now, and holding from the day on which the young person comes of age (consent-rules T18-1). */
  fromMajority: z.boolean().default(false),
  need: sentence(500, 'Write what the sharing is for, in one line.'),
  /** "Can this be done without sharing?" is answered before anyone is asked. */
  withoutSharing: sentence(500, 'Write why this cannot be done without sharing.'),
  /** The recipient may also add items of their own agency to the case. */
  mayWrite: z.boolean().default(false),
  /** Of the paper that the young person signs. */
  language: Language.default('en'),
  /** A FHIR Consent of another system that this is prepared from. It is kept with it, and opens nothing. */
  evidence: EvidenceFile.optional(),
});

/** What the recipient would be able to read today, as the recipient's own page would show it. */
export const PreviewItem = z.strictObject({
  itemId: ItemId,
  kind: z.string(),
  categories: z.array(Category),
  fields: z.array(z.string()),
  /** Only where the person who previews may read it. */
  title: z.string().nullable(),
});
/** `law`: the kinds that the young person's signature and marks alone would not open, and what is missing. */
export const Prepared = z.strictObject({
  grantId: GrantId,
  preview: z.array(PreviewItem),
  law: z.array(LawLine),
});
export type Prepared = z.infer<typeof Prepared>;

/** By which way a stop reached whoever records it: any of them will do, and none is better than another. */
export const CAME_BY = ['phone', 'text', 'paper', 'in-person'] as const;
export const CameBy = z.enum(CAME_BY, 'Choose how it came.');
export type CameBy = z.infer<typeof CameBy>;

/**
 * `announced`: somebody new holds the post that it is for, and the young person has not said that this is fine.
 * `vacant`: nobody holds it, or nobody of whom they did. Both open nothing.
 */
export const PermissionState = z.enum([
  'draft',
  'active',
  'announced',
  'vacant',
  'paused',
  'stopped',
  'ended',
]);

/** How a permission was signed. */
export const Signed = z.strictObject({
  method: z.enum(['typed', 'spoken']),
  /** Null where the key is still on its way. */
  witness: z.string().nullable(),
  recordedBy: z.string(),
  at: z.iso.datetime(),
});

export const Permission = z.strictObject({
  grantId: GrantId,
  state: PermissionState,
  discloser: z.string(),
  recipient: z.strictObject({
    name: z.string(),
    title: z.string().nullable(),
    agency: z.string(),
    system: System,
    /** What they are there, where it is for whoever that is; null where it is for them alone. */
    post: z.string().nullable(),
  }),
  /** What is shared now, or would be; what was stopped is in `stopped`, what the law holds closed in `law`. */
  categories: z.array(Category),
  /** Kinds on the paper that it does not open as it is signed now, and what is missing. For a draft as in Prepared. */
  law: z.array(LawLine),
  stopped: z.array(Category),
  purpose: Purpose,
  /** The language of its paper, and why nobody may sign on it; the draft was made on it, and it never changes. */
  paper: PaperLine,
  /** Null where the agency had no text. */
  text: PaperName.nullable(),
  /** Why, in the words of whoever prepared it. Null where the key is still on its way. */
  need: z.string().nullable(),
  /** Why it cannot be done without sharing, as it was answered before anyone was asked. Null as above. */
  withoutSharing: z.string().nullable(),
  /** Of a draft: null, but where it is for a time that is still to come. */
  startsAt: z.iso.datetime().nullable(),
  /** Null for a draft. */
  signed: Signed.nullable(),
  /** Adults who signed beside the young person and have not taken it back. */
  adults: z.array(AdultSignature),
  /** Whose word paused it: what the young person paused, they alone start again. Null unless it is paused. */
  pausedBy: z.enum(['young_person', 'staff']).nullable(),
  /** Who recorded the pause, where staff did, and when it was paused. Null unless it is paused. */
  pausedByName: z.string().nullable(),
  pausedAt: z.iso.datetime().nullable(),
  /** When the last of it was stopped, and by which worker; no name is the young person. Null unless it is stopped. */
  stoppedByName: z.string().nullable(),
  stoppedAt: z.iso.datetime().nullable(),
  /** How the young person had said it, where a worker wrote that down. */
  stoppedHow: CameBy.nullable(),
  mayWrite: z.boolean(),
  /** A consent of another system is kept with it, from which it was prepared. */
  hasEvidence: z.boolean(),
  /** It ended because a newer one, the same again, stands in its place. */
  isRenewed: z.boolean(),
  /** The young person keeps its recipient out, whatever it says. Theirs alone to know: false for anybody else. */
  keptOut: z.boolean(),
  /** The last day on which it holds, in the network's time zone. */
  endsOn: z.iso.date(),
});
export type Permission = z.infer<typeof Permission>;
/** `maySign`: the reader may prepare permissions, have them signed, and start a paused one again. */
export const Permissions = z.strictObject({ permissions: z.array(Permission), maySign: z.boolean() });

export const SignInput = z.strictObject({
  caseId: CaseId,
  grantId: GrantId,
  /** Kinds that the young person marked one by one, where a kind asks for that. */
  initials: z.array(Category).default([]),
  signedName: sentence(120, 'Type your name, as you want it written.'),
  method: z.enum(['typed', 'spoken'], 'Choose how you want to say it.'),
  witnessName: sentence(120, 'Type the name of your witness.'),
  understood: z.literal(true, 'Say who sees what, and until when. Then mark this.'),
  notACondition: z.literal(true, 'You get help whatever you choose. Mark this when you know it.'),
  copyGiven: z.literal(true, 'Ask for a copy, or have it kept here. Then mark this.'),
});

export const StopInput = z.strictObject({
  caseId: CaseId,
  grantId: GrantId,
  /** Which kinds to stop. Left out: all of it. */
  categories: z.array(Category).min(1).optional(),
  /** All of it, and all of every other permission to the same recipient, as far as the speaker may stop them. */
  everything: z.literal(true).optional(),
});
export const PauseInput = StopInput.pick({ caseId: true, grantId: true });

/** A draft as it is handed to the young person: what it says, and what its recipient would see today. */
export const OpenDraft = z.strictObject({ permission: Permission, preview: z.array(PreviewItem) });
export type OpenDraft = z.infer<typeof OpenDraft>;

export const Stopped = z.strictObject({
  /** What this permission still shares. */
  stillShared: z.array(Category),
  recipient: z.string(),
  /** What was stopped here and the same recipient can still open by another permission, as far as the reader knows. */
  alsoFrom: z.array(z.strictObject({ discloser: z.string(), categories: z.array(Category) })),
  /** What its recipient has read of what was stopped, and on which days of the network's. Nothing calls it back. */
  out: z.array(z.strictObject({ kind: Category, days: z.array(z.iso.date()).min(1) })),
});
export type Stopped = z.infer<typeof Stopped>;
