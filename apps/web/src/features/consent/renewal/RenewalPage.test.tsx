import type { Renewal } from '@accord/consent';
import { screen } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { inDays } from '../../../app/when.ts';
import { caseId, dana, permission } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, Refusal, server } from '../../../testing/server.ts';
import { RenewalPage } from './RenewalPage.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const goals = permission({ categories: ['case-plan'], endsOn: '2026-12-01' });
const clinic = permission({
  categories: ['appointments', 'sud-part2'],
  recipient: {
    name: 'Elena Sosa',
    title: 'Therapist',
    agency: 'River Clinic',
    system: 'mental-health',
    post: null,
  },
  endsOn: '2026-12-05',
});

/** The page with a server that remembers what was sent to it. */
function show(renewal: Partial<Renewal> = {}) {
  const sent: [string, unknown][] = [];
  const down = new Set<string>();
  const noting =
    (name: string, answer: unknown) =>
    (input: unknown): unknown => {
      if (down.has(name)) throw new Refusal('UNAVAILABLE');
      sent.push([name, input]);
      return answer;
    };
  server.use(
    answering('staff', {
      'session.me': () => dana,
      'renewal.open': () => ({
        codeName: 'Heron',
        mayRenew: true,
        same: [
          { permission: goals, preview: [] },
          { permission: clinic, preview: [] },
        ],
        changed: [],
        ...renewal,
      }),
      'consent.list': () => ({ permissions: [], maySign: true, judgedBy: null }),
      'consent.pause': noting('pause', goals),
      'renewal.decline': noting('decline', {}),
      'renewal.sign': noting('sign', { permissions: [goals] }),
    }),
  );
  const onDone = vi.fn<() => void>();
  const page = <RenewalPage caseId={caseId} above={null} prepare={<a href="/new">new</a>} onDone={onDone} />;
  return { sent, down, onDone, ...renderForStaff(page) };
}

async function start(user: ReturnType<typeof show>['user']) {
  await user.click(await screen.findByRole('button', { name: 'Hand over to Heron' }));
  await user.click(screen.getByRole('button', { name: 'Start' }));
}
const press = (user: ReturnType<typeof show>['user'], name: string) =>
  user.click(screen.getByRole('button', { name }));

async function signAll(user: ReturnType<typeof show>['user']) {
  await user.click(screen.getByLabelText('I type my name'));
  await user.type(screen.getByLabelText('Your name, as you want it written'), 'Jordan');
  await user.type(screen.getByLabelText('Who is here with you?'), 'Ann Lee');
  for (const box of screen.getAllByRole('checkbox', { name: /^I / })) await user.click(box);
  await press(user, 'Sign them');
}

test('a yes to each is one tap; one name signs both, with the marks of each and one last day', async () => {
  const { user, sent, onDone } = show();
  await start(user);
  const answers = ['Yes, the same', 'No, let it end', 'Not now'].map(
    (name) => screen.getByRole('button', { name }).className,
  );
  expect(new Set(answers).size).toBe(1);
  await press(user, 'Yes, the same');
  await screen.findByText('Card 2 of 2');
  await press(user, 'Yes, the same');
  await screen.findByText('You said yes to 2');
  await user.click(screen.getByRole('checkbox', { name: /^Drug and alcohol program/ }));
  await signAll(user);
  await screen.findByText('It is signed');
  expect(sent).toMatchObject([
    [
      'sign',
      {
        caseId,
        endsOn: inDays(90),
        yes: [
          { grantId: goals.grantId, initials: [] },
          { grantId: clinic.grantId, initials: ['sud-part2'] },
        ],
      },
    ],
  ]);
  await press(user, 'Give the screen back');
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
});

test('a no is written down, a pause acts at once, and where nobody said yes nothing is signed', async () => {
  const { user, sent } = show();
  await start(user);
  await press(user, 'No, let it end');
  await screen.findByText('Card 2 of 2');
  await press(user, 'Pause it now');
  expect(await screen.findByText('Nothing was renewed. That is OK.')).toBeTruthy();
  expect(sent).toEqual([
    ['decline', { caseId, grantId: goals.grantId }],
    ['pause', { caseId, grantId: clinic.grantId }],
  ]);
});

test('not now sends nothing, and one can go back to it', async () => {
  const { user, sent } = show();
  await start(user);
  await press(user, 'Not now');
  await screen.findByText('Card 2 of 2');
  await press(user, 'Back');
  expect(await screen.findByText('Card 1 of 2')).toBeTruthy();
  expect(sent).toEqual([]);
});

test('a pause that did not arrive says so on its card, and is tried again', async () => {
  const { user, sent, down } = show();
  await start(user);
  down.add('pause');
  await press(user, 'Pause it now');
  const again = await screen.findByRole('button', { name: 'Try again' });
  expect(screen.getByText('Card 1 of 2')).toBeTruthy();
  down.clear();
  await user.click(again);
  expect(await screen.findByText('Card 2 of 2')).toBeTruthy();
  expect(sent).toEqual([['pause', { caseId, grantId: goals.grantId }]]);
});

test('what is not the same any more is named with why, and is no card', async () => {
  show({ same: [], changed: [{ permission: goals, why: 'left' }] });
  const list = await screen.findByRole('list', { name: 'Not the same any more' });
  expect(list.textContent).toContain('They do not work there any more.');
  expect(screen.queryByRole('button', { name: /^Hand over/ })).toBeNull();
});

test('whoever may not have it signed reads what ends, and who renews it', async () => {
  show({ mayRenew: false });
  expect(await screen.findByText('A worker on the case renews these with Heron.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Hand over/ })).toBeNull();
});
