import { MeetingBody } from '@accord/cases';
import { ItemId, StaffId } from '@accord/kernel';
import { z } from 'zod';
import { GuestRole } from './input.ts';
import { Prep, Speaks } from './room.ts';

/** What they want said, what they do not want said, and what they think of it afterwards. */
export const PREP_PARTS = ['say', 'not-say', 'after'] as const;
export type PrepPart = (typeof PREP_PARTS)[number];

const MOST = 2000;

/**
 * One part in their own words, over what stood there before; empty words take it back. `shared`: what they want said is
 * for everybody in the room; each other part is for the one person who called the meeting. Otherwise it is theirs alone.
 */
export const PrepareInput = z.strictObject({
  meetingId: ItemId,
  part: z.enum(PREP_PARTS),
  text: z.string().trim().max(MOST, `Keep it under ${MOST} characters.`),
  shared: z.boolean(),
});

/** Who speaks for them: themselves, one of those who are invited, or nobody. */
export const SpeakerInput = z.strictObject({
  meetingId: ItemId,
  speaker: z.discriminatedUnion('is', [
    z.strictObject({ is: z.enum(['self', 'nobody']) }),
    z.strictObject({ is: z.literal('person'), staffId: StaffId }),
  ]),
});

/** One meeting about them, with their own words for it. */
export const MyMeeting = z.strictObject({
  meetingId: ItemId,
  body: MeetingBody.nullable(),
  owner: z.string(),
  state: z.enum(['called', 'open', 'closed']),
  calledBy: z.string(),
  /** Who is invited with an account, and so could speak for them. */
  people: z.array(z.strictObject({ staffId: StaffId, name: z.string(), agency: z.string() })),
  /** Who comes without one, by what they come as. */
  guests: z.array(GuestRole),
  speaks: Speaks.nullable(),
  prep: Prep,
  shared: z.strictObject({ say: z.boolean(), notSay: z.boolean(), after: z.boolean() }),
});
export type MyMeeting = z.infer<typeof MyMeeting>;
export const MyMeetings = z.strictObject({ meetings: z.array(MyMeeting) });
