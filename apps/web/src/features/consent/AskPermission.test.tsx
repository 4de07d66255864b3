import type { LawLine, Permission } from '@accord/consent';
import { AgencyId, GrantId, newId, StaffId } from '@accord/kernel';
import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { inDays } from '../../app/when.ts';
import { caseId, dana, goal, permission, paper } from '../../testing/heron.ts';
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
  posts: [],
};

/** The page with a server that remembers what was sent to it. */
function ask({
  agency = police,
  law = [],
  majorityOn = null,
  signed = {},
}: {
  agency?: Omit<typeof police, 'system'> & { system: string };
  law?: LawLine[];
  majorityOn?: string | null;
  signed?: Partial<Permission>;
} = {}) {
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
      'consent.prepare': noting('prepare', { grantId, preview, law }),
      'consent.discard': noting('discard', {}),
      'consent.signers': () => ({ authorities: [], majorityOn, years: 17, maySign: true }),
      'consent.sign': noting('sign', permission({ grantId, categories: ['case-plan'], ...signed })),
      'consent.paper': () => paper,
      'consent.list': () => ({
        permissions: [
          permission({
            categories: ['edu-record'],
            recipient: {
              name: 'Priya Nair',
              title: null,
              agency: 'Schools',
              system: 'education',
              post: null,
            },
          }),
        ],
      }),
    }),
  );
  const onDone = vi.fn<() => void>();
  return { sent, onDone, ...renderForStaff(<AskPermission caseId={caseId} above={null} onDone={onDone} />) };
}

