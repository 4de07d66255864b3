import type { Permission } from '@accord/consent';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { permission } from '../testing/permission.ts';
import { standIn } from '../testing/server.ts';
import { showAt } from '../testing/show-at.tsx';

const server = standIn();

async function pressStop() {
  await userEvent.click(await screen.findByRole('button', { name: /^Stop sharing/ }));
  await userEvent.click(
    within(screen.getByRole('group', { name: /^Stop sharing/ })).getByRole('button', { name: 'Stop' }),
  );
}

test('after a stop it says honestly what that did, and the words take the focus', async () => {
  server.answers('mine.permissions', { permissions: [permission()] });
  server.answers('mine.stop', {
    stillShared: [],
    recipient: 'Rafael Ortiz',
    alsoFrom: [],
    out: [{ kind: 'case-plan', days: ['2026-11-03'] }],
  });
  showAt('/home');
  await screen.findByRole('button', { name: /^Stop sharing/ });
  server.answers('mine.permissions', {
    permissions: [permission({ state: 'stopped', categories: [], stopped: ['case-plan'] })],
  });
  await pressStop();
  await screen.findByText("You're not sharing anything. That's OK.");
  expect(document.activeElement?.textContent).toBe(
    "You stopped sharing goals with Rafael Ortiz.They can't open it any more. What they already read, they know." +
      'Goals: they read it on 1 day. That can not be called back.The days: November 3, 2026.',
  );
  expect(screen.getByText('Rafael Ortiz: goals. This was stopped.')).toBeTruthy();
});

test('a stop that a worker wrote down says how it came and who wrote it, and what was renewed is not past', async () => {
  server.answers('mine.permissions', {
    permissions: [
      permission({
        state: 'stopped',
        categories: [],
        stopped: ['case-plan'],
        stoppedHow: 'phone',
        stoppedByName: 'Dana',
      }),
      permission({ state: 'ended', categories: ['edu-record'], isRenewed: true }),
    ],
  });
  showAt('/home');
  expect(
    await screen.findByText('Rafael Ortiz: goals. You said stop by phone, and Dana wrote it down.'),
  ).toBeTruthy();
  expect(screen.queryByText(/This ran out/)).toBeNull();
});

