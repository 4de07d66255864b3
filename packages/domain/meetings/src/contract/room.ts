import { MeetingBody } from '@accord/cases';
import { Category } from '@accord/consent';
import { ItemId, StaffId } from '@accord/kernel';
import { z } from 'zod';
import { AttendeeId, GuestRole } from './input.ts';

/** Who speaks for the young person, by their own word. `name` is null where this reader may not know them. */
export const Speaks = z.strictObject({
  is: z.enum(['self', 'person', 'nobody']),
  name: z.string().nullable(),
});
export type Speaks = z.infer<typeof Speaks>;

export const Attendee = z.strictObject({
  attendeeId: AttendeeId,
  /** Null where no key opens the name of somebody without an account. */
  name: z.string().nullable(),
  title: z.string().nullable(),
  agency: z.string().nullable(),
  /** Of somebody without an account. */
  role: GuestRole.nullable(),
  isMe: z.boolean(),
  is: z.enum(['expected', 'here', 'left']),
});
export type Attendee = z.infer<typeof Attendee>;

/** Who in the room would read a decision of this kind of data. */
export const Hearers = z.strictObject({
  category: Category,
  everyone: z.boolean(),
  /** Whether the young person would. */
  young: z.boolean(),
  names: z.array(z.string()),
});
export type Hearers = z.infer<typeof Hearers>;

/** The young person's own words, each null where there are none or they are not this reader's to read. */
export const Prep = z.strictObject({
  say: z.string().nullable(),
  notSay: z.string().nullable(),
  after: z.string().nullable(),
});

/** One meeting as one reader may know it. What is talked about is not in it: that is the agenda. */
export const Room = z.strictObject({
  meetingId: ItemId,
  codeName: z.string(),
  /** Null while no key opens it yet. */
  body: MeetingBody.nullable(),
  owner: z.string(),
  calledBy: z.string().nullable(),
  state: z.enum(['called', 'open', 'closed']),
  openedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  /** Everybody who is expected, here or gone, for whoever may know them; otherwise nobody but this reader. */
  roster: z.array(Attendee),
  youngHere: z.boolean(),
  speaks: Speaks.nullable(),
  prep: Prep,
  /** This reader's own place in it. */
  me: AttendeeId.nullable(),
  isInRoom: z.boolean(),
  /** May open and close it, invite, and note who came. */
  runs: z.boolean(),
  /** What this reader could write a decision as; empty for whoever is not in the room or does not write here. */
  hearers: z.array(Hearers),
});
export type Room = z.infer<typeof Room>;

/** Whom the caller's agency can invite: those who would see the meeting. */
export const Invitees = z.strictObject({
  people: z.array(
    z.strictObject({ staffId: StaffId, name: z.string(), title: z.string(), agency: z.string() }),
  ),
});
export type Invitees = z.infer<typeof Invitees>;