async function prepare(user: UserEvent, kinds: readonly RegExp[] = [/^Goals and steps/]) {
  await user.selectOptions(await screen.findByLabelText('Who would see it'), 'Rafael Ortiz, Detective');
  for (const kind of kinds) await user.click(screen.getByLabelText(kind));
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

test('what it is for fills in the least that answers it: one kind, a use, an end, and the line', async () => {
  const { sent, user } = ask();
  await user.click(await screen.findByRole('radio', { name: 'So that visits and days do not clash' }));
  await user.selectOptions(screen.getByLabelText('Who would see it'), 'Rafael Ortiz, Detective');
  expect(screen.getByText('The least for this: Appointments, for 30 days.')).toBeTruthy();
  await user.type(screen.getByLabelText('Can this be done without sharing?'), 'They need the days.');
  await user.click(screen.getByRole('button', { name: 'Show what they would see' }));
  await screen.findByRole('button', { name: 'Hand over to Heron' });
  expect(sent.at(-1)?.input).toMatchObject({
    categories: ['appointments'],
    purpose: 'care-plan-coordination',
    endsOn: inDays(30),
    need: 'So that visits and days do not clash.',
  });
});

test('a line that somebody wrote stays when they choose what it is for', async () => {
  const { user } = ask();
  const line = await screen.findByLabelText('Why it is needed');
  await user.type(line, 'For the drive.');
  await user.click(screen.getByRole('radio', { name: 'To plan the next steps together' }));
  expect(line).toHaveProperty('value', 'For the drive.');
  expect(screen.getByRole('checkbox', { name: /^Goals and steps/ })).toHaveProperty('checked', true);
});

test('where nobody may use it for that, no use is filled in, and the form says so', async () => {
  const { user } = ask();
  await user.selectOptions(await screen.findByLabelText('Who would see it'), 'Rafael Ortiz, Detective');
  await user.click(screen.getByRole('radio', { name: 'For a report that a court asked for' }));
  expect(screen.getByText(/^Nobody at Alder Police Youth Unit may use information for this/)).toBeTruthy();
  expect(screen.getByLabelText('What it would be used for')).toHaveProperty('value', '');
});

test('what can be done without sharing is not asked, and the way back keeps what was filled in', async () => {
  const { sent, user } = ask();
  await user.click(await screen.findByRole('radio', { name: 'To plan the next steps together' }));
  await user.click(screen.getByRole('button', { name: 'Yes, it can' }));
  expect(document.activeElement?.textContent).toMatch(/^Then do it that way\. Nothing is asked of Heron/);
  expect(screen.queryByRole('button', { name: 'Show what they would see' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Go on with the form' }));
  expect(screen.getByRole('radio', { name: 'To plan the next steps together' })).toHaveProperty(
    'checked',
    true,
  );
  expect(sent).toEqual([]);
});

test('a yes is signed with a witness and ends in who can see it and who cannot', async () => {
  const { sent, user, onDone } = ask();
  await prepare(user);
  for (let card = 1; card < 6; card += 1) {
    await user.click(screen.getByRole('button', { name: /^(Next|Go on without looking)$/ }));
  }
  expect(
    screen.getByText('If you say yes, you get a copy. It is in your app, and you can print it.'),
  ).toBeTruthy();
  const answers = ['Yes, share it', 'No', 'Not now'].map(
    (name) => screen.getByRole('button', { name }).className,
  );
  expect(new Set(answers).size).toBe(1);
  await user.click(screen.getByRole('button', { name: 'Yes, share it' }));
  await user.click(await screen.findByLabelText('I type my name'));
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
      initials: [],
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
  const { user } = ask({ agency: { ...police, system: 'education' } });
  await prepare(user);
  for (let card = 1; card < 5; card += 1) {
    await user.click(screen.getByRole('button', { name: /^(Next|Go on without looking)$/ }));
  }
  expect(screen.getByRole('heading', { name: 'Things to think about' })).toBeTruthy();
  expect(screen.queryByText('Police may have to use what they read in court.')).toBeNull();
  expect(screen.queryByText(/^The law may keep what you tell an advocate/)).toBeNull();
});

test('V-14: sharing what an advocate wrote may end its privilege, and the young person is told before', async () => {
  const { user } = ask();
  await prepare(user, [/^Advocate/]);
  for (let card = 1; card < 5; card += 1) {
    await user.click(screen.getByRole('button', { name: /^(Next|Go on without looking)$/ }));
  }
  expect(screen.getByText(/^The law may keep what you tell an advocate out of court/)).toBeTruthy();
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

const school: LawLine = { kind: 'edu-record', rules: ['F-3'], needs: 'adult' };

test('before the hand-over it says what the law still asks for; the rules are one click away', async () => {
  const { user } = ask({ law: [school] });
  await prepare(user, [/^Goals and steps/, /^School/]);
  const preview = screen.getByRole('list', { name: 'Not open yet', hidden: true });
  expect(preview.textContent).toContain('A parent or guardian has to sign this too.');
  expect(preview.textContent).toContain('F-3 (34 CFR 99.3-99.5)');
});

test('the cards say in plain words what waits for an adult, how to stop, and who may pass it on; no rule ids', async () => {
  const { user } = ask({ law: [school] });
  await prepare(user, [/^School/]);
  const dialog = within(screen.getByRole('dialog'));
  const next = () => user.click(dialog.getByRole('button', { name: /^(Next|Go on without looking)$/ }));
  expect(dialog.getByText(/You still get help, whatever you choose/)).toBeTruthy();
  await next();
  await next();
  expect(dialog.getByText('A parent or guardian has to say yes to this too.')).toBeTruthy();
  expect(screen.getByRole('dialog').textContent).not.toContain('F-3');
  await next();
  await next();
  expect(dialog.getByText('You can stop at any time, in your app or by telling your worker.')).toBeTruthy();
  expect(dialog.getByText('What was read can not be called back.')).toBeTruthy();
  expect(dialog.getByText('Who reads it may pass it on. Some are not allowed to.')).toBeTruthy();
});

test('each of the more private kinds is marked by itself; what has no mark stays closed, and that is said first', async () => {
  const { user, sent } = ask({
    signed: { categories: ['mh-record'], law: [{ kind: 'sogi', rules: ['initials'], needs: 'initials' }] },
  });
  await prepare(user, [/^Feelings and therapy/, /^Gender and/]);
  const dialog = within(screen.getByRole('dialog'));
  for (let card = 1; card < 6; card += 1) {
    await user.click(dialog.getByRole('button', { name: /^(Next|Go on without looking)$/ }));
  }
  await user.click(dialog.getByRole('button', { name: 'Yes, share it' }));
  const marks = within(await dialog.findByRole('group', { name: 'Which of these may open?' }));
  expect(marks.getAllByRole('checkbox').map((box) => (box as HTMLInputElement).checked)).toEqual([
    false,
    false,
  ]);
  await user.click(marks.getByRole('checkbox', { name: /^Feelings and therapy/ }));
  expect(dialog.getByText(/^Without a mark, this stays closed: Gender/)).toBeTruthy();
  await user.click(dialog.getByLabelText('I type my name'));
  await user.type(dialog.getByLabelText('Your name, as you want it written'), 'Jordan');
  await user.type(dialog.getByLabelText('Who is here with you?'), 'Ann Lee');
  for (const box of dialog.getAllByRole('checkbox', { name: /^I / })) await user.click(box);
  await user.click(dialog.getByRole('button', { name: 'Share it' }));
  expect(await dialog.findByText('You did not mark this one.')).toBeTruthy();
  expect(sent.at(-1)).toMatchObject({ procedure: 'sign', input: { initials: ['mh-record'] } });
});

test('where all of it waits, the young person reads that nothing is open yet', async () => {
  const { user } = ask({ law: [school], signed: { categories: [], law: [school] } });
  await prepare(user, [/^School/]);
  const dialog = within(screen.getByRole('dialog'));
  for (let card = 1; card < 6; card += 1) {
    await user.click(dialog.getByRole('button', { name: /^(Next|Go on without looking)$/ }));
  }
  await user.click(dialog.getByRole('button', { name: 'Yes, share it' }));
  await user.click(await dialog.findByLabelText('I say it out loud, with a witness'));
  await user.type(dialog.getByLabelText('Your name, as you want it written'), 'Jordan');
  await user.type(dialog.getByLabelText('Who is here with you?'), 'Ann Lee');
  for (const box of dialog.getAllByRole('checkbox', { name: /^I / })) await user.click(box);
  await user.click(dialog.getByRole('button', { name: 'Share it' }));
  expect(await dialog.findByText('Nothing is open yet.')).toBeTruthy();
  expect(dialog.queryByText(/can now see/)).toBeNull();
});

test('signing for the time after they come of age is offered when that is near, and not before', async () => {
  const soon = inDays(60);
  const { user, sent, unmount } = ask({ majorityOn: soon });
  await user.click(await screen.findByLabelText(/^Only for the time after they come of age/));
  await prepare(user);
  expect(sent[0]).toMatchObject({ procedure: 'prepare', input: { fromMajority: true } });
  unmount();
  ask({ majorityOn: inDays(91) });
  await screen.findByLabelText('Who would see it');
  expect(screen.queryByLabelText(/^Only for the time after/)).toBeNull();
});
