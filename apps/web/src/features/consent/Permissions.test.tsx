import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId, permission } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, Refusal, server } from '../../testing/server.ts';
import { Permissions } from './Permissions.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const noBases = { bases: [], mayRecord: true, mayEnd: true };
const screenOf = (
  <Permissions
    goOn={(id) => <a href={`/draft/${id}`}>Go on with this draft</a>}
    linkToLaw={(words) => <a href="/state-law">{words}</a>}
    caseId={caseId}
    above={null}
    toSigners={<a href="/signers">Who may sign</a>}
    prepare={<a href="/new">Ask permission</a>}
    record={<a href="/law">Record an order or a duty</a>}
  />
);

test('permissions stand under their state: shared, not asked yet, stopped, ended', async () => {
  const permissions = [
    permission({ state: 'ended' }),
    permission({ state: 'draft', need: null }),
    permission(),
    permission({
      state: 'stopped',
      categories: [],
      stopped: ['edu-record'],
      stoppedByName: 'Alma Hughes',
      stoppedAt: '2025-11-20T10:00:00.000Z',
    }),
  ];
  server.use(
    answering('staff', {
      'bases.list': () => noBases,
      'consent.inbox': () => ({ waiting: [], comingOfAge: [], cases: [{ caseId, codeName: 'Heron' }] }),
      'consent.list': () => ({ permissions, maySign: true }),
    }),
  );
  renderForStaff(screenOf);
  await screen.findByRole('region', { name: 'Shared' });
  const parts = screen
    .getAllByRole('region')
    .map((region) => within(region).getAllByRole('heading')[0]?.textContent);
  expect(parts).toEqual(['Shared', 'Not asked yet', 'Stopped', 'Ended', 'By law or court order']);
  const stopped = screen.getByRole('region', { name: 'Stopped' });
  expect(within(stopped).queryByRole('button', { name: /^(Stop|Pause|Start)/ })).toBeNull();
  expect(stopped.textContent).toContain('Stopped onNovember 20, 2025, by Alma Hughes');
  expect(stopped.textContent).not.toContain('Until');
  expect(screen.getByRole('heading', { level: 1, name: 'Permissions: Heron' })).toBeTruthy();
});

test('with nothing shared it says that this is a safe place to start', async () => {
  server.use(
    answering('staff', {
      'bases.list': () => noBases,
      'consent.inbox': () => ({ waiting: [], comingOfAge: [], cases: [{ caseId, codeName: 'Heron' }] }),
      'consent.list': () => ({ permissions: [] }),
    }),
  );
  renderForStaff(screenOf);
  expect(await screen.findByText('Nothing is shared yet')).toBeTruthy();
});

test('permissions of a case that is not shared read like nothing', async () => {
  server.use(
    answering('staff', {
      'bases.list': () => noBases,
      'consent.inbox': () => ({ waiting: [], comingOfAge: [], cases: [{ caseId, codeName: 'Heron' }] }),
      'consent.list': () => {
        throw new Refusal('NOT_FOUND');
      },
    }),
  );
  renderForStaff(screenOf);
  expect(await screen.findByText("Nothing here, or it isn't shared with you.")).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Ask permission' })).toBeNull();
});

test('one kind is stopped after one question that names the kind and the person', async () => {
  const given = permission();
  const sent: unknown[] = [];
  server.use(
    answering('staff', {
      'bases.list': () => noBases,
      'consent.inbox': () => ({ waiting: [], comingOfAge: [], cases: [{ caseId, codeName: 'Heron' }] }),
      'consent.list': () => ({
        permissions: [sent.length > 0 ? { ...given, categories: ['appointments'] } : given],
      }),
      'consent.stop': (input) => {
        sent.push(input);
        return {
          stillShared: ['appointments'],
          recipient: 'Rafael Ortiz',
          alsoFrom: [],
          out: [{ kind: 'case-plan', days: ['2026-11-03', '2026-11-05'] }],
        };
      },
    }),
  );
  const { user } = renderForStaff(screenOf);
  await user.click(await screen.findByRole('button', { name: 'Stop: Goals and steps, Rafael Ortiz' }));
  const question = screen.getByRole('group', { name: 'Stop sharing Goals and steps with Rafael Ortiz?' });
  expect(document.activeElement).toBe(within(question).getByRole('button', { name: 'Keep' }));
  await user.click(within(question).getByRole('button', { name: 'Stop' }));
  await waitFor(() => expect(screen.queryByText('Goals and steps')).toBeNull());
  expect(sent).toEqual([{ caseId, grantId: given.grantId, categories: ['case-plan'] }]);
  const line = await screen.findByText(/^Rafael Ortiz can no longer see: Goals and steps\./);
  expect(line.textContent).toContain(
    'They have read Goals and steps on 2 days: November 3, 2026 and November 5, 2026. That cannot be called back.',
  );
  await waitFor(() => expect(document.activeElement).toBe(line));
});

test('everything with one recipient is stopped by one question, where more than one permission names them', async () => {
  const given = permission({ categories: ['case-plan'] });
  const other = permission({ categories: ['appointments'] });
  const alone = permission({ recipient: { ...given.recipient, name: 'Priya Nair' } });
  const sent: unknown[] = [];
  server.use(
    answering('staff', {
      'bases.list': () => noBases,
      'consent.inbox': () => ({ waiting: [], comingOfAge: [], cases: [{ caseId, codeName: 'Heron' }] }),
      'consent.list': () => ({ permissions: sent.length > 0 ? [alone] : [given, other, alone] }),
      'consent.stop': (input) => {
        sent.push(input);
        return { stillShared: [], recipient: 'Rafael Ortiz', alsoFrom: [], out: [] };
      },
    }),
  );
  const { user } = renderForStaff(screenOf);
  const [button] = await screen.findAllByRole('button', { name: 'Stop everything with Rafael Ortiz' });
  expect(screen.queryByRole('button', { name: 'Stop everything with Priya Nair' })).toBeNull();
  await user.click(button as HTMLElement);
  const question = screen.getByRole('group', { name: /^Stop everything that is shared with Rafael Ortiz/ });
  await user.click(within(question).getByRole('button', { name: 'Stop' }));
  expect(await screen.findByText(/^Everything with Rafael Ortiz is stopped\./)).toBeTruthy();
  expect(sent).toEqual([{ caseId, grantId: given.grantId, everything: true }]);
});

