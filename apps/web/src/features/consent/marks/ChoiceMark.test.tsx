import { type Mark, MarkId } from '@accord/consent';
import { newId } from '@accord/kernel';
import { screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { caseId, permission } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, Refusal, server } from '../../../testing/server.ts';
import { PermissionCard } from '../PermissionCard.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const changed = vi.fn<(sentence: string) => Promise<void>>(async () => undefined);
afterEach(() => changed.mockClear());

const given = permission();
const mark = (changes: Partial<Mark> = {}): Mark => ({
  markId: newId(MarkId),
  grantId: given.grantId,
  about: 'permission',
  markedBy: 'Alma Hughes',
  markedAt: '2025-11-20T10:00:00.000Z',
  settled: null,
  ...changes,
});

function show(marks: readonly Mark[] | 'not theirs', answers = {}, one = given) {
  server.use(
    answering('staff', {
      'marks.list': () => {
        if (marks === 'not theirs') throw new Refusal('NOT_FOUND');
        return { marks };
      },
      ...answers,
    }),
  );
  return renderForStaff(
    <ul>
      <PermissionCard
        caseId={caseId}
        permission={one}
        called="Rafael Ortiz"
        code="Heron"
        maySign
        toSigners={null}
        goOn={() => null}
        onChanged={changed}
      />
    </ul>,
  );
}

test('the question is folded away, says who can see the mark, and marks in one click', async () => {
  const sent: unknown[] = [];
  const { user } = show([], {
    'marks.mark': (input: unknown) => {
      sent.push(input);
      return {};
    },
  });
  const fold = await screen.findByText('Was this their own choice?');
  expect(fold.closest('details')?.open).toBe(false);
  await user.click(fold);
  expect(screen.getByText(/Only those on this case for your agency can see the mark/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Mark: may not be their own choice, Rafael Ortiz' }));
  await waitFor(() => expect(changed).toHaveBeenCalledWith('Marked. Talk with Heron alone when it is safe.'));
  expect(sent).toEqual([{ caseId, grantId: given.grantId }]);
});

test('what is marked cannot be started again here, and asks to talk alone first', async () => {
  show([mark()], {}, { ...given, state: 'paused', pausedBy: 'staff' });
  expect(
    await screen.findByText(
      'Marked on November 20, 2025 by Alma Hughes: this may not have been their own choice.',
    ),
  ).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Start again/ })).toBeNull();
  expect(screen.queryByText('Was this their own choice?')).toBeNull();
});

test('an answer is asked for once more before it counts, and Not yet leaves all as it was', async () => {
  const one = mark({ markedBy: null });
  const sent: unknown[] = [];
  const { user } = show([one], {
    'marks.settle': (input: unknown) => {
      sent.push(input);
      return {};
    },
  });
  await screen.findByText(/^Marked on November 20, 2025 by Heron/);
  const no = screen.getByRole('button', { name: 'It was not their own choice, Rafael Ortiz' });
  await user.click(no);
  await user.click(screen.getByRole('button', { name: 'Not yet' }));
  expect(sent).toEqual([]);
  expect(document.activeElement).toBe(no);
  await user.click(no);
  await user.click(screen.getByRole('button', { name: 'Yes, alone' }));
  await waitFor(() => expect(changed).toHaveBeenCalledOnce());
  expect(sent).toEqual([{ caseId, markId: one.markId, outcome: 'not-own-choice' }]);
});

test('of a stop the question says that it stays closed', async () => {
  const { user } = show([mark({ about: 'stop' })], {}, { ...given, state: 'stopped' });
  await user.click(await screen.findByRole('button', { name: /^It was not their own choice/ }));
  expect(
    screen.getByRole('group', { name: /It stays closed\. Sharing again takes a new yes\.$/ }),
  ).toBeTruthy();
});

test('somebody else settled it first: it says that it has changed', async () => {
  const { user } = show([mark()], {
    'marks.settle': () => {
      throw new Refusal('CONFLICT');
    },
  });
  await user.click(await screen.findByRole('button', { name: /^It was their own choice/ }));
  await user.click(screen.getByRole('button', { name: 'Yes, alone' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(changed).not.toHaveBeenCalled();
});

test('who may not know of marks sees the card as it is without', async () => {
  show('not theirs');
  expect(await screen.findByRole('button', { name: 'Pause sharing with Rafael Ortiz' })).toBeTruthy();
  expect(screen.queryByText(/^Marked on/)).toBeNull();
});
