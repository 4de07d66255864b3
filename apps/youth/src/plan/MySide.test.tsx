import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { standIn } from '../testing/server.ts';
import { showAt } from '../testing/show-at.tsx';

const server = standIn();
const NOTE = '01890000-0000-7000-8000-00000000000a';

const item = (itemId: string, kind: string, parentId: string | null, body: object) => ({
  itemId,
  kind,
  categories: ['appointments'],
  owner: 'County Welfare',
  author: kind === 'note' ? 'Dana' : null,
  at: '2026-11-20T12:00:00.000Z',
  revision: 1,
  state: 'open',
  parentId,
  content: { is: 'open', body },
  audience: [],
});

/** The page with a note, and what they said to it. */
function plan(...sides: string[]) {
  server.answers('session.me', { kind: 'youth', youngPersonId: 'y', codeName: 'Heron', demo: true });
  server.answers('mine.open', {
    caseId: '01890000-0000-7000-8000-00000000000c',
    codeName: 'Heron',
    purpose: 'self-access',
    items: [
      item(NOTE, 'note', null, { facts: 'Missed the pool.' }),
      ...sides.map((text, index) =>
        item(`01890000-0000-7000-8000-0000000000b${index}`, 'statement', NOTE, { text }),
      ),
    ],
    team: [],
    writes: [],
    obligations: [],
    accessEndsAt: null,
  });
}

async function write(text: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'Add my side' }));
  const field = screen.getByRole('textbox', { name: 'My side of it, in my words' });
  expect(document.activeElement).toBe(field);
  if (text) await userEvent.type(field, text);
  await userEvent.click(screen.getByRole('button', { name: 'Save my side' }));
  return field;
}

test('their side is written beside what it answers, and stands there', async () => {
  plan();
  showAt('/plan');
  await screen.findByText('Missed the pool.');
  server.answers('mine.addMySide', { itemId: NOTE });
  plan('The bus did not come.');
  await write('The bus did not come.');
  expect(await screen.findByRole('heading', { name: 'My side of it' })).toBeTruthy();
  expect(screen.getByText('The bus did not come.').tagName).toBe('BLOCKQUOTE');
});

test('what was written is kept when it was not saved, and why is said', async () => {
  plan();
  showAt('/plan');
  server.refuses('mine.addMySide', 'UNAVAILABLE', 503);
  const field = await write('The bus did not come.');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/cannot be saved right now/));
  expect(field).toHaveProperty('value', 'The bus did not come.');
});

test('nothing is sent where nothing was written, and one can go back', async () => {
  plan();
  showAt('/plan');
  await write('');
  expect(screen.getByRole('alert').textContent).toBe('Write something first, or go back.');
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(screen.queryByRole('textbox')).toBeNull();
});
