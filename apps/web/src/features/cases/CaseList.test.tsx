import { CaseId, newId } from '@accord/kernel';
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, offline, Refusal, server } from '../../testing/server.ts';
import { CaseList } from './CaseList.tsx';
import type { CasesView } from './choose-cases.ts';

const otherCaseId = newId(CaseId);

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function Shown() {
  const [view, setView] = useState<CasesView>({});
  return (
    <CaseList
      view={view}
      onView={setView}
      openCase={() => <a href="/cases/new">Open a case</a>}
      linkTo={(id, name) => <a href={`/cases/${id}`}>{name}</a>}
    />
  );
}
const list = <Shown />;

test('a case shows its code name first, and the name only where it is shared', async () => {
  const one = { caseId, codeName: 'Heron', name: null, openedAt: '2026-11-02T10:00:00.000Z', withMe: true };
  server.use(answering('staff', { 'cases.list': () => ({ cases: [one], more: false }) }));
  renderForStaff(list);
  expect(await screen.findByRole('link', { name: 'Heron' })).toHaveProperty('pathname', `/cases/${caseId}`);
  expect(screen.getByRole('listitem').textContent).not.toContain('Jordan');
});

test('with no cases it says what will be here, and the one next step', async () => {
  server.use(answering('staff', { 'cases.list': () => ({ cases: [], more: false }) }));
  renderForStaff(list);
  expect(await screen.findByText('Nothing is shared with you yet.')).toBeTruthy();
  expect(screen.getAllByRole('link', { name: 'Open a case' })).toHaveLength(1);
});

test('when the server fails it says so in plain words, with the reference for support', async () => {
  server.use(
    answering('staff', {
      'cases.list': () => {
        throw new Refusal('INTERNAL');
      },
    }),
  );
  renderForStaff(list);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Something went wrong on our side.');
  expect(alert.textContent).toContain('Reference: R-TEST');
});

test('without a connection one can try again, and then the list is there', async () => {
  server.use(offline('staff'));
  const { user } = renderForStaff(list);
  await screen.findByText('We cannot reach Accord right now', {}, { timeout: 4_000 });
  server.resetHandlers(answering('staff', { 'cases.list': () => ({ cases: [], more: false }) }));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Nothing is shared with you yet.')).toBeTruthy();
});

test('a filter that leaves nothing says so, and one click shows all again', async () => {
  const one = { caseId, codeName: 'Heron', name: null, openedAt: '2026-11-02T10:00:00.000Z', withMe: true };
  server.use(
    answering('staff', {
      'cases.list': () => ({ cases: [one], more: false }),
      'cases.search': () => ({ cases: [], more: false }),
    }),
  );
  const { user } = renderForStaff(list);
  await user.type(await screen.findByLabelText('Code name, name or birth date'), 'hero');
  expect(screen.getByRole('link', { name: 'Heron' })).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('Show'), 'Shared with me');
  expect(screen.queryByRole('link', { name: 'Heron' })).toBeNull();
  expect(await screen.findByText('No case matches')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show all cases' }));
  expect(screen.getByRole('link', { name: 'Heron' })).toBeTruthy();
  expect(screen.getByLabelText('Code name, name or birth date')).toHaveProperty('value', '');
});

test('a name beyond the list is looked for at the server; when that fails, what was typed stays', async () => {
  const far = { caseId, codeName: 'Cedar', name: 'Ana', openedAt: '2026-11-02T10:00:00.000Z', withMe: true };
  let fails = true;
  server.use(
    answering('staff', {
      'cases.list': () => ({
        cases: [{ ...far, caseId: otherCaseId, codeName: 'Heron', name: null }],
        more: true,
      }),
      'cases.search': (input) => {
        expect(input).toEqual({ text: 'ana' });
        if (fails) throw new Refusal('INTERNAL');
        return { cases: [far], more: false };
      },
    }),
  );
  const { user } = renderForStaff(list);
  await user.type(await screen.findByLabelText('Code name, name or birth date'), 'ana');
  expect((await screen.findByRole('alert')).textContent).toContain('What you typed is still here.');
  fails = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'Cedar' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Heron' })).toBeNull();
});
