import type { ReferralStanding } from '@accord/cases';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { standIn } from '../testing/server.ts';
import { showAt } from '../testing/show-at.tsx';

const server = standIn();

const standing = (rest: Partial<ReferralStanding> = {}): ReferralStanding => ({
  status: 'requested',
  reason: null,
  helped: null,
  at: '2026-11-20T12:00:00.000Z',
  by: null,
  part: 'young-person',
  next: [],
  reached: null,
  unansweredDays: 0,
  ...rest,
});

function plan(rest: Partial<ReferralStanding>, revision = 1) {
  server.answers('session.me', { kind: 'youth', youngPersonId: 'y', codeName: 'Heron', demo: true });
  server.answers('mine.open', {
    caseId: '01890000-0000-7000-8000-00000000000c',
    codeName: 'Heron',
    purpose: 'self-access',
    items: [
      {
        itemId: '01890000-0000-7000-8000-00000000000a',
        kind: 'referral',
        categories: ['service-linkage'],
        owner: 'County Welfare',
        author: 'Dana',
        at: '2026-11-20T12:00:00.000Z',
        revision,
        state: 'open',
        parentId: null,
        content: {
          is: 'open',
          body: { service: 'Harbor House rooms', organization: 'Harbor House', reason: 'A room' },
        },
        audience: [],
        standing: standing(rest),
      },
    ],
    team: [],
    writes: [],
    obligations: [],
    accessEndsAt: null,
  });
}

test.each([
  [{}, 'It is on your plan. No answer yet.'],
  [{ status: 'accepted' }, 'They said yes.'],
  [{ status: 'rejected', reason: 'full' }, "They can't: they are full right now."],
  [{ status: 'in-progress' }, 'It has started.'],
  [{ status: 'completed' }, 'They say it is done.'],
  [{ status: 'completed', helped: true }, 'You said that it helped.'],
  [{ status: 'completed', helped: false }, 'You said that it did not really help.'],
] as const)('a service says where it stands: %j', async (rest, words) => {
  plan(rest);
  showAt('/plan');
  expect(await screen.findByText(words)).toBeTruthy();
});

test('whether it helped is asked only where they say that it is done', async () => {
  plan({ status: 'accepted' });
  showAt('/plan');
  await screen.findByText('They said yes.');
  expect(screen.queryByText('Did this help?')).toBeNull();
});

test('the answer is sent with what was on the screen, and the page says it', async () => {
  plan({ status: 'completed' }, 4);
  showAt('/plan');
  const asked = within(await screen.findByRole('group', { name: 'Did this help?' }));
  server.answers('mine.referralHelped', { revision: 5, status: 'completed' });
  plan({ status: 'completed', helped: true }, 5);
  await userEvent.click(asked.getByRole('button', { name: 'Yes: Harbor House rooms' }));
  expect(await screen.findByText('You said that it helped.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Yes: Harbor House rooms' }).ariaPressed).toBe('true');
});

test('when it moved meanwhile nothing is said for them, and they are told to look', async () => {
  plan({ status: 'completed' }, 4);
  showAt('/plan');
  const no = await screen.findByRole('button', { name: 'Not really: Harbor House rooms' });
  server.refuses('mine.referralHelped', 'CONFLICT', 409);
  await userEvent.click(no);
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^This just changed/));
});
