import type { CaseItem } from '@accord/cases';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Step } from './Step.tsx';

type Given = Partial<Extract<CaseItem, { kind: 'step' }>>;

function show(step: Given) {
  const base = { kind: 'step', state: 'open', doer: null, dueOn: null, isOverdue: false };
  const content = { is: 'open', body: { text: 'Get a bus pass' } };
  render(<Step step={{ ...base, content, ...step } as Extract<CaseItem, { kind: 'step' }>} />);
  return screen.getByText('Get a bus pass').textContent;
}

test('a step says who does it, and where they work', () => {
  const doer = { staffId: 'x', name: 'Rafael Ortiz', agency: 'Alder Police Youth Unit' } as Given['doer'];
  expect(show({ doer: doer ?? null, dueOn: '2031-05-05' })).toBe(
    'Get a bus passWho does it: Rafael Ortiz, Alder Police Youth Unit. By May 5, 2031.',
  );
});

test('one’s own step says you, and a day that has passed is no reproach', () => {
  expect(show({ doer: { youngPerson: true }, dueOn: '2031-05-05', isOverdue: true })).toBe(
    'Get a bus passWho does it: you. It was planned for May 5, 2031.',
  );
});

test('a step of nobody yet says only what it is', () => {
  expect(show({})).toBe('Get a bus pass');
});
