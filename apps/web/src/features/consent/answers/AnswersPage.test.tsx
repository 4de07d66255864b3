import { type Answer, AnswerInput, type AnswerSpan } from '@accord/consent';
import { screen } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, server } from '../../../testing/server.ts';
import { AnswersPage } from './AnswersPage.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const caseId = '01970000-0000-7000-8000-000000000001';
const staffId = '01970000-0000-7000-8000-000000000003';
const choices = {
  codeName: 'Heron',
  people: [
    {
      staffId,
      name: 'Rafael Ortiz',
      title: 'Detective',
      agency: 'Town Police',
      hasLeft: true,
      purposes: ['care-plan-coordination', 'investigation'],
    },
  ],
  items: [],
};
const span: Omit<AnswerSpan, 'from' | 'to' | 'open'> = {
  reason: 'BY_CONSENT',
  differs: false,
  policyVersion: 'CA 1',
  firstFailing: null,
  cures: [],
  consents: [],
  trace: [{ step: 'consent', basis: null, rule: 'initials', outcome: 'pass' }],
};
const answer = {
  codeName: 'Heron',
  owner: 'County Welfare',
  person: { name: 'Rafael Ortiz', title: 'Detective', agency: 'Town Police' },
  kinds: ['case-plan'],
  purpose: 'care-plan-coordination',
  day: '2026-05-03',
  answeredAt: '2026-06-01T00:00:00.000Z',
  zone: 'America/Chicago',
  spans: [
    { ...span, from: '2026-05-03T05:00:00.000Z', to: '2026-05-03T17:10:00.000Z', open: true },
    {
      ...span,
      reason: 'NO_BASIS',
      from: '2026-05-03T17:10:00.000Z',
      to: '2026-05-04T05:00:00.000Z',
      open: false,
    },
  ],
  bases: [],
  opened: [],
  keptSince: null,
} satisfies Answer;

function show(cases = [{ caseId, codeName: 'Heron' }]) {
  const asked: unknown[] = [];
  server.use(
    answering('staff', {
      'answers.cases': () => ({ cases }),
      'answers.choices': () => choices,
      'answers.ask': (input: unknown) => {
        asked.push(input);
        return answer;
      },
    }),
  );
  const { user } = renderForStaff(<AnswersPage above={null} accounting={() => null} />);
  return { user, asked };
}

async function choose({ user }: ReturnType<typeof show>) {
  await user.selectOptions(await screen.findByLabelText('Case'), 'Heron');
  await screen.findByRole('option', { name: 'Rafael Ortiz, Detective (has left)' });
  await user.selectOptions(screen.getByLabelText('Could this person'), staffId);
  await user.selectOptions(screen.getByLabelText('See this'), 'kind:case-plan');
}

test('whoever supervises no case is told who can ask', async () => {
  show([]);
  expect(await screen.findByText('You answer for no case')).toBeDefined();
});

test('the answer comes by itself, part by part of the network’s day, and is asked for once', async () => {
  const shown = show();
  await choose(shown);
  await shown.user.type(screen.getByLabelText('On this day'), '2026-05-03');
  expect(await screen.findByRole('heading', { name: 'For a part of the day' })).toBeDefined();
  expect(screen.getByText('12:00 AM to 12:10 PM')).toBeDefined();
  expect(screen.getByText('12:10 PM to midnight')).toBeDefined();
  expect(shown.asked).toHaveLength(1);
  expect(AnswerInput.safeParse(shown.asked[0]).success).toBe(true);
});

test('nothing is asked before all of it is chosen, or about a year that is half typed', async () => {
  const shown = show();
  await choose(shown);
  await shown.user.type(screen.getByLabelText('On this day'), '0202-05-03');
  expect(screen.getByText(/^Choose a case, a person/)).toBeDefined();
  expect(shown.asked).toEqual([]);
});
