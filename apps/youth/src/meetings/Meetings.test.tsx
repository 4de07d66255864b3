import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { MyMeeting } from '../api.ts';
import { standIn } from '../testing/server.ts';
import { showAt } from '../testing/show-at.tsx';

const server = standIn();

const meeting = {
  meetingId: '01890000-0000-7000-8000-00000000000d',
  body: { what: 'Spring plan', startsAt: '2031-04-01T15:00:00.000Z', place: 'Room 4' },
  owner: 'County Welfare',
  state: 'called',
  calledBy: 'Dana',
  people: [{ staffId: '01890000-0000-7000-8000-00000000000e', name: 'Cora', agency: 'County Welfare' }],
  guests: ['judge'],
  speaks: null,
  prep: { say: null, notSay: null, after: null },
  shared: { say: false, notSay: false, after: false },
} as unknown as MyMeeting;

function show(rest: Partial<MyMeeting> = {}) {
  server.answers('session.me', { kind: 'youth', youngPersonId: 'y', codeName: 'Heron', demo: true });
  server.answers('mine.meetings', { meetings: [{ ...meeting, ...rest }] });
}

test('who comes stands there, and each part is saved for whom they choose', async () => {
  show();
  showAt('/days');
  expect(await screen.findByText('Who is invited: Cora (County Welfare) and a judge.')).toBeTruthy();
  expect(screen.queryByText('How it was for me')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Write it: What I do not want said' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save it and tell Dana' }));
  expect(screen.getByText('Write something first, or go back.')).toBeTruthy();
  await userEvent.type(screen.getByLabelText('What I do not want said'), 'Not the fight');
  server.answers('mine.prepare', {});
  show({
    prep: { say: null, notSay: 'Not the fight', after: null },
    shared: { say: false, notSay: true, after: false },
  });
  await userEvent.click(screen.getByRole('button', { name: 'Save it and tell Dana' }));
  expect(await screen.findByText('Dana can read this, and nobody else.')).toBeTruthy();
  expect(screen.getByText('Not the fight').tagName).toBe('BLOCKQUOTE');
});

test('what could not be saved stays in the field', async () => {
  show();
  showAt('/days');
  await userEvent.click(await screen.findByRole('button', { name: 'Write it: What I want said' }));
  await userEvent.type(screen.getByLabelText('What I want said'), 'Mornings are hard');
  server.refuses('mine.prepare', 'CONFLICT', 409);
  await userEvent.click(screen.getByRole('button', { name: 'Save it for me alone' }));
  expect(await screen.findByText('The meeting is over. This can no longer be changed.')).toBeTruthy();
  expect(screen.getByLabelText('What I want said')).toHaveProperty('value', 'Mornings are hard');
});

test('who speaks for them is one tap, and a meeting that is over asks how it was', async () => {
  show();
  showAt('/days');
  const choices = await screen.findByRole('group', { name: 'Who speaks for me' });
  server.answers('mine.chooseSpeaker', {});
  show({ speaks: { is: 'person', name: 'Cora' }, state: 'closed' });
  await userEvent.click(within(choices).getByRole('button', { name: 'Cora speaks for me' }));
  expect(await screen.findByText('Cora speaks for you.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Write it: How it was for me' })).toBeTruthy();
  expect(screen.queryByRole('group', { name: 'Who speaks for me' })).toBeNull();
});

test('without meetings it says so', async () => {
  server.answers('session.me', { kind: 'youth', youngPersonId: 'y', codeName: 'Heron', demo: true });
  server.answers('mine.meetings', { meetings: [] });
  showAt('/days');
  expect(await screen.findByText('No meetings are planned.')).toBeTruthy();
});