test('two people of one name are told apart by where they work', async () => {
  const given = permission({ categories: ['case-plan'] });
  const elsewhere = permission({
    categories: ['case-plan'],
    recipient: { ...given.recipient, agency: 'Bay School District' },
  });
  server.use(
    answering('staff', {
      'consent.inbox': () => ({ waiting: [], comingOfAge: [], cases: [] }),
      'consent.list': () => ({ permissions: [given, elsewhere] }),
    }),
  );
  renderForStaff(screenOf);
  await screen.findByRole('button', { name: 'Pause sharing with Rafael Ortiz, Alder Police Youth Unit' });
  expect(
    screen.getByRole('button', { name: 'Pause sharing with Rafael Ortiz, Bay School District' }),
  ).toBeTruthy();
});

test('a permission says how it was signed, with which witness, and who wrote that down', async () => {
  const permissions = [permission()];
  server.use(
    answering('staff', {
      'bases.list': () => noBases,
      'consent.inbox': () => ({ waiting: [], comingOfAge: [], cases: [] }),
      'consent.list': () => ({ permissions, maySign: true }),
    }),
  );
  renderForStaff(screenOf);
  const card = await screen.findByRole('listitem');
  expect(card.textContent).toContain('SignedName typed on');
  expect(card.textContent).toContain('WitnessAnn Lee');
  expect(card.textContent).toContain('Recorded byDana Whitfield');
});

test('a pause takes one click, and what staff paused they start again', async () => {
  let one = permission();
  server.use(
    answering('staff', {
      'bases.list': () => noBases,
      'consent.inbox': () => ({ waiting: [], comingOfAge: [], cases: [{ caseId, codeName: 'Heron' }] }),
      'consent.list': () => ({ permissions: [one], maySign: true }),
      'consent.pause': () =>
        (one = {
          ...one,
          state: 'paused',
          pausedBy: 'staff',
          pausedByName: 'Alma Hughes',
          pausedAt: '2025-11-22T10:00:00.000Z',
        }),
      'consent.resume': () => (one = { ...one, state: 'active', pausedBy: null }),
    }),
  );
  const { user } = renderForStaff(screenOf);
  await user.click(await screen.findByRole('button', { name: 'Pause sharing with Rafael Ortiz' }));
  const paused = await screen.findByRole('region', { name: 'Paused' });
  expect(paused.textContent).toContain('Paused by Alma Hughes on November 22, 2025, for Heron.');
  const line = screen.getByText('Rafael Ortiz can not see it for now.');
  await waitFor(() => expect(document.activeElement).toBe(line));
  await user.click(within(paused).getByRole('button', { name: 'Start again: share with Rafael Ortiz' }));
  expect(await screen.findByRole('region', { name: 'Shared' })).toBeTruthy();
  const again = await screen.findByText('Rafael Ortiz can see it again.');
  await waitFor(() => expect(document.activeElement).toBe(again));
});

test('what the young person paused says who can start it again, and has no button for anybody else', async () => {
  const permissions = [permission({ state: 'paused', pausedBy: 'young_person' })];
  server.use(
    answering('staff', {
      'bases.list': () => noBases,
      'consent.inbox': () => ({ waiting: [], comingOfAge: [], cases: [{ caseId, codeName: 'Heron' }] }),
      'consent.list': () => ({ permissions, maySign: true }),
    }),
  );
  renderForStaff(screenOf);
  expect(await screen.findByText('Paused by Heron. Only Heron can start it again.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Start/ })).toBeNull();
});

test('a kept draft can be gone on with, by whoever may have it signed', async () => {
  const permissions = [permission({ state: 'draft', signed: null })];
  const list = (maySign: boolean) =>
    server.use(
      answering('staff', {
        'bases.list': () => noBases,
        'consent.inbox': () => ({ waiting: [], comingOfAge: [], cases: [] }),
        'consent.list': () => ({ permissions, maySign }),
      }),
    );
  list(true);
  const { unmount } = renderForStaff(screenOf);
  expect(await screen.findByRole('link', { name: 'Go on with this draft' })).toBeTruthy();
  unmount();
  list(false);
  renderForStaff(screenOf);
  await screen.findByRole('button', { name: 'Discard this draft' });
  expect(screen.queryByRole('link', { name: 'Go on with this draft' })).toBeNull();
});

test('two permissions for one person have buttons that are told apart', async () => {
  const permissions = [
    permission({ categories: ['case-plan'] }),
    permission({ categories: ['appointments'] }),
  ];
  server.use(
    answering('staff', {
      'bases.list': () => noBases,
      'consent.inbox': () => ({ waiting: [], comingOfAge: [], cases: [{ caseId, codeName: 'Heron' }] }),
      'consent.list': () => ({ permissions, maySign: true }),
    }),
  );
  renderForStaff(screenOf);
  const stops = await screen.findAllByRole('button', { name: /^Stop all of it, Rafael Ortiz/ });
  const names = stops.map((button) => button.getAttribute('aria-label'));
  expect(new Set(names).size).toBe(2);
  expect(names[0]).toContain('(Goals and steps)');
});
