import { screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { page, permission } from '../../testing/heron.ts';
import { renderForYouth } from '../../testing/render.tsx';
import { answering, liveStream, server } from '../../testing/server.ts';
import { MySharing } from './MySharing.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test('each person is there with each kind, and stopping one asks once and then says what is true', async () => {
  const given = permission();
  const stops: unknown[] = [];
  server.use(
    liveStream('youth').handler,
    answering('youth', {
      'mine.open': () => page({ purpose: 'self-access', writes: [] }),
      'mine.permissions': () => ({
        permissions: [
          stops.length > 0 ? { ...given, categories: ['appointments'] } : given,
          permission({ state: 'ended' }),
        ],
      }),
      'mine.stop': (input) => {
        stops.push(input);
        return { stillShared: ['appointments'], recipient: 'Rafael Ortiz', alsoFrom: [], out: [] };
      },
    }),
  );
  const { user } = renderForYouth(<MySharing seat="left" of="jordan" onCase={() => undefined} />);
  expect(await screen.findByText('You share some of your information with 1 person.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Stop sharing Goals and steps with Rafael Ortiz' }));
  await user.click(screen.getByRole('button', { name: 'Stop sharing' }));
  expect(await screen.findByText('Rafael Ortiz can no longer see: Goals and steps.')).toBeTruthy();
  expect(screen.getByText('What they already read, they know.')).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('Goals and steps')).toBeNull());
  expect(stops).toEqual([{ grantId: given.grantId, categories: ['case-plan'] }]);
});

test('sharing nothing is fine, and is said', async () => {
  server.use(
    liveStream('youth').handler,
    answering('youth', {
      'mine.open': () => page({ purpose: 'self-access' }),
      'mine.permissions': () => ({ permissions: [] }),
    }),
  );
  renderForYouth(<MySharing seat="left" of="jordan" onCase={() => undefined} />);
  expect(await screen.findByText("You're not sharing anything. That's OK.")).toBeTruthy();
});
