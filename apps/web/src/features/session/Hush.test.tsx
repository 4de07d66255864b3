import { Button, useAnnounce } from '@accord/ui';
import { useQueryClient } from '@tanstack/react-query';
import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createStaffClient } from '../../app/client.ts';
import { createLock } from '../../app/lock.ts';
import { createLocking, LockingProvider } from '../../app/locking.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { dana } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { Hush } from './Hush.tsx';

function Page() {
  const announce = useAnnounce();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const enter = () => {
    queries.clear();
    queries.setQueryData(trpc.session.me.queryKey(), dana);
  };
  return (
    <>
      <Button onClick={() => announce('Noor Haddad can no longer see: School.')}>Say it</Button>
      <Button onClick={enter}>Enter</Button>
      <Button onClick={() => queries.clear()}>Sign out</Button>
      <Hush />
    </>
  );
}

const said = () => screen.getByRole('status').textContent;

test('what was said to one person is gone when another comes in their place, and when they sign out', async () => {
  const { user } = renderForStaff(<Page />);
  await user.click(screen.getByRole('button', { name: 'Enter' }));
  for (const change of ['Enter', 'Sign out']) {
    await user.click(screen.getByRole('button', { name: 'Say it' }));
    expect(said()).toContain('Noor Haddad');
    await user.click(screen.getByRole('button', { name: change }));
    expect(said()).toBe('');
  }
});

test('a locked page has nothing left to read out', async () => {
  const lock = createLock();
  const { user } = renderForStaff(
    <LockingProvider locking={createLocking(lock, createStaffClient())}>
      <Page />
    </LockingProvider>,
  );
  await user.click(screen.getByRole('button', { name: 'Say it' }));
  act(() => lock.cover(null));
  expect(said()).toBe('');
});
