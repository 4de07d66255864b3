import { AgencyId, GrantId, newId, StaffId } from '@accord/kernel';
import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { caseId, dana, goal, permission } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, server } from '../../testing/server.ts';
import { AskPermission } from './AskPermission.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const grantId = newId(GrantId);
const rafael = { staffId: newId(StaffId), name: 'Rafael Ortiz', title: 'Detective' };
const police = {
  agencyId: newId(AgencyId),
  name: 'Alder Police Youth Unit',
  system: 'law-enforcement' as const,
  dataTerms: null,
};

/** The page with a server that remembers what was sent to it. */
function ask(agency: Omit<typeof police, 'system'> & { system: string } = police) {
  const sent: { procedure: string; input: unknown }[] = [];
  const noting = (procedure: string, answer: unknown) => (input: unknown) => {
    sent.push({ procedure, input });
    return answer;
  };
  const preview = [
    {
      itemId: goal.itemId,
      kind: 'goal',
      categories: ['case-plan'],
      fields: ['ownWords'],
      title: 'Get back to art class',
    },
  ];
  server.use(
    answering('staff', {
      'session.me': () => dana,
      'consent.whoSeesWhat': () => ({
        codeName: 'Heron',
        owner: 'Alder County Child Welfare',
        dataTerms: 'Ask the elders first.',
        at: '2026-11-02T10:00:00.000Z',
        columns: [],
        rows: [],
      }),
      'cases.list': () => ({
        cases: [
          { caseId, codeName: 'Heron', name: null, openedAt: '2026-11-02T10:00:00.000Z', withMe: true },
        ],
        more: false,
      }),
      'identity.colleagues': () => ({ agencies: [{ ...agency, staff: [rafael] }] }),
      'consent.prepare': noting('prepare', { grantId, preview }),
      'consent.discard': noting('discard', {}),
      'consent.sign': noting('sign', permission({ grantId, categories: ['case-plan'] })),
      'consent.list': () => ({
        permissions: [
          permission({
            categories: ['edu-record'],
            recipient: { name: 'Priya Nair', title: null, agency: 'Schools', system: 'education' },
          }),
        ],
      }),
    }),
  );
  const onDone = vi.fn<() => void>();
  return { sent, onDone, ...renderForStaff(<AskPermission caseId={caseId} above={null} onDone={onDone} />) };
}

async function prepare(user: UserEvent) {
  await user.selectOptions(await screen.findByLabelText('Who would see it'), 'Rafael Ortiz, Detective');
  await user.click(screen.getByLabelText(/^Goals and steps/));
  await user.selectOptions(
    screen.getByLabelText('What it would be used for'),
    'Working together on the plan',
  );
  await user.type(screen.getByLabelText('Why it is needed'), 'A safe drive to class.');
  await user.type(screen.getByLabelText('Can this be done without sharing?'), 'The driver needs the day.');
  await user.click(screen.getByRole('button', { name: 'Show what they would see' }));
  await user.click(await screen.findByRole('button', { name: 'Hand over to Heron' }));
}

test('what is missing is named per field, and nothing was sent or ticked', async () => {
  const { sent, user } = ask();
  await screen.findByLabelText('Who would see it');
  expect(screen.getAllByRole('checkbox').filter((box) => (box as HTMLInputElement).checked)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Show what they would see' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Choose a person or an agency');
  expect(alert.textContent).toContain('Choose at least one kind of information.');
  expect(document.activeElement).toBe(alert);
  expect(sent).toEqual([]);
});

