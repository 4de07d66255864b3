import { type Agenda, AttendeeId, type Room } from '@accord/meetings';
import { ItemId, newId, StaffId } from '@accord/kernel';
import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId, dana, goal, page } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, liveStream, Refusal, server } from '../../testing/server.ts';
import { CallMeeting } from './CallMeeting.tsx';
import { MeetingPage } from './MeetingPage.tsx';
import { SharedScreen } from './SharedScreen.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const meetingId = newId(ItemId);
const at = { caseId, meetingId };
const someone = { title: null, agency: null, role: null, isMe: false, is: 'expected' as const };
const me = {
  ...someone,
  attendeeId: newId(AttendeeId),
  name: 'Dana',
  title: 'Worker',
  agency: 'County',
  isMe: true,
};
const ortiz = {
  ...someone,
  attendeeId: newId(AttendeeId),
  name: 'Rafael Ortiz',
  title: 'Detective',
  agency: 'Police',
};
const judge = { ...someone, attendeeId: newId(AttendeeId), name: 'Pat Lane', role: 'judge' as const };
const room: Room = {
  meetingId,
  codeName: 'Heron',
  body: { what: 'Spring plan', startsAt: '2031-04-01T15:00:00.000Z', place: 'Room 4' },
  owner: 'County Welfare',
  calledBy: 'Dana',
  state: 'called',
  openedAt: null,
  closedAt: null,
  roster: [me, ortiz, judge],
  youngHere: true,
  speaks: { is: 'self', name: null },
  prep: { say: 'Mornings are hard', notSay: null, after: null },
  me: me.attendeeId,
  isInRoom: false,
  runs: true,
  hearers: [],
};
const opened: Room = {
  ...room,
  state: 'open',
  openedAt: '2031-04-01T15:00:00.000Z',
  isInRoom: true,
  roster: [{ ...me, is: 'here' }, { ...ortiz, is: 'here' }, judge],
  hearers: [
    { category: 'meetings', everyone: true, young: true, names: ['Rafael Ortiz'] },
    { category: 'cw-record', everyone: false, young: false, names: [] },
  ],
};
const agenda: Agenda = {
  codeName: 'Heron',
  say: 'Mornings are hard',
  speaks: null,
  lines: [
    { itemId: goal.itemId, kind: 'goal', text: 'Swim', startsAt: null, isDone: false, under: null },
    { itemId: newId(ItemId), kind: 'step', text: 'Ask', startsAt: null, isDone: true, under: goal.itemId },
  ],
  obligations: [],
};

/** A server that keeps what it was sent, and answers with what stands now. */
function serve(now: { room?: Room; agenda?: Agenda | 'gone' }) {
  const sent: [string, unknown][] = [];
  const live = liveStream('staff');
  const keep =
    (name: string, answer: object = {}) =>
    (input: unknown) => {
      sent.push([name, input]);
      return answer;
    };
  server.use(
    live.handler,
    answering('staff', {
      'session.me': () => dana,
      'cases.open': () => page(),
      'consent.list': () => ({ permissions: [] }),
      'identity.colleagues': () => ({ agencies: [] }),
      'meetings.invitees': () => ({
        people: [{ staffId: PERSON, name: 'Rafael Ortiz', title: 'Detective', agency: 'Police' }],
      }),
      'meetings.room': () => now.room,
      'meetings.agenda': () => {
        if (now.agenda === 'gone') throw new Refusal('NOT_FOUND');
        return now.agenda;
      },
      'meetings.convene': keep('convene', { itemId: meetingId }),
      'meetings.set': keep('set'),
      'meetings.attend': keep('attend'),
      'meetings.setYoungHere': keep('setYoungHere'),
      'meetings.addGuest': keep('addGuest'),
      'meetings.decide': keep('decide', { itemId: newId(ItemId) }),
    }),
  );
  return { sent, live };
}
const PERSON = newId(StaffId);
const show = () => renderForStaff(<MeetingPage {...at} above={null} screen={<a href="/screen">Screen</a>} />);

test('a meeting is called with whoever may be invited, and nobody is invited beforehand', async () => {
  const { sent } = serve({});
  let called: string | undefined;
  const { user } = renderForStaff(
    <CallMeeting caseId={caseId} above={null} onCalled={async (id) => void (called = id)} />,
  );
  const box = await screen.findByRole('checkbox', { name: 'Rafael Ortiz, Detective, Police' });
  expect(box).toHaveProperty('checked', false);
  await user.click(screen.getByRole('button', { name: 'Call the meeting' }));
  expect(await screen.findAllByText('Write what to call the meeting.')).not.toHaveLength(0);
  await user.type(screen.getByLabelText('What to call it'), 'Spring plan');
  await user.type(screen.getByLabelText('Day and time'), '2031-04-01T15:00');
  await user.click(box);
  await user.click(screen.getByRole('button', { name: 'Call the meeting' }));
  await waitFor(() => expect(called).toBe(meetingId));
  expect(sent).toMatchObject([['convene', { what: 'Spring plan', invited: [PERSON] }]]);
});

