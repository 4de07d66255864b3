import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { standIn } from '../testing/server.ts';
import { showAt } from '../testing/show-at.tsx';

const server = standIn();
const HARBOR = '01890000-0000-7000-8000-0000000000aa';

const sheet = (kind: string, body: object) => ({
  itemId: `01890000-0000-7000-8000-00000000000${kind.length}`,
  kind,
  categories: ['about-me'],
  owner: 'Harbor Youth',
  author: null,
  at: '2026-11-20T12:00:00.000Z',
  revision: 1,
  state: 'open',
  parentId: null,
  content: { is: 'open', body },
  audience: [],
  mayEdit: true,
  holder: 'Harbor Youth',
  changed: null,
});

function about(...items: object[]) {
  server.answers('session.me', { kind: 'youth', youngPersonId: 'y', codeName: 'Heron', demo: true });
  server.answers('mine.open', {
    caseId: '01890000-0000-7000-8000-00000000000c',
    codeName: 'Heron',
    purpose: 'self-access',
    items,
    team: [],
    writes: [],
    obligations: [],
    accessEndsAt: null,
  });
  server.answers('mine.careChoices', {
    keeper: 'Harbor Youth',
    agencies: [{ agencyId: HARBOR, name: 'Harbor Youth' }],
  });
}

test('who reads it is said before anything is written, and what was written stands there', async () => {
  about();
  showAt('/me');
  expect(await screen.findByText(/Harbor Youth keeps this, and your workers there can read it/)).toBeTruthy();
  server.answers('mine.writeSheet', { revision: 1 });
  await userEvent.click(screen.getAllByRole('button', { name: 'Write it' })[0] as HTMLElement);
  await userEvent.click(screen.getByRole('button', { name: 'Save it' }));
  expect(screen.getByText('Write at least one of the four, or go back.')).toBeTruthy();
  about(sheet('card', { helps: 'Music' }));
  await userEvent.type(screen.getByLabelText('What helps me'), 'Music');
  await userEvent.click(screen.getByRole('button', { name: 'Save it' }));
  await waitFor(() => expect(screen.getByText('Music').tagName).toBe('BLOCKQUOTE'));
});

test('what was written stays in its field when it was not saved', async () => {
  about(sheet('card', { helps: 'Music' }));
  showAt('/me');
  await screen.findByText('Music');
  server.refuses('mine.writeSheet', 'CONFLICT', 409);
  await userEvent.click(screen.getByRole('button', { name: 'Change it' }));
  await userEvent.type(screen.getByLabelText('What helps me'), ' on');
  await userEvent.click(screen.getByRole('button', { name: 'Save it' }));
  expect(await screen.findByText(/Your worker just changed this/)).toBeTruthy();
  expect(screen.getByLabelText('What helps me')).toHaveProperty('value', 'Music on');
});

test('what they told is never written down here: a place, and taps', async () => {
  about(sheet('told-once', { holderId: HARBOR, topics: ['court'], again: 3 }));
  showAt('/me');
  expect(await screen.findByText('Please do not ask me again about court.')).toBeTruthy();
  expect(screen.getByText('I had to tell it again: 3')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Change it' }));
  expect(screen.queryByRole('textbox')).toBeNull();
  const court = screen.getByRole('button', { name: 'court', pressed: true });
  await userEvent.click(court);
  await userEvent.click(screen.getByRole('button', { name: 'Save it' }));
  expect(screen.getByText('Choose at least one.')).toBeTruthy();
});
