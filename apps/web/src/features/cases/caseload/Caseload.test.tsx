import { screen } from '@testing-library/react';
import { CaseId, newId, StaffId } from '@accord/kernel';
import { HandoverId } from '@accord/cases';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, Refusal, server } from '../../../testing/server.ts';
import { CaseloadPage } from './CaseloadPage.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const dana = { staffId: newId(StaffId), name: 'Dana', title: 'Worker' };
const cora = { staffId: newId(StaffId), name: 'Cora', title: 'Worker' };
const [heron, wren] = [newId(CaseId), newId(CaseId)];
const loads = {
  supervises: true,
  people: [
    {
      ...dana,
      hasLeft: false,
      cases: [
        { caseId: heron, codeName: 'Heron', untilOn: null },
        { caseId: wren, codeName: 'Wren', untilOn: null },
      ],
    },
  ],
  colleagues: [cora, dana],
  talks: [],
};
const show = () =>
  renderForStaff(<CaseloadPage above={null} linkTo={(id, code) => <a href={`/cases/${id}`}>{code}</a>} />);

test('a whole caseload is handed over in four steps; who cannot take it is named at the field, and nothing is lost', async () => {
  const sent: unknown[] = [];
  server.use(
    answering('staff', {
      'cases.caseloads': () => loads,
      'cases.handOver': (input) => {
        sent.push(input);
        if (sent.length > 1) return {};
        const message = 'They cannot take one of these cases. Choose somebody else for it.';
        throw new Refusal('BAD_INPUT', [{ field: 'comes', message }]);
      },
    }),
  );
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Hand over the cases of Dana' }));
  await user.selectOptions(screen.getByLabelText('Who works on them now?'), 'Cora, Worker');
  await user.click(screen.getByRole('button', { name: 'Hand over 2 cases' }));
  expect((await screen.findByRole('alert')).textContent).toContain('They cannot take one of these cases.');
  await user.click(screen.getByRole('button', { name: 'Hand over 2 cases' }));
  expect(await screen.findByText('Cora works on 2 cases more. The young people are told.')).toBeTruthy();
  expect(sent[1]).toEqual({
    leaves: dana.staffId,
    comes: cora.staffId,
    caseIds: [heron, wren],
    untilOn: null,
  });
});

test('a cover needs its last day, and one case at least', async () => {
  server.use(answering('staff', { 'cases.caseloads': () => loads }));
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Hand over the cases of Dana' }));
  await user.selectOptions(screen.getByLabelText('Who works on them now?'), 'Cora, Worker');
  await user.click(screen.getByLabelText('Until a day. Dana still sees them'));
  await user.click(screen.getByLabelText('Heron'));
  await user.click(screen.getByLabelText('Wren'));
  await user.click(screen.getByRole('button', { name: 'Hand over 0 cases' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Choose a day.');
  expect(alert.textContent).toContain('Choose at least one case.');
});

test('who wants to talk stands first, and goes when somebody talked with them; who supervises nothing is told who does', async () => {
  const talk = {
    handoverId: newId(HandoverId),
    caseId: heron,
    codeName: 'Heron',
    comes: 'Cora',
    on: '2026-11-20',
  };
  let talks = [talk];
  server.use(
    answering('staff', {
      'cases.caseloads': () => ({ ...loads, talks }),
      'cases.talked': () => {
        talks = [];
        return {};
      },
    }),
  );
  const { user, unmount } = show();
  await user.click(await screen.findByRole('button', { name: 'We talked: Heron' }));
  expect(await screen.findByText('Written down.')).toBeTruthy();
  expect(screen.queryByText('They want to talk')).toBeNull();
  unmount();
  server.use(
    answering('staff', {
      'cases.caseloads': () => ({ supervises: false, people: [], colleagues: [], talks: [] }),
    }),
  );
  show();
  expect(await screen.findByText('Whoever supervises a case here says who works on it.')).toBeTruthy();
});
