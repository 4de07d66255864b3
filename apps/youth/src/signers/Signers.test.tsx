import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { standIn } from '../testing/server.ts';
import { showAt } from '../testing/show-at.tsx';

const server = standIn();

const mother = {
  authorityId: '0193d1f0-0000-7000-8000-000000000001',
  capacity: 'guardian',
  relation: 'mother',
  domains: ['education', 'general-health'],
  evidence: 'birth-record',
  sinceOn: '2026-11-03',
  endsOn: null,
  isOver: false,
  mayContact: true,
  excluded: null,
};
const answer = (...authorities: object[]) => ({
  authorities: authorities as [],
  majorityOn: '2099-05-04',
  years: 16,
  maySign: false,
});
const excluded = { ...mother, mayContact: false, excluded: 'young_person' };
const waiting = { ...mother, mayContact: false };
const NO = "Your mother: I don't want this person to sign or be told";

test('an adult stands with what they may sign about, and whether anyone may ask them', async () => {
  server.answers('mine.signers', answer(mother, { ...waiting, authorityId: '2', relation: 'father' }));
  showAt('/adults');
  const card = await screen.findByRole('article', { name: 'Your mother' });
  expect(card.textContent).toContain('school and health');
  expect(card.textContent).toContain('Your worker may ask them to sign.');
  expect(screen.getByRole('article', { name: 'Your father' }).textContent).toContain(
    'No one has asked them yet.',
  );
  expect(screen.getByText(/^On May 4, 2099 you come of age\./)).toBeTruthy();
});

test('with nobody on the list it says so', async () => {
  server.answers('mine.signers', answer());
  showAt('/adults');
  expect(await screen.findByText('No adult is on the list.')).toBeTruthy();
});

test('a no asks once more, needs no reason, and the words that say what it did take the focus', async () => {
  server.answers('mine.signers', answer(mother));
  server.answers('mine.excludeSigner', {});
  showAt('/adults');
  await userEvent.click(await screen.findByRole('button', { name: NO }));
  const question = screen.getByRole('group', { name: /^Your mother: keep them from signing/ });
  server.answers('mine.signers', answer(excluded));
  await userEvent.click(within(question).getByRole('button', { name: 'Yes, keep them out' }));
  await screen.findByText("You said that you don't want them to sign or be told.");
  expect(document.activeElement?.textContent).toBe(
    'Your mother can not sign now and is told nothing. What they signed is closed.',
  );
});

test('leaving it brings the focus back to the button', async () => {
  server.answers('mine.signers', answer(mother));
  showAt('/adults');
  const button = await screen.findByRole('button', { name: NO });
  await userEvent.click(button);
  await userEvent.click(screen.getByRole('button', { name: 'No, leave it' }));
  expect(document.activeElement).toBe(button);
});

test('they take their own no back; what a worker said is not theirs to take back', async () => {
  const byStaff = { ...excluded, authorityId: '2', relation: 'father', excluded: 'staff' };
  server.answers('mine.signers', answer(excluded, byStaff));
  server.answers('mine.letSign', {});
  showAt('/adults');
  const take = await screen.findByRole('button', { name: 'Your mother: take that back' });
  expect(screen.queryByRole('button', { name: 'Your father: take that back' })).toBeNull();
  server.answers('mine.signers', answer(waiting, byStaff));
  await userEvent.click(take);
  expect(
    await screen.findByText('Your mother may sign again. No one asks them until you say it is OK.'),
  ).toBeTruthy();
});

test('what the server could not do is said at the question, and nothing is called done', async () => {
  server.answers('mine.signers', answer(mother));
  server.refuses('mine.excludeSigner', 'UNAVAILABLE', 503);
  showAt('/adults');
  await userEvent.click(await screen.findByRole('button', { name: NO }));
  await userEvent.click(screen.getByRole('button', { name: 'Yes, keep them out' }));
  expect((await screen.findByText(/Nothing has changed/)).role).toBe('alert');
});