test('before it starts, the words of the young person are there, and whoever runs it can start it', async () => {
  const now = { room };
  const { sent, live } = serve(now);
  const { user } = show();
  expect(await screen.findByText('“Mornings are hard”')).toBeTruthy();
  expect(screen.getByText('Not started')).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'Decisions and steps' })).toBeNull();
  expect(screen.queryByText('Screen')).toBeNull();
  now.room = opened;
  await user.click(screen.getByRole('button', { name: 'Start the meeting' }));
  expect(await screen.findByText('Screen')).toBeTruthy();
  expect(sent).toEqual([['set', { ...at, to: 'open' }]]);
  // Somebody else goes: the page hears of it.
  now.room = { ...opened, roster: [{ ...me, is: 'here' }, { ...ortiz, is: 'left' }, judge] };
  live.ping();
  expect(await screen.findByText('Left')).toBeTruthy();
});

test('whoever runs it notes who came without an account, and puts nobody else into the room', async () => {
  const { sent } = serve({ room: { ...opened, roster: [{ ...me, is: 'here' }, ortiz, judge] } });
  const { user } = show();
  const list = await screen.findByRole('list', { name: 'Who comes' });
  expect(within(list).getByText('Pat Lane, judge')).toBeTruthy();
  expect(within(list).queryByRole('button', { name: /Is here: Rafael/ })).toBeNull();
  await user.click(within(list).getByRole('button', { name: 'Is here: Pat Lane, judge' }));
  await user.click(within(list).getByRole('button', { name: 'Is not here' }));
  await waitFor(() =>
    expect(sent).toEqual([
      ['attend', { ...at, attendeeId: judge.attendeeId, isHere: true }],
      ['setYoungHere', { ...at, isHere: false }],
    ]),
  );
  await user.click(screen.getByRole('button', { name: 'Someone without an account' }));
  await user.selectOptions(await screen.findByLabelText('Comes as'), 'interpreter');
  await user.type(screen.getByLabelText('Name'), 'Ana');
  await user.click(screen.getByRole('button', { name: 'Add to the list' }));
  const guest = { ...at, role: 'interpreter', name: 'Ana', agencyId: null };
  expect(await screen.findAllByText('Added. Say when they are here.')).not.toHaveLength(0);
  expect(sent.at(-1)).toEqual(['addGuest', guest]);
});

test('a decision says who of those who are there can read it, before it is saved', async () => {
  const { sent } = serve({ room: opened });
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Write down a decision' }));
  expect(screen.getByText('Everyone who is here can read it.')).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('Kind of information'), 'cw-record');
  expect(screen.getByText('Of those who are here, only you can read it.')).toBeTruthy();
  await user.type(screen.getByLabelText('What was decided'), 'Ask the judge');
  await user.click(screen.getByRole('button', { name: 'Save the decision' }));
  expect(await screen.findAllByText('Saved.')).not.toHaveLength(0);
  expect(sent).toEqual([['decide', { ...at, category: 'cw-record', text: 'Ask the judge' }]]);
});

test('somebody who is invited and not there yet sees no screen, and comes by their own word', async () => {
  const outside = { ...opened, runs: false, isInRoom: false, roster: [me], hearers: [] };
  const now = { room: outside };
  const { sent } = serve(now);
  const { user } = show();
  const come = await screen.findByRole('button', { name: 'I am here' });
  expect(screen.queryByText('Screen')).toBeNull();
  expect(screen.queryByRole('button', { name: /End the meeting|Invite|account/ })).toBeNull();
  now.room = { ...outside, isInRoom: true };
  await user.click(come);
  expect(await screen.findByText('Screen')).toBeTruthy();
  expect(sent).toEqual([['attend', { ...at, attendeeId: me.attendeeId, isHere: true }]]);
});

test('the screen for all begins with the young person, holds the lines, and tells of nothing else', async () => {
  const now: Parameters<typeof serve>[0] = { agenda };
  const { live } = serve(now);
  renderForStaff(<SharedScreen {...at} back={<a href="/back">Back</a>} />);
  const said = await screen.findByText('“Mornings are hard”');
  const swim = screen.getByText('“Swim”');
  expect(said.compareDocumentPosition(swim)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  // Less is there at once, and what is left looks like what never had more.
  now.agenda = { ...agenda, lines: [] };
  live.ping();
  expect(await screen.findByText('Start with what matters to Heron.')).toBeTruthy();
  expect(screen.queryByText('“Swim”')).toBeNull();
  now.agenda = 'gone';
  live.ping();
  await waitFor(() => expect(screen.queryByText('“Mornings are hard”')).toBeNull());
  expect(screen.getByText("Nothing here, or it isn't shared with you.")).toBeTruthy();
});
