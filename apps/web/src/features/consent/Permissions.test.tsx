import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId, permission } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, Refusal, server } from '../../testing/server.ts';
import { Permissions } from './Permissions.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const screenOf = (
  <Permissions
    goOn={(id) => <a href={`/draft/${id}`}>Go on with this draft</a>}
    caseId={caseId}
    above={null}
    prepare={<a href="/new">Ask permission</a>}
  />
);

test('permissions stand under their state: shared, not asked yet, stopped, ended', async () => {
  const permissions = [
    permission({ state: 'ended' }),
    permission({ state: 'draft', need: null }),
    permission(),
    permission({ state: 'stopped', categories: [], stopped: ['edu-record'] }),
  ];
  server.use(answering('staff', { 'consent.list': () => ({ permissions }) }));
  renderForStaff(screenOf);
  await screen.findByRole('region', { name: 'Shared' });
  const parts = screen
    .getAllByRole('region')
    .map((region) => within(region).getAllByRole('heading')[0]?.textContent);
  expect(parts).toEqual(['Shared', 'Not asked yet', 'Stopped', 'Ended']);
  const stopped = screen.getByRole('region', { name: 'Stopped' });
  expect(within(stopped).queryByRole('button')).toBeNull();
});

test('with nothing shared it says that this is a safe place to start', async () => {
  server.use(answering('staff', { 'consent.list': () => ({ permissions: [] }) }));
  renderForStaff(screenOf);
  expect(await screen.findByText('Nothing is shared yet')).toBeTruthy();
});

test('permissions of a case that is not shared read like nothing', async () => {
  server.use(
    answering('staff', {
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
      'consent.list': () => ({
        permissions: [sent.length > 0 ? { ...given, categories: ['appointments'] } : given],
      }),
      'consent.stop': (input) => {
        sent.push(input);
        return { stillShared: ['appointments'], recipient: 'Rafael Ortiz' };
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
  expect(screen.getByText('Rafael Ortiz can no longer see: Goals and steps.', { exact: false })).toBeTruthy();
});
