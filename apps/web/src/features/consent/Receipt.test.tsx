import { screen } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { caseId, permission, paper } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, server } from '../../testing/server.ts';
import { Receipt } from './Receipt.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const given = permission();
const otherAgency = { ...given.recipient, agency: 'Bay School District' };

test('somebody of the same name elsewhere is told apart, and is said not to see it', async () => {
  const permissions = [given, permission({ recipient: otherAgency, categories: ['edu-record'] })];
  server.use(answering('staff', { 'consent.paper': () => paper, 'consent.list': () => ({ permissions }) }));
  renderForStaff(<Receipt caseId={caseId} permission={given} onDone={vi.fn()} />);
  expect(
    await screen.findByText(
      'Rafael Ortiz, Bay School District cannot see this through a permission of yours.',
    ),
  ).toBeTruthy();
  expect(screen.getByText(/^Rafael Ortiz, Alder Police Youth Unit can now see: /)).toBeTruthy();
});

test('who sees one of the kinds by another permission is not said to see nothing', async () => {
  const permissions = [
    given,
    permission({ recipient: otherAgency, categories: ['edu-record'] }),
    permission({ recipient: otherAgency, categories: ['case-plan'] }),
    permission({ recipient: { ...otherAgency, name: 'Priya Nair' }, categories: ['edu-record'] }),
  ];
  server.use(answering('staff', { 'consent.paper': () => paper, 'consent.list': () => ({ permissions }) }));
  renderForStaff(<Receipt caseId={caseId} permission={given} onDone={vi.fn()} />);
  expect(await screen.findByText('Priya Nair cannot see this through a permission of yours.')).toBeTruthy();
  expect(screen.getAllByText(/cannot see this/)).toHaveLength(1);
});
