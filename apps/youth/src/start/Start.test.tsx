import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { standIn } from '../testing/server.ts';
import { showAt } from '../testing/show-at.tsx';

const server = standIn();

beforeEach(() => {
  server.answers('session.me', null);
  server.refuses('demo.cards', 'NOT_FOUND', 404);
});

async function passFirstPage() {
  await userEvent.click(await screen.findByRole('button', { name: 'OK, go on' }));
}

async function signIn(email: string, password: string) {
  if (email) await userEvent.type(screen.getByLabelText('Email'), email);
  if (password) await userEvent.type(screen.getByLabelText('Password'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

test('the first page says what Exit does and that history stays, and is passed in one tap', async () => {
  showAt('/');
  await screen.findByText(/It does not clear your history/);
  await passFirstPage();
  expect(document.activeElement?.textContent).toBe('Sign in');
});

test('the first page comes once in a page load', async () => {
  showAt('/');
  await passFirstPage();
  await userEvent.click(screen.getByRole('link', { name: 'Help now' }));
  await userEvent.click(await screen.findByRole('link', { name: 'Go back' }));
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy();
});

test('outside the demo there is no card, only the form', async () => {
  showAt('/');
  await passFirstPage();
  expect(screen.queryByText('Demo log-in')).toBeNull();
  expect(screen.getByLabelText('Email').getAttribute('autocomplete')).toBe('username');
  expect(screen.getByLabelText('Password').getAttribute('autocomplete')).toBe('current-password');
});

test('in the demo the young people have a card, the staff have none here', async () => {
  const card = { title: 'Young person, 16', agency: null, sees: 'Sees their own plan.' };
  server.answers('demo.cards', {
    youthUrl: '',
    cards: [
      { ...card, key: 'jordan', app: 'youth', name: 'Jordan' },
      { ...card, key: 'dana', app: 'staff', name: 'Dana' },
    ],
  });
  showAt('/');
  await passFirstPage();
  expect(screen.getByRole('button', { name: 'Go in as Jordan' })).toBeTruthy();
  expect(screen.queryByText('Dana')).toBeNull();
});

test('a field left out is named, and the first one takes the focus', async () => {
  showAt('/');
  await passFirstPage();
  await signIn('', 'something');
  expect(document.activeElement).toBe(screen.getByLabelText('Email'));
  expect(screen.getByText('Write your email.')).toBeTruthy();
  expect(screen.queryByText('Write your password.')).toBeNull();
});

test.each([
  ['SIGN_IN_FAILED', 401, 'That email and password do not match. Try again.'],
  ['BAD_INPUT', 400, 'That email and password do not match. Try again.'],
  ['TOO_MANY', 429, 'Too many tries. Wait a few minutes, then try again.'],
] as const)('a sign-in answered %s (%i) says "%s"', async (code, status, sentence) => {
  server.refuses('session.signIn', code, status);
  showAt('/');
  await passFirstPage();
  await signIn('sam@plans.example', 'not this one');
  expect(await screen.findByText(sentence)).toBeTruthy();
});