test('a yes is signed with a witness and ends in who can see it and who cannot', async () => {
  const { sent, user, onDone } = ask();
  await prepare(user);
  for (let card = 1; card < 6; card += 1) {
    await user.click(screen.getByRole('button', { name: /^(Next|Go on without looking)$/ }));
  }
  expect(screen.getByText('If you say yes, a copy is kept in your app. You can print it too.')).toBeTruthy();
  const answers = ['Yes, share it', 'No', 'Not now'].map(
    (name) => screen.getByRole('button', { name }).className,
  );
  expect(new Set(answers).size).toBe(1);
  await user.click(screen.getByRole('button', { name: 'Yes, share it' }));
  await user.click(screen.getByLabelText('I type my name'));
  await user.type(screen.getByLabelText('Your name, as you want it written'), 'Jordan');
  await user.type(screen.getByLabelText('Who is here with you?'), 'Ann Lee');
  for (const box of screen.getAllByRole('checkbox', { name: /^I / })) await user.click(box);
  await user.click(screen.getByRole('button', { name: 'Share it' }));
  expect(await screen.findByText('Rafael Ortiz can now see: Goals and steps.')).toBeTruthy();
  expect(await screen.findByText('Priya Nair cannot see this through a permission of yours.')).toBeTruthy();
  expect(sent.at(-1)).toEqual({
    procedure: 'sign',
    input: {
      caseId,
      grantId,
      method: 'typed',
      signedName: 'Jordan',
      witnessName: 'Ann Lee',
      understood: true,
      notACondition: true,
      copyGiven: true,
    },
  });
  const print = vi.spyOn(window, 'print').mockReturnValue();
  await user.click(screen.getByRole('button', { name: 'Print my copy' }));
  expect(print).toHaveBeenCalledOnce();
  await user.click(screen.getByRole('button', { name: 'Give the screen back' }));
  expect(onDone).toHaveBeenCalledOnce();
});

test('a no takes one tap on the first card, takes the draft back and shares nothing', async () => {
  const { sent, user } = ask();
  await prepare(user);
  await user.click(screen.getByRole('button', { name: 'No' }));
  expect(await screen.findByText('Nothing was shared. That is OK.')).toBeTruthy();
  expect(sent.map(({ procedure }) => procedure)).toEqual(['prepare', 'discard']);
});

test('the preview shows what the recipient would see, and going on without it is said in words', async () => {
  const { user } = ask();
  await prepare(user);
  await user.click(screen.getByRole('button', { name: 'Next' }));
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(screen.getByRole('button', { name: 'Go on without looking' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show me what they would see' }));
  expect(screen.getByText('Today, they would see this:')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Next' })).toBeTruthy();
});

test('police may have to use it in court: said of police and youth courts, and of nobody else', async () => {
  const { user } = ask();
  await prepare(user);
  for (let card = 1; card < 5; card += 1) {
    await user.click(screen.getByRole('button', { name: /^(Next|Go on without looking)$/ }));
  }
  expect(screen.getByText('Police may have to use what they read in court.')).toBeTruthy();
});

test('of a school it is not said', async () => {
  const { user } = ask({ ...police, system: 'education' });
  await prepare(user);
  for (let card = 1; card < 5; card += 1) {
    await user.click(screen.getByRole('button', { name: /^(Next|Go on without looking)$/ }));
  }
  expect(screen.getByRole('heading', { name: 'Things to think about' })).toBeTruthy();
  expect(screen.queryByText('Police may have to use what they read in court.')).toBeNull();
});

test('the agency’s own words on sharing stand above the form', async () => {
  ask();
  expect(
    await screen.findByText('Alder County Child Welfare says of sharing: Ask the elders first.'),
  ).toBeTruthy();
});

test('for whoever holds nothing of the case there is no such page', async () => {
  server.use(
    answering('staff', { 'session.me': () => dana, 'identity.colleagues': () => ({ agencies: [] }) }),
  );
  renderForStaff(<AskPermission caseId={caseId} above={null} onDone={() => undefined} />);
  expect(await screen.findByText("Nothing here, or it isn't shared with you.")).toBeTruthy();
  expect(screen.queryByLabelText('Who would see it')).toBeNull();
});

test('an ask that goes to the lead worker first says so above the form as well', async () => {
  ask().unmount();
  renderForStaff(
    <AskPermission caseId={caseId} prefill={{ leadFirst: true }} above={null} onDone={() => undefined} />,
  );
  expect(
    await screen.findByText(/It goes to the lead worker first, before anyone asks Heron\./),
  ).toBeTruthy();
});
