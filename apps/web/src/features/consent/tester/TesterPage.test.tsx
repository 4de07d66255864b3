import {
  type PolicyCase,
  PolicyCaseId,
  type PolicyCaseRun,
  type PolicyCases,
  SavePolicyCaseInput,
} from '@accord/consent';
import { newId } from '@accord/kernel';
import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, Refusal, server } from '../../../testing/server.ts';
import { TesterPage } from './TesterPage.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const run = (changes: Partial<PolicyCaseRun> = {}): PolicyCaseRun => ({
  answered: { decision: 'permit', reason: 'BY_CONSENT' },
  misread: null,
  policyVersion: 'CA 2026-11-22',
  firstFailing: null,
  cures: [],
  trace: [{ step: 'consent', basis: null, rule: 'initials', outcome: 'pass' }],
  ...changes,
});
const one = (changes: Partial<PolicyCase> = {}): PolicyCase => ({
  key: 'plan-by-permission',
  name: 'The name in the file',
  own: null,
  asked: {
    kinds: ['case-plan'],
    purposes: ['care-plan-coordination'],
    on: '2026-06-01',
    law: 'CA 2026-11-22',
  },
  expected: { decision: 'permit', reason: 'BY_CONSENT' },
  passes: true,
  run: run(),
  ...changes,
});
const policyCaseId = newId(PolicyCaseId);
const closed = run({
  answered: { decision: 'deny', reason: 'NO_BASIS' },
  firstFailing: { step: 'consent', basis: null, rule: 'initials', outcome: 'deny' },
  cures: ['permission'],
});
const own = one({
  key: policyCaseId,
  name: 'The plan is open to everybody',
  own: { policyCaseId, madeBy: 'Alma Hughes', madeAt: '2026-06-01T12:00:00.000Z' },
  passes: false,
  run: closed,
});

function show(changes: Partial<PolicyCases> = {}, answers: Parameters<typeof answering>[1] = {}) {
  const sent: Record<string, unknown>[] = [];
  const take = (input: unknown) => {
    sent.push(input as Record<string, unknown>);
    return { policyCaseId };
  };
  const found: PolicyCases = {
    agency: 'County Welfare',
    maySet: true,
    laws: ['CA 2026-11-22', 'IL 2026-11-22'],
    cases: [one()],
    ...changes,
  };
  server.use(
    answering('staff', {
      'policyCases.list': () => found,
      'policyCases.try': () => closed,
      'policyCases.save': take,
      'policyCases.remove': take,
      ...answers,
    }),
  );
  return { sent, ...renderForStaff(<TesterPage above={null} />) };
}
const NAME = 'A signed permission opens the plan to the person it names';
const openTry = async (user: ReturnType<typeof show>['user']) => {
  await user.click(await screen.findByRole('button', { name: `Try a change: ${NAME}` }));
  return screen.getByRole('form', { name: 'The same made-up facts, another question' });
};

