import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { standIn } from '../testing/server.ts';
import { showAt } from '../testing/show-at.tsx';

const server = standIn();
const ortiz = {
  staffId: '0193d1f0-0000-7000-8000-000000000001',
  name: 'Rafael Ortiz',
  title: 'Detective',
  agency: 'Alder Police Youth Unit',
};
const kept = { ...ortiz, since: '2026-11-16T10:00:00.000Z' };

test('a person is kept out without a reason, and the words that say so take the focus', async () => {
  server.answers('mine.keptOut', { people: [], others: [ortiz] });
  server.answers('mine.keepOut', {});
  showAt('/circle');
  await screen.findByText('You are not keeping anyone out.');
  await userEvent.selectOptions(screen.getByRole('combobox'), 'Rafael Ortiz, Detective');
  server.answers('mine.keptOut', { people: [kept], others: [] });
  await userEvent.click(screen.getByRole('button', { name: 'Keep Rafael Ortiz out' }));
  await screen.findByRole('button', { name: 'Let Rafael Ortiz back in' });
  expect(document.activeElement?.textContent).toBe(
    "Rafael Ortiz can't open anything of yours any more. We do not tell them, but they may notice.",
  );
});

test('without a choice it says what is missing, and sends nothing', async () => {
  server.answers('mine.keptOut', { people: [], others: [ortiz] });
  showAt('/circle');
  await userEvent.click(await screen.findByRole('button', { name: 'Keep out' }));
  expect(screen.getByText('Choose a person first.').id).toBe(
    screen.getByRole('combobox').getAttribute('aria-describedby'),
  );
});

test('what the server could not do is said, and nothing is called done', async () => {
  server.answers('mine.keptOut', { people: [kept], others: [] });
  server.refuses('mine.letBack', 'UNAVAILABLE', 503);
  showAt('/circle');
  await userEvent.click(await screen.findByRole('button', { name: 'Let Rafael Ortiz back in' }));
  expect((await screen.findByText(/Nothing has changed/)).role).toBe('alert');
});