test('a stop never says more than it did: what another permission still opens is named', async () => {
  server.answers('mine.permissions', { permissions: [permission()] });
  const alsoFrom = [{ discloser: 'Alder Unified Schools', categories: ['case-plan'] }];
  server.answers('mine.stop', { stillShared: [], recipient: 'Rafael Ortiz', alsoFrom, out: [] });
  showAt('/home');
  await pressStop();
  expect(
    await screen.findByText(
      'Rafael Ortiz can still see goals from Alder Unified Schools. That has a card of its own.',
    ),
  ).toBeTruthy();
  expect(screen.queryByText(/can't open it any more/)).toBeNull();
});

test('everything with one person is stopped by one question, where there is more than one card of theirs', async () => {
  const other = permission({
    grantId: '01890000-0000-7000-8000-000000000002' as Permission['grantId'],
    categories: ['appointments'],
  });
  server.answers('mine.permissions', { permissions: [permission(), other] });
  server.answers('mine.stop', { stillShared: [], recipient: 'Rafael Ortiz', alsoFrom: [], out: [] });
  showAt('/home');
  const [button] = await screen.findAllByRole('button', { name: 'Stop everything with Rafael Ortiz' });
  await userEvent.click(button as HTMLElement);
  const question = screen.getByRole('group', { name: 'Stop everything that you share with Rafael Ortiz?' });
  await userEvent.click(within(question).getByRole('button', { name: 'Stop' }));
  expect(await screen.findByText('You stopped everything that you shared with Rafael Ortiz.')).toBeTruthy();
  expect(screen.getByText("They can't open it any more. They never did.")).toBeTruthy();
});

test('with one card of theirs there is one way to stop it', async () => {
  server.answers('mine.permissions', { permissions: [permission()] });
  showAt('/home');
  await screen.findByRole('button', { name: /^Stop sharing/ });
  expect(screen.queryByRole('button', { name: /^Stop everything/ })).toBeNull();
});

test('somebody who is kept out is not counted, and their card says that they see nothing', async () => {
  server.answers('mine.permissions', { permissions: [permission({ keptOut: true })] });
  showAt('/home');
  expect(await screen.findByText('You keep this person out. They see none of this.')).toBeTruthy();
  expect(screen.getByText("You're not sharing anything. That's OK.")).toBeTruthy();
});

test('what is paused can be stopped without being shared again first', async () => {
  server.answers('mine.permissions', {
    permissions: [permission({ state: 'paused', pausedBy: 'young_person' })],
  });
  server.answers('mine.stop', { stillShared: [], recipient: 'Rafael Ortiz', alsoFrom: [], out: [] });
  showAt('/home');
  await pressStop();
  expect(await screen.findByText('You stopped sharing goals with Rafael Ortiz.')).toBeTruthy();
});

test('a stop that the server could not do leaves things as they were, and says so', async () => {
  server.answers('mine.permissions', { permissions: [permission()] });
  server.refuses('mine.stop', 'UNAVAILABLE', 503);
  showAt('/home');
  await pressStop();
  expect((await screen.findByText(/You still share the same things/)).role).toBe('alert');
});

test('a stop whose answer never arrived is not called done, nor undone', async () => {
  server.answers('mine.permissions', { permissions: [permission()] });
  server.cannotBeReached('mine.stop');
  showAt('/home');
  await pressStop();
  expect(await screen.findByText(/We can not tell if that went through/)).toBeTruthy();
});

test('what ran out is listed with its last day', async () => {
  server.answers('mine.permissions', { permissions: [permission({ state: 'ended' })] });
  showAt('/home');
  expect(await screen.findByText('Rafael Ortiz: goals. This ran out on March 3, 2027.')).toBeTruthy();
});

test('one tap pauses, and what is paused stands by itself with its way back', async () => {
  const active = permission();
  const paused = permission({ state: 'paused', pausedBy: 'young_person' });
  server.answers('mine.permissions', { permissions: [active] });
  server.answers('mine.pause', paused);
  showAt('/home');
  const pause = await screen.findByRole('button', { name: 'Pause sharing goals with Rafael Ortiz' });
  server.answers('mine.permissions', { permissions: [paused] });
  await userEvent.click(pause);
  const card = await screen.findByRole('article', { name: 'Rafael Ortiz' });
  expect(card.textContent).toContain('You paused this. Only you can start it again.');
  expect(card.textContent).toContain('UntilMarch 3, 2027');
  expect(document.activeElement?.textContent).toContain('Rafael Ortiz can not see this for now: goals.');

  server.answers('mine.resume', active);
  server.answers('mine.permissions', { permissions: [active] });
  await userEvent.click(
    within(card).getByRole('button', { name: 'Start again: share goals with Rafael Ortiz' }),
  );
  expect(await screen.findByRole('button', { name: 'Pause sharing goals with Rafael Ortiz' })).toBeTruthy();
  expect(screen.getByText('Rafael Ortiz can see this again: goals.')).toBeTruthy();
});

test('a pause that did not go through says so, and the card stays', async () => {
  server.answers('mine.permissions', { permissions: [permission()] });
  server.refuses('mine.pause', 'UNAVAILABLE', 503);
  showAt('/home');
  await userEvent.click(await screen.findByRole('button', { name: /^Pause sharing/ }));
  expect((await screen.findByText('That did not go through. Try again.')).role).toBe('alert');
});

test('after a stop it names what they have read, and on which days', async () => {
  server.answers('mine.permissions', { permissions: [permission()] });
  server.answers('mine.stop', {
    stillShared: [],
    recipient: 'Rafael Ortiz',
    alsoFrom: [],
    out: [{ kind: 'case-plan', days: ['2026-11-03', '2026-11-05'] }],
  });
  showAt('/home');
  await pressStop();
  const done = await screen.findByText('Goals: they read it on 2 days. That can not be called back.');
  expect(done.parentElement?.textContent).toContain('The days: November 3, 2026 and November 5, 2026.');
});

test('where nothing was read, it says that they never opened it', async () => {
  server.answers('mine.permissions', { permissions: [permission()] });
  server.answers('mine.stop', { stillShared: [], recipient: 'Rafael Ortiz', alsoFrom: [], out: [] });
  showAt('/home');
  await pressStop();
  expect(await screen.findByText("They can't open it any more. They never did.")).toBeTruthy();
});

test('a yes that was not their own is said behind one short word, and then looks like a pause', async () => {
  server.answers('mine.permissions', { permissions: [permission()] });
  const marking = server.answersLate('mine.mark', {});
  showAt('/home');
  const card = await screen.findByRole('article', { name: 'Rafael Ortiz' });
  const fold = within(card).getByText('More');
  expect(fold.closest('details')?.open).toBe(false);
  await userEvent.click(fold);
  await userEvent.click(screen.getByRole('button', { name: 'Not my own choice: goals, Rafael Ortiz' }));
  server.answers('mine.permissions', {
    permissions: [permission({ state: 'paused', pausedBy: 'young_person' })],
  });
  marking.come();
  const line = await screen.findByText('Rafael Ortiz can not see this for now: goals.');
  expect(marking.asked()).toBe(1);
  expect(line.closest('[role=status]')?.textContent).not.toMatch(/choice|push/);
  expect(await screen.findByText('You paused this. Only you can start it again.')).toBeTruthy();
});

test('a stop that was not their own can be said too, and stays closed', async () => {
  server.answers('mine.permissions', {
    permissions: [permission({ state: 'stopped', categories: [], stopped: ['case-plan'] })],
  });
  server.answers('mine.mark', {});
  showAt('/home');
  await userEvent.click(await screen.findByText('More'));
  await userEvent.click(screen.getByRole('button', { name: 'Not my own choice: goals, Rafael Ortiz' }));
  expect(await screen.findByText('OK. This stays closed: goals, Rafael Ortiz.')).toBeTruthy();
});

test('a mark that did not go through says so, and the card stays', async () => {
  server.answers('mine.permissions', { permissions: [permission()] });
  server.refuses('mine.mark', 'UNAVAILABLE', 503);
  showAt('/home');
  await userEvent.click(await screen.findByText('More'));
  await userEvent.click(screen.getByRole('button', { name: /^Not my own choice/ }));
  expect((await screen.findByText('That did not go through. Try again.')).getAttribute('role')).toBe('alert');
  expect(screen.getByRole('article', { name: 'Rafael Ortiz' })).toBeTruthy();
});
