import { UiProvider } from '@accord/ui';
import {
  createBrowserHistory,
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { z } from 'zod';
import '../testing/dialog.ts';
import { Form } from './Form.tsx';
import { useContractForm } from './form.ts';
import { LeaveGuard } from './LeaveGuard.tsx';
import { forgetUnsent } from './unsent.ts';

function Note({ close }: { close: () => void }) {
  const form = useContractForm({
    initial: { text: '' },
    schema: z.object({ text: z.string().min(1, 'Write something.') }),
    input: (values) => values,
    send: () => Promise.resolve(),
  });
  return (
    <Form form={form}>
      <input aria-label="Note" {...form.field('text')} />
      <button type="submit">Send</button>
      <button type="button" onClick={close}>
        Cancel
      </button>
    </Form>
  );
}

function Writing() {
  const [open, setOpen] = useState(true);
  return open ? <Note close={() => setOpen(false)} /> : <p>Closed</p>;
}

async function openPage(history = createMemoryHistory({ initialEntries: ['/'] })) {
  const root = createRootRoute({
    component: () => (
      <>
        <Link to={'/other' as never}>Other page</Link>
        <Outlet />
        <LeaveGuard />
      </>
    ),
  });
  const routeTree = root.addChildren([
    createRoute({ getParentRoute: () => root, path: '/', component: Writing }),
    createRoute({ getParentRoute: () => root, path: '/other', component: () => <p>The other page</p> }),
  ]);
  const router = createRouter({ routeTree, history });
  const user = userEvent.setup();
  render(
    <UiProvider>
      <RouterProvider router={router as never} />
    </UiProvider>,
  );
  return { user, field: await screen.findByLabelText('Note') };
}

const QUESTION = 'You have words here that are not sent.';

test('typed words are asked for before their page is left, and stay when one stays', async () => {
  const { user, field } = await openPage();
  await user.type(field, 'Met at the library');
  await user.click(screen.getByRole('link', { name: 'Other page' }));
  expect(await screen.findByRole('dialog', { name: QUESTION })).toBeTruthy();
  const stay = screen.getByRole('button', { name: 'Stay' });
  expect(document.activeElement).toBe(stay);
  await user.click(stay);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByLabelText('Note')).toHaveProperty('value', 'Met at the library');

  await user.click(screen.getByRole('link', { name: 'Other page' }));
  await user.click(await screen.findByRole('button', { name: 'Leave without them' }));
  expect(await screen.findByText('The other page')).toBeTruthy();
});

test('loading the page again asks too, by the browser', async () => {
  const { user, field } = await openPage(createBrowserHistory());
  const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(leave()).toBe(true);
  await user.type(field, 'Met');
  expect(leave()).toBe(false);
});

test.each([
  ['nothing was typed', () => Promise.resolve()],
  ['what was typed was taken away again', (user: User, field: HTMLElement) => typeAndClear(user, field)],
  ['it was sent', (user: User, field: HTMLElement) => typeAnd(user, field, 'Send')],
  ['it was cancelled', (user: User, field: HTMLElement) => typeAnd(user, field, 'Cancel')],
  [
    'the session is over',
    async (user: User, field: HTMLElement) => {
      await user.type(field, 'Met');
      forgetUnsent();
    },
  ],
])('nothing is asked where %s', async (_when, act) => {
  const { user, field } = await openPage();
  await act(user, field);
  await user.click(screen.getByRole('link', { name: 'Other page' }));
  expect(await screen.findByText('The other page')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

type User = ReturnType<typeof userEvent.setup>;

async function typeAndClear(user: User, field: HTMLElement) {
  await user.type(field, 'Met');
  await user.clear(field);
}

async function typeAnd(user: User, field: HTMLElement, button: 'Send' | 'Cancel') {
  await user.type(field, 'Met');
  await user.click(screen.getByRole('button', { name: button }));
}
