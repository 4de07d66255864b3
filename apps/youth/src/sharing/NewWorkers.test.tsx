import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { standIn } from '../testing/server.ts';
import { showAt } from '../testing/show-at.tsx';

const server = standIn();

const cora = {
  handoverId: '018f2b6c-0000-7000-8000-000000000001',
  leaves: 'Dana Whitfield',
  comes: 'Cora Lane',
  title: 'Child welfare worker',
  agency: 'Alder County Child Welfare',
  untilOn: null,
  on: '2026-11-20',
};

test('somebody new who works with them is named, with what stays; they can ask to talk about it', async () => {
  server.answers('mine.permissions', { permissions: [] });
  server.answers('mine.handovers', { handovers: [cora] });
  server.answers('mine.answerHandover', {});
  showAt('/home');
  expect(await screen.findByRole('heading', { name: 'Cora Lane' })).toBeTruthy();
  expect(
    screen.getByText('Cora Lane works with you now. Dana Whitfield does not see your page any more.'),
  ).toBeTruthy();
  server.answers('mine.handovers', { handovers: [] });
  await userEvent.click(screen.getByRole('button', { name: 'I want to talk about it: Cora Lane' }));
  expect(
    await screen.findByText('We wrote that down. Someone who leads the team will talk with you.'),
  ).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'Cora Lane' })).toBeNull();
});

test('a cover says until when, and an answer that did not arrive can be given again', async () => {
  server.answers('mine.permissions', { permissions: [] });
  server.answers('mine.handovers', { handovers: [{ ...cora, untilOn: '2026-12-01' }] });
  server.refuses('mine.answerHandover', 'INTERNAL', 500);
  showAt('/home');
  expect(
    await screen.findByText(/^Cora Lane works with you too, until .*, while Dana Whitfield is away\.$/),
  ).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'This is fine: Cora Lane' }));
  expect((await screen.findByRole('alert')).textContent).toBe('That did not go through. Try again.');
});
