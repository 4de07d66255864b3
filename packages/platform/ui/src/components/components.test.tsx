import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { useAnnounce } from './Announcer.tsx';
import { Button } from './Button.tsx';
import { Confirm } from './Confirm.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { TextField } from './fields.tsx';
import { Frame } from './Frame.tsx';
import { HeadingBase, Page, Section } from './layout.tsx';
import { LoadingSkeleton } from './Loading.tsx';
import { UiProvider } from '../UiProvider.tsx';

test('nothing is written into the page as a style, and nothing is kept in the browser', () => {
  render(
    <UiProvider>
      <Button kind="primary">Save</Button>
      <TextField id="name" label="Name" value="" onChange={() => undefined} />
    </UiProvider>,
  );
  expect(document.querySelectorAll('style')).toHaveLength(0);
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
});

test('a button that is busy stays in reach, says so and cannot be pressed again', async () => {
  const press = vi.fn<() => void>();
  render(
    <UiProvider>
      <Button busy onClick={press}>
        Save
      </Button>
    </UiProvider>,
  );
  const button = screen.getByRole('button', { name: 'Save', busy: true });
  await userEvent.click(button);
  expect(press).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(button);
});

test('a field is described by its hint and its error, and marked where it needs another look', () => {
  render(
    <UiProvider>
      <TextField
        id="name"
        label="Name"
        hint="Any name."
        error="Write a name."
        value=""
        onChange={() => undefined}
      />
    </UiProvider>,
  );
  const field = screen.getByRole('textbox', { name: 'Name' });
  const described = (field.getAttribute('aria-describedby') ?? '').split(' ');
  const words = described.map((id) => document.getElementById(id)?.textContent);
  expect(words).toContain('Any name.');
  expect(words).toContain('Write a name.');
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('the list of errors takes the focus on each failed try and leads to the field', async () => {
  const errors = [{ fieldId: 'name', message: 'Write a name.' }];
  const form = (attempt: number) => (
    <UiProvider>
      <ErrorSummary title="Look again" errors={errors} attempt={attempt} />
      <TextField id="name" label="Name" value="" onChange={() => undefined} />
    </UiProvider>
  );
  const { rerender } = render(form(1));
  expect(document.activeElement).toBe(screen.getByRole('alert'));
  await userEvent.click(screen.getByRole('link', { name: 'Write a name.' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' }));
  expect(window.location.hash).toBe('');
  rerender(form(2));
  expect(document.activeElement).toBe(screen.getByRole('alert'));
});

test('a question stands on the answer that changes nothing, and Escape gives it', async () => {
  const no = vi.fn<() => void>();
  const yes = vi.fn<() => void>();
  render(
    <UiProvider>
      <Confirm question="Stop sharing?" yes="Stop" no="Keep" onYes={yes} onNo={no} />
    </UiProvider>,
  );
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep' }));
  await userEvent.keyboard('{Escape}');
  expect(no).toHaveBeenCalledOnce();
  expect(yes).not.toHaveBeenCalled();
});

test('the shape of a page shows after a while, not at once', async () => {
  const { container } = render(
    <UiProvider>
      <LoadingSkeleton />
    </UiProvider>,
  );
  expect(container.querySelector('[aria-busy]')).toBeNull();
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).not.toBeNull());
});

test('headings follow the place where a page stands', () => {
  render(
    <UiProvider>
      <HeadingBase level={2}>
        <Page title="In a pane">
          <Section title="Goals">text</Section>
        </Page>
      </HeadingBase>
    </UiProvider>,
  );
  expect(screen.getByRole('heading', { level: 2, name: 'In a pane' })).toBeTruthy();
  expect(screen.getByRole('heading', { level: 3, name: 'Goals' })).toBeTruthy();
});

test('the folded navigation says whether it is open, and folds away at another place', async () => {
  const frame = (at: string) => (
    <UiProvider>
      <Frame
        brand="Accord"
        nav={[
          <a key="cases" href="/cases">
            My cases
          </a>,
        ]}
        account="Dana"
        at={at}
      >
        page
      </Frame>
    </UiProvider>
  );
  const { rerender } = render(frame('/cases'));
  await userEvent.click(screen.getByRole('button', { name: 'Menu', expanded: false }));
  expect(screen.getByRole('button', { name: 'Menu', expanded: true })).toBeTruthy();
  rerender(frame('/cases/new'));
  expect(screen.getByRole('button', { name: 'Menu', expanded: false })).toBeTruthy();
});

test('what is announced twice is heard twice', async () => {
  function Say() {
    const announce = useAnnounce();
    return <button onClick={() => announce('Saved.')}>say</button>;
  }
  render(
    <UiProvider>
      <Say />
    </UiProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'say' }));
  const first = screen.getByRole('status').textContent;
  await userEvent.click(screen.getByRole('button', { name: 'say' }));
  const second = screen.getByRole('status').textContent;
  expect(first?.trim()).toBe('Saved.');
  expect(second?.trim()).toBe('Saved.');
  expect(second).not.toBe(first);
});
