import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { permission } from '../testing/permission.ts';
import { standIn } from '../testing/server.ts';
import { showAt } from '../testing/show-at.tsx';

const server = standIn();

const nadia = {
  name: 'Nadia Petrova',
  title: 'Clinic nurse',
  agency: 'Alder Community Health',
  system: 'medical',
  post: 'Sports nurse',
} as const;
const announced = permission({ state: 'announced', recipient: nadia, categories: ['appointments'] });

test('somebody new is shown with what they would see, and two answers; nothing is shared meanwhile', async () => {
  server.answers('mine.permissions', { permissions: [announced] });
  showAt('/home');
  expect(await screen.findByRole('heading', { name: 'Nadia Petrova' })).toBeTruthy();
  expect(screen.getByText('Nadia Petrova is now Sports nurse at Alder Community Health.')).toBeTruthy();
  expect(screen.getByText('If you say this is fine, they can see: appointments.')).toBeTruthy();
  expect(screen.getByText("You're not sharing anything. That's OK.")).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Start again/ })).toBeNull();
});

test.each([
  ['This is fine: Nadia Petrova', ['appointments'], 'Nadia Petrova can now see: appointments.'],
  ['This is fine: Nadia Petrova', [], 'We wrote that down. Nadia Petrova sees nothing while it is paused.'],
  ['Not this person: Nadia Petrova', [], 'We wrote that down. Nadia Petrova sees none of it.'],
])('%s: it says what is true then', async (button, opened, sentence) => {
  server.answers('mine.permissions', { permissions: [announced] });
  server.answers('mine.answerNewHolder', { opened });
  showAt('/home');
  await userEvent.click(await screen.findByRole('button', { name: button }));
  expect(await screen.findByText(sentence)).toBeTruthy();
});

test('an answer that did not arrive is said, and can be given again', async () => {
  server.answers('mine.permissions', { permissions: [announced] });
  server.refuses('mine.answerNewHolder', 'CONFLICT', 409);
  showAt('/home');
  await userEvent.click(await screen.findByRole('button', { name: 'This is fine: Nadia Petrova' }));
  expect((await screen.findByRole('alert')).textContent).toBe('That did not go through. Try again.');
  expect(screen.getByRole('button', { name: 'This is fine: Nadia Petrova' })).toBeTruthy();
});

test('a job that nobody does is named, opens nothing, and can be stopped', async () => {
  const { agency } = nadia;
  const vacant = permission({
    state: 'vacant',
    recipient: { ...nadia, name: agency, title: null },
    categories: ['appointments'],
  });
  server.answers('mine.permissions', { permissions: [vacant] });
  showAt('/home');
  expect(await screen.findByRole('heading', { name: 'Nobody there now' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Sports nurse, Alder Community Health' })).toBeTruthy();
  expect(screen.getByRole('button', { name: /Stop sharing appointments/ })).toBeTruthy();
});
