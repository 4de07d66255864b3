import { screen } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { dana } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, Refusal, server } from '../../testing/server.ts';
import { SignIn } from './SignIn.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test('a wrong password says no more than that, and what was written is kept', async () => {
  server.use(
    answering('staff', {
      'session.signIn': () => {
        throw new Refusal('SIGN_IN_FAILED');
      },
    }),
  );
  const onDone = vi.fn<() => void>();
  const { user } = renderForStaff(<SignIn onDone={onDone} />);
  await user.type(screen.getByLabelText('Email'), 'dana@alder.example');
  await user.type(screen.getByLabelText('Password'), 'not this one');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect((await screen.findByRole('alert')).textContent).toContain(
    'That email and password do not match. Try again.',
  );
  expect(screen.getByLabelText('Email')).toHaveProperty('value', 'dana@alder.example');
  expect(onDone).not.toHaveBeenCalled();
});

test('a right one goes on, and nothing is left in the storage of the browser', async () => {
  server.use(answering('staff', { 'session.signIn': () => dana }));
  const onDone = vi.fn<() => void>();
  const { user } = renderForStaff(<SignIn onDone={onDone} />);
  await user.type(screen.getByLabelText('Email'), 'dana@alder.example');
  await user.type(screen.getByLabelText('Password'), 'the right one{Enter}');
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
});
