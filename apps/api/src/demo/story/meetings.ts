import { withoutBrowser } from '@accord/rpc';
import { youthRouter } from '../../routers.ts';
import { dayFrom } from './days.ts';
import { as, type Stage, type Told } from './stage.ts';

/** Meetings that were called, with what the young person wants of each. Nobody has come yet: that is for whoever looks. */
export async function tellMeetings(stage: Stage, stories: readonly Told[]): Promise<void> {
  for (const { caseId, youngPersonId, young } of stories) {
    if (!young.meeting) continue;
    const { in: days, hour, invited, guests, say, notSay, ...words } = young.meeting;
    const { meetings } = as(stage, young.lead);
    const startsAt = `${dayFrom(stage.now, days)}T${String(hour).padStart(2, '0')}:00:00.000Z`;
    const { itemId: meetingId } = await meetings.convene({
      caseId,
      ...words,
      startsAt,
      invited: invited.map((who) => stage.people[who].staffId),
    });
    for (const { role, name, from } of guests) {
      const agencyId = from ? stage.agencies[from] : null;
      await meetings.addGuest({ caseId, meetingId, role, name, agencyId });
    }
    const { mine } = asYouth(stage, youngPersonId);
    await mine.prepare({ meetingId, part: 'say', text: say, shared: true });
    await mine.prepare({ meetingId, part: 'not-say', text: notSay, shared: true });
    await mine.chooseSpeaker({ meetingId, speaker: { is: 'self' } });
  }
}

/** The young person's own calls, without HTTP in between. */
function asYouth({ database, vault }: Stage, youngPersonId: Told['youngPersonId']) {
  return youthRouter.createCaller({
    host: 'youth',
    actor: { kind: 'youth', youngPersonId },
    purpose: 'self-access',
    database,
    vault,
    ...withoutBrowser(),
    caller: Buffer.alloc(32),
    demo: null,
  });
}