describe('the list', () => {
  test('says in words how many are as expected, and what is asked and answered', async () => {
    show();
    expect(await screen.findByText('1 of 1 as expected.')).toBeTruthy();
    expect(screen.getByRole('heading', { name: NAME })).toBeTruthy();
    expect(screen.getByText('As expected')).toBeTruthy();
    expect(screen.getByText(/^Goals and steps.* Rules: California, version 2026-11-22\.$/)).toBeTruthy();
    expect(screen.getByText('It is, as it must be').nextElementSibling?.textContent).toBe(
      'Open. A signed permission opens it.',
    );
    expect(screen.getByText('No case is saved here yet')).toBeTruthy();
  });

  test('puts what is not as expected first, with why and what would open it', async () => {
    show({ cases: [own, one({ key: 'plan-paused', passes: false, run: closed }), one()] });
    expect(await screen.findByText('1 of 3 as expected.')).toBeTruthy();
    expect(screen.getByText(/^Not as expected: 2\./)).toBeTruthy();
    const shipped = within(screen.getByRole('list', { name: 'Cases that come with Accord' }));
    expect(shipped.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
      'A paused permission opens nothing',
      NAME,
    ]);
    expect(screen.getAllByText('A signed permission.')).toHaveLength(2);
  });

  test('of a question that nobody could ask, or read, says so', async () => {
    const misread = run({
      answered: { decision: 'deny', reason: 'ENGINE_INDETERMINATE' },
      misread: 'facts.young',
    });
    show({
      cases: [
        one({ key: 'plan-ended', passes: false, run: run({ answered: null, trace: [] }) }),
        one({ key: 'plan-paused', passes: false, run: misread }),
      ],
    });
    expect(await screen.findByText(/^Nothing was asked\./)).toBeTruthy();
    expect(
      screen.getByText('The rules cannot read the question at facts.young. It stays closed.'),
    ).toBeTruthy();
  });

  test('whoever supervises nothing reads and asks, and is told who saves', async () => {
    const { user } = show({ maySet: false, cases: [own, one()] });
    const form = await openTry(user);
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
    expect(screen.getByText(/can save and remove cases here\.$/)).toBeTruthy();
    await user.click(within(form).getByRole('button', { name: 'Ask' }));
    await screen.findByRole('heading', { name: 'The answer' });
    expect(screen.queryByRole('form', { name: 'Save it as a case' })).toBeNull();
  });

  test('that does not come says so, and can be asked for again', async () => {
    show(
      {},
      {
        'policyCases.list': () => {
          throw new Refusal('INTERNAL');
        },
      },
    );
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

describe('a change', () => {
  test('is asked, answered, and saved with the answer that it had', async () => {
    const { user, sent } = show();
    const form = within(await openTry(user));
    await user.selectOptions(form.getByLabelText('What it would be used for'), 'treatment');
    await user.selectOptions(form.getByLabelText('By the rules of'), 'No state');
    await user.click(form.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByRole('heading', { name: 'The answer' })).toBeTruthy();
    const save = within(screen.getByRole('form', { name: 'Save it as a case' }));
    await user.click(save.getByRole('button', { name: 'Save as a case' }));
    expect((await save.findAllByText('Give it a name.')).length).toBeGreaterThan(0);
    expect(sent).toEqual([]);
    await user.type(save.getByLabelText('Name'), 'No plan for care');
    await user.click(save.getByRole('button', { name: 'Save as a case' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(SavePolicyCaseInput.parse(sent[0])).toEqual({
      from: 'plan-by-permission',
      kinds: ['case-plan'],
      purpose: 'treatment',
      on: '2026-06-01',
      law: null,
      name: 'No plan for care',
      expected: { decision: 'deny', reason: 'NO_BASIS' },
    });
    expect((await screen.findAllByText(/^The case is saved\./)).length).toBeGreaterThan(0);
  });

  test('an answer goes with its question: another question has none yet', async () => {
    const { user } = show();
    const form = within(await openTry(user));
    await user.click(form.getByRole('button', { name: 'Ask' }));
    await screen.findByRole('heading', { name: 'The answer' });
    await user.selectOptions(form.getByLabelText('What it would be used for'), 'treatment');
    expect(screen.queryByRole('heading', { name: 'The answer' })).toBeNull();
    expect(screen.queryByRole('form', { name: 'Save it as a case' })).toBeNull();
  });

  test('another answer may be demanded: then any reason will do', async () => {
    const { user, sent } = show();
    const form = within(await openTry(user));
    await user.click(form.getByRole('button', { name: 'Ask' }));
    const save = within(await screen.findByRole('form', { name: 'Save it as a case' }));
    await user.type(save.getByLabelText('Name'), 'It should open');
    await user.selectOptions(save.getByLabelText('It must be'), 'Open');
    await user.click(save.getByRole('button', { name: 'Save as a case' }));
    await waitFor(() => expect(sent[0]?.['expected']).toEqual({ decision: 'permit', reason: null }));
  });
});

test('a saved case is removed after one more question', async () => {
  const { user, sent } = show({ cases: [own, one()] });
  await user.click(await screen.findByRole('button', { name: `Remove: ${own.name}` }));
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Remove it' }));
  await waitFor(() => expect(sent).toEqual([{ policyCaseId }]));
});
