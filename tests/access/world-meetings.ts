import type { CaseId, ItemId, StaffActor, YouthActor } from '@accord/kernel';
import type { AttendeeId } from '@accord/meetings';
import type { Network } from '../support/network.ts';

export interface MeetingWorld {
  /** Called by Dana, who opened it and sits there; Cora is invited. A judge is there, of whom nobody knows more. */
  meetingId: ItemId;
  /** Of the judge. */
  attendeeId: AttendeeId;
  /** Called by Dana too, and not open. */
  laterId: ItemId;
}

export const MEETING_TEXTS = {
  meeting: 'Plan for spring canary-meeting',
  judge: 'Judge Lane canary-judge',
  said: 'I want to stay at my school canary-said',
  unsaid: 'Nothing about my brother canary-unsaid',
} as const;

/** A meeting in which Robin wants one thing said, and another not: the one is for everybody there, the other for Dana. */
export async function meet(
  network: Network,
  caseId: CaseId,
  { dana, cora, robin }: { dana: StaffActor; cora: StaffActor; robin: YouthActor },
): Promise<MeetingWorld> {
  const { meetings } = network.as(dana);
  const what = MEETING_TEXTS.meeting;
  const startsAt = '2031-05-06T15:00:00.000Z';
  const { itemId: laterId } = await meetings.convene({ caseId, what, startsAt, invited: [] });
  const { itemId: meetingId } = await meetings.convene({ caseId, what, startsAt, invited: [cora.staffId] });
  const here = { caseId, meetingId };
  await meetings.addGuest({ ...here, role: 'judge', name: MEETING_TEXTS.judge, agencyId: null });
  await meetings.set({ ...here, to: 'open' });
  const { roster } = await meetings.room(here);
  const judge = roster.find(({ role }) => role === 'judge');
  if (!judge) throw new RangeError('a meeting without its guest');
  await meetings.attend({ ...here, attendeeId: judge.attendeeId, isHere: true });
  const { mine } = network.asYouth(robin);
  await mine.prepare({ meetingId, part: 'say', text: MEETING_TEXTS.said, shared: true });
  await mine.prepare({ meetingId, part: 'not-say', text: MEETING_TEXTS.unsaid, shared: true });
  return { meetingId, attendeeId: judge.attendeeId, laterId };
}
