import type { AfterHours as Card } from '@accord/consent';
import { newId, StaffId } from '@accord/kernel';
import { screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { dana } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, server } from '../../../testing/server.ts';
import { AfterHours } from './AfterHours.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const alma = { staffId: newId(StaffId), name: 'Alma Hughes', title: 'Supervisor' };

function show(changes: Partial<Card> = {}) {
  const sent: [string, unknown][] = [];
  const take = (name: string) => (input: unknown) => {
    sent.push([name, input]);
    return {};
  };
  const card: Card = {
    agency: dana.agency.name,
    needsTwo: true,
    onCall: [{ ...alma, phone: '555-0142', endsOn: '2026-11-30' }],
    maySet: false,
    ...changes,
  };
  server.use(
    answering('staff', {
      'session.me': () => dana,
      'emergencies.afterHours': () => card,
      'emergencies.wantTwo': take('wantTwo'),
      'emergencies.putOnCall': take('putOnCall'),
      'emergencies.takeOffCall': take('takeOffCall'),
      'identity.colleagues': () => ({
        agencies: [
          {
            agencyId: dana.agency.agencyId,
            name: dana.agency.name,
            system: 'child-welfare',
            dataTerms: null,
            posts: [],
            staff: [alma, { staffId: dana.staffId, name: dana.name, title: 'Lead' }],
          },
        ],
      }),
    }),
  );
  return { sent, ...renderForStaff(<AfterHours />) };
}

test('the card says whom to call, what it opens, and what never opens; a worker sets nothing', async () => {
  show();
  const card = await screen.findByRole('region', { name: `Emergency access at ${dana.agency.name}` });
  for (const text of ['call 911 first', 'Two people', '555-0142', 'Alma Hughes', 'A safe place never opens'])
    expect(card.textContent).toContain(text);
  expect(screen.queryByRole('button', { name: 'Put on call' })).toBeNull();
});

test('with nobody on call it says so', async () => {
  show({ onCall: [], needsTwo: false });
  expect(await screen.findByText('Nobody is on call now.')).toBeTruthy();
});

test('a supervisor asks for one person or two, puts a colleague on call and takes them off, and never themselves', async () => {
  const { user, sent } = show({ maySet: true });
  await user.click(await screen.findByRole('button', { name: 'Let one person open it' }));
  await user.click(screen.getByRole('button', { name: 'Take Alma Hughes off' }));
  const colleague = screen.getByLabelText<HTMLSelectElement>('Colleague');
  await screen.findByRole('option', { name: 'Alma Hughes, Supervisor' });
  expect([...colleague.options].map(({ label }) => label)).toEqual([
    'Choose a colleague',
    'Alma Hughes, Supervisor',
  ]);
  await user.selectOptions(colleague, 'Alma Hughes, Supervisor');
  await user.type(screen.getByLabelText('Phone number at work'), 'call me');
  await user.click(screen.getByRole('button', { name: 'Put on call' }));
  expect(await screen.findAllByText('Write a phone number.')).not.toHaveLength(0);
  await user.clear(screen.getByLabelText('Phone number at work'));
  await user.type(screen.getByLabelText('Phone number at work'), '555-0142');
  await user.click(screen.getByRole('button', { name: 'Put on call' }));
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(sent).toMatchObject([
    ['wantTwo', { needsTwo: false }],
    ['takeOffCall', { staffId: alma.staffId }],
    ['putOnCall', { staffId: alma.staffId, phone: '555-0142' }],
  ]);
});
