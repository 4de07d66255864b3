import { DecisionBody, MeetingBody } from '@accord/cases';
import { Category } from '@accord/consent';
import { AgencyId, CaseId, ItemId, StaffId } from '@accord/kernel';
import { z } from 'zod';

/** One person of one meeting, with or without an account. */
export const AttendeeId = z.uuid().brand<'AttendeeId'>();
export type AttendeeId = z.infer<typeof AttendeeId>;

/** What somebody without an account comes as. */
export const GUEST_ROLES = [
  'judge',
  'attorney',
  'court-advocate',
  'interpreter',
  'family',
  'support',
  'other',
] as const;
export const GuestRole = z.enum(GUEST_ROLES, 'Choose what they come as.');
export type GuestRole = z.infer<typeof GuestRole>;

const here = { caseId: CaseId, meetingId: ItemId };

export const CaseOnly = z.strictObject({ caseId: CaseId });
export const MeetingOnly = z.strictObject(here);
/** `invited`: people with an account, who would see the meeting. Whoever calls it comes with it. */
export const ConveneInput = MeetingBody.extend({
  caseId: CaseId,
  invited: z.array(StaffId).max(40, 'Invite at most 40 people.'),
});
export const InviteInput = z.strictObject({ ...here, staffId: z.union([StaffId], 'Choose somebody.') });
/** `agencyId`: the agency that they come for; null where nobody knows, and then they hear the least. */
export const GuestInput = z.strictObject({
  ...here,
  role: GuestRole,
  name: z.string().trim().min(1, 'Write their name.').max(120, 'Keep it under 120 characters.'),
  agencyId: AgencyId.nullable(),
});
export const AttendInput = z.strictObject({ ...here, attendeeId: AttendeeId, isHere: z.boolean() });
export const SetMeetingInput = z.strictObject({ ...here, to: z.enum(['open', 'closed']) });
export const YoungHereInput = z.strictObject({ ...here, isHere: z.boolean() });
/** The kind of data decides who reads it. */
export const DecideInput = DecisionBody.extend({
  ...here,
  category: z.union([Category], 'Choose a kind of information.'),
});
