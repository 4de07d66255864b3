import type { StaffRouter, YouthRouter } from '@accord/contract';
import { MEETING_TEXTS } from './world-meetings.ts';
import type { RowsOf } from './rows.ts';

const startsAt = '2031-05-07T15:00:00.000Z';

/** Team meetings of the lead agency. */
export const meetingRows: RowsOf<StaffRouter>['meetings'] = {
  invitees: {
    does: 'Lists whom the caller’s own agency can invite to a team meeting.',
    input: ({ caseId }) => ({ caseId }),
    says: ({ people }) => people.map(({ name }) => name).join(', ') || 'lists nobody',
  },
  convene: {
    does: 'Calls a team meeting.',
    input: ({ caseId }) => ({ caseId, what: 'Plan for summer', startsAt, invited: [] }),
    says: () => 'may call one',
  },
  invite: {
    does: 'Invites a colleague to a meeting of the lead agency.',
    input: ({ caseId, laterId, people }) => ({ caseId, meetingId: laterId, staffId: people.cora.staffId }),
    says: () => 'may invite',
  },
  addGuest: {
    does: 'Expects somebody without an account at a meeting of the lead agency.',
    input: ({ caseId, laterId }) => ({
      caseId,
      meetingId: laterId,
      role: 'interpreter',
      name: 'Ana',
      agencyId: null,
    }),
    says: () => 'may note it',
  },
  room: {
    does: 'Opens the page of a meeting of the lead agency, which is open.',
    input: ({ caseId, meetingId }) => ({ caseId, meetingId }),
    says: ({ body, roster, isInRoom, runs, prep }) =>
      [
        `reads: ${body?.what}`,
        `knows ${roster.length} who come`,
        isInRoom ? 'is there' : 'is not there',
        runs ? 'runs it' : 'does not run it',
        Object.values(prep).filter(Boolean).join(', ') || 'reads none of their words',
      ].join('; '),
  },
  set: {
    does: 'Opens a meeting that the lead agency called.',
    input: ({ caseId, laterId }) => ({ caseId, meetingId: laterId, to: 'open' }),
    says: () => 'may open it',
  },
  attend: {
    does: 'Notes that somebody without an account has left the meeting.',
    input: ({ caseId, meetingId, attendeeId }) => ({ caseId, meetingId, attendeeId, isHere: false }),
    says: () => 'may note it',
  },
  setYoungHere: {
    does: 'Notes that the young person is not at the meeting.',
    input: ({ caseId, meetingId }) => ({ caseId, meetingId, isHere: false }),
    says: () => 'may note it',
  },
  agenda: {
    does: 'Reads what everybody in the meeting may hear; a guest whom nobody can place is there.',
    input: ({ caseId, meetingId }) => ({ caseId, meetingId }),
    says: ({ say, lines }) => `reads: ${say}; ${lines.length === 0 ? 'no line' : `${lines.length} lines`}`,
  },
  decide: {
    does: 'Writes down what was decided in the meeting.',
    input: ({ caseId, meetingId }) => ({
      caseId,
      meetingId,
      category: 'meetings',
      text: 'We meet again',
    }),
    says: () => 'may write',
  },
};

/** What the young person says to a meeting about them. */
export const meetingRowsOfYouth: Pick<RowsOf<YouthRouter>['mine'], 'meetings' | 'prepare' | 'chooseSpeaker'> =
  {
    meetings: {
      does: 'Lists the young person’s own meetings, with their own words for each.',
      input: () => undefined,
      says: ({ meetings }) =>
        meetings.map(({ state, prep }) => `${state}: ${prep.say}; ${prep.notSay}`).join('; ') ||
        'lists nothing',
    },
    prepare: {
      does: 'Writes what the young person wants said in a meeting.',
      input: ({ meetingId }) => ({ meetingId, part: 'say', text: MEETING_TEXTS.said, shared: true }),
      says: () => 'may write',
    },
    chooseSpeaker: {
      does: 'Says that the young person speaks for themselves.',
      input: ({ meetingId }) => ({ meetingId, speaker: { is: 'self' } }),
      says: () => 'may say so',
    },
  };
