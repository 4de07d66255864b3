import type { ProtocolPage } from '@accord/protocols';
import { BlockId, CommentId, newId, ProtocolId } from '@accord/kernel';
import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, offline, Refusal, server, silent } from '../../testing/server.ts';
import { MyHours } from './MyHours.tsx';
import { ProtocolList } from './ProtocolList.tsx';
import { ProtocolView } from './ProtocolView.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const protocolId = newId(ProtocolId);
const [first, gone] = [newId(BlockId), newId(BlockId)];
const at = '2026-11-16T10:00:00.000Z';

const comment: ProtocolPage['comments'][number] = {
  commentId: newId(CommentId),
  blockId: first,
  version: 2,
  number: 1,
  kind: 'objection',
  state: 'answered',
  body: 'Make it two adults.',
  at,
  advisor: 1,
  mine: true,
  answer: { result: 'not-changed', body: 'The law asks for three.', by: 'Dana Whitfield', at },
};

const page: ProtocolPage = {
  protocolId,
  title: 'First call',
  agency: 'Alder County Child Welfare',
  kind: 'protocol',
  language: 'en',
  translation: null,
  translations: [],
  version: 2,
  status: 'in-review',
  madeAt: at,
  publishedAt: null,
  blocks: [{ blockId: first, number: 1, heading: 'Before the day', body: 'Ask first.' }],
  comments: [comment],
  difference: {
    since: 1,
    changes: [
      {
        is: 'removed',
        blockId: gone,
        number: 2,
        before: { heading: 'Late', body: 'Call again.' },
        now: null,
      },
    ],
  },
  signOffs: [],
  holds: ['objection', 'no-sign-off'],
  may: ['comment'],
  signed: false,
};

const keisha = { kind: 'advisor' as const, name: 'Keisha T.', demo: true };
const rafael = {
  kind: 'staff' as const,
  staffId: 'x' as never,
  name: 'Rafael Ortiz',
  title: 'Detective',
  agency: { agencyId: 'x' as never, name: 'Alder Police', system: 'law-enforcement' as const },
  purpose: 'care-plan-coordination' as const,
  purposes: [],
  demo: true,
};
const named = (_: ProtocolId, label: string) => <span>{label}</span>;
const openReview = (answers: Record<string, (input: unknown) => unknown>) => {
  server.use(answering('staff', { 'reviews.open': () => page, ...answers }));
  return renderForStaff(<ProtocolView protocolId={protocolId} me={keisha} above={null} linkTo={named} />);
};

test('an answered objection still stands, says what came of it, and can be taken back by its author', async () => {
  openReview({});
  const said = within(await screen.findByRole('list', { name: 'Comments on paragraph 1' }));
  expect(said.getByText('Objection')).toBeTruthy();
  expect(said.getByText('Stands')).toBeTruthy();
  expect(said.getByText('Not changed, because')).toBeTruthy();
  expect(said.getByRole('button', { name: /^Take it back/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Sign off' })).toBeNull();
});

test('the difference is told in words, and so is what was said about a paragraph that is gone', async () => {
  openReview({ 'reviews.open': () => ({ ...page, comments: [{ ...comment, blockId: gone, mine: false }] }) });
  expect(await screen.findByText('1 paragraph removed.')).toBeTruthy();
  const region = within(screen.getByRole('region', { name: 'Comments on paragraphs that are gone' }));
  expect(region.getByText('Make it two adults.')).toBeTruthy();
  expect(region.queryByRole('button', { name: /^Take it back/ })).toBeNull();
});

test('a comment survives an error, and is sent as the kind of the button', async () => {
  const sent: unknown[] = [];
  const { user } = openReview({
    'reviews.comment': (input) => {
      sent.push(input);
      if (sent.length === 1) throw new Refusal('CONFLICT');
      return { commentId: newId(CommentId) };
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Comment on paragraph 1' }));
  await user.type(screen.getByRole('textbox'), 'Who drives?');
  await user.click(screen.getByRole('button', { name: 'Concern' }));
  expect(await screen.findByText('This changed while you were writing. Look at both.')).toBeTruthy();
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'Who drives?');
  await user.click(screen.getByRole('button', { name: 'Question' }));
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  // Read where the form was, and not only heard.
  expect(screen.getByText('Comment sent.', { ignore: '[role=status]' })).toBeTruthy();
  expect(sent).toMatchObject([
    { kind: 'concern', body: 'Who drives?', version: 2 },
    { kind: 'question', body: 'Who drives?', version: 2 },
  ]);
});

test('an empty comment is named, and nothing is sent', async () => {
  const { user } = openReview({});
  await user.click(await screen.findByRole('button', { name: 'Comment on paragraph 1' }));
  await user.click(screen.getByRole('button', { name: 'Question' }));
  expect((await screen.findAllByText('Write your comment.')).length).toBeGreaterThan(0);
});

test('what could not be sent to the advisors says so, until one looks again', async () => {
  server.use(
    answering('staff', {
      'protocols.open': () => ({
        ...page,
        status: 'draft',
        holds: ['not-in-review'],
        may: ['send-for-review'],
        comments: [],
      }),
      'protocols.sendForReview': () => {
        throw new Refusal('CONFLICT');
      },
    }),
  );
  const { user } = renderForStaff(
    <ProtocolView protocolId={protocolId} me={rafael} above={null} linkTo={named} />,
  );
  await user.click(await screen.findByRole('button', { name: 'Send version 2 to the advisors' }));
  const said = await screen.findByText('This changed while you were writing. Look at both.');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(said.isConnected).toBe(false));
  expect(screen.getByRole('button', { name: 'Send version 2 to the advisors' })).toBeTruthy();
});

test('staff of another agency read, and have nothing to press', async () => {
  server.use(answering('staff', { 'protocols.open': () => ({ ...page, may: [], comments: [] }) }));
  renderForStaff(<ProtocolView protocolId={protocolId} me={rafael} above={null} linkTo={named} />);
  expect(await screen.findByText('Ask first.')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('what is coming has a shape, what failed says so, and what is not there reads like what isn’t shared', async () => {
  server.use(silent('staff'));
  const { container, unmount } = renderForStaff(
    <ProtocolView protocolId={protocolId} me={keisha} above={null} linkTo={named} />,
  );
  await waitFor(() => expect(container.querySelector('[aria-busy="true"]')).not.toBeNull());
  unmount();
  server.use(offline('staff'));
  const failing = renderForStaff(
    <ProtocolView protocolId={protocolId} me={keisha} above={null} linkTo={named} />,
  );
  expect(await screen.findByText('We cannot reach Accord right now', {}, { timeout: 4_000 })).toBeTruthy();
  failing.unmount();
  openReview({
    'reviews.open': () => {
      throw new Refusal('NOT_FOUND');
    },
  });
  expect(await screen.findByText("Nothing here, or it isn't shared with you.")).toBeTruthy();
});

test('without protocols and without hours the page says what will be here', async () => {
  server.use(
    answering('staff', {
      'reviews.list': () => ({ protocols: [] }),
      'reviews.hours': () => ({ minutes: 0, days: [] }),
    }),
  );
  renderForStaff(<ProtocolList reader="advisor" hours={<MyHours />} linkTo={(_, title) => title} />);
  expect(await screen.findByText('No protocols yet')).toBeTruthy();
  expect(await screen.findByText(/^Your time will be counted/)).toBeTruthy();
});
