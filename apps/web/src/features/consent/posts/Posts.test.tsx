import type { Posts } from '@accord/consent';
import { newId, PostId, StaffId } from '@accord/kernel';
import { screen } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { caseId, dana, permission } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, Refusal, server } from '../../../testing/server.ts';
import { NewHolder } from './NewHolder.tsx';
import { PostsPage } from './PostsPage.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const alma = { staffId: newId(StaffId), name: 'Alma Hughes', title: 'Consent administrator' };
const luis = { staffId: newId(StaffId), name: 'Luis Ferrer', title: 'Child welfare worker' };
const post: Posts['posts'][number] = {
  postId: newId(PostId),
  name: 'Youth advocate',
  holder: { ...luis, sinceOn: '2026-10-01' },
};

function show(posts: Posts['posts'], { maySet = true, down = false } = {}) {
  const sent: [string, unknown][] = [];
  const take = (name: string, answer: unknown) => (input: unknown) => {
    if (down) throw new Refusal('UNAVAILABLE');
    sent.push([name, input]);
    return answer;
  };
  server.use(
    answering('staff', {
      'session.me': () => dana,
      'posts.list': () => ({ agency: dana.agency.name, posts, maySet }),
      'posts.name': take('name', { postId: post.postId }),
      'posts.hold': take('hold', {}),
      'identity.colleagues': () => ({
        agencies: [
          {
            agencyId: dana.agency.agencyId,
            name: dana.agency.name,
            system: 'child-welfare',
            dataTerms: null,
            posts: [],
            staff: [alma, luis, { staffId: dana.staffId, name: dana.name, title: dana.title }],
          },
        ],
      }),
    }),
  );
  return { sent, ...renderForStaff(<PostsPage above={null} />) };
}

test('somebody else takes a post in two fields; nobody is offered themselves or whoever is there', async () => {
  const { sent, user } = show([post]);
  expect(await screen.findByText('Luis Ferrer, Child welfare worker, since October 1, 2026.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Somebody else is now: Youth advocate' }));
  const form = screen.getByRole('form', { name: 'Somebody else is now: Youth advocate' });
  const who = form.querySelector('select');
  expect([...(who?.options ?? [])].map(({ text }) => text)).toEqual([
    'Choose a colleague',
    'Alma Hughes, Consent administrator',
    'Nobody for now',
  ]);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(sent).toEqual([]);
  if (who) await user.selectOptions(who, alma.staffId);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/^Alma Hughes is now: Youth advocate/)).toBeTruthy();
  expect(sent).toEqual([['hold', { postId: post.postId, staffId: alma.staffId }]]);
});

test('nobody for now is said as null, and no post yet says what one is', async () => {
  const { sent, user, unmount } = show([post]);
  await user.click(await screen.findByRole('button', { name: 'Somebody else is now: Youth advocate' }));
  const form = screen.getByRole('form', { name: 'Somebody else is now: Youth advocate' });
  const who = form.querySelector('select');
  if (who) await user.selectOptions(who, 'nobody');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/^Nobody is now: Youth advocate/)).toBeTruthy();
  expect(sent).toEqual([['hold', { postId: post.postId, staffId: null }]]);
  unmount();
  show([]);
  expect(await screen.findByText('No posts yet')).toBeTruthy();
});

test('whoever supervises nothing reads it and sets nothing', async () => {
  show([{ ...post, holder: null }], { maySet: false });
  expect(await screen.findByText('Nobody now.')).toBeTruthy();
  expect(screen.getByText('Whoever supervises a case here says who holds a post.')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

const recipient = {
  name: 'Nadia Petrova',
  title: 'Clinic nurse',
  agency: 'Alder Community Health',
  system: 'medical',
  post: 'Sports nurse',
} as const;

function showCard(maySign: boolean, state: 'announced' | 'vacant' = 'announced') {
  const sent: unknown[] = [];
  server.use(
    answering('staff', {
      'posts.answer': (input) => {
        sent.push(input);
        return { opened: (input as { answer: string }).answer === 'fine' ? ['appointments'] : [] };
      },
    }),
  );
  const onChanged = vi.fn<(sentence: string) => Promise<void>>(() => Promise.resolve());
  const given = permission({ state, recipient, categories: ['appointments'] });
  const props = { caseId, permission: given, code: 'Heron', maySign, onChanged };
  return { sent, onChanged, grantId: given.grantId, ...renderForStaff(<NewHolder {...props} />) };
}

test('their word on somebody new is how they were told and what they said', async () => {
  const { sent, onChanged, grantId, user } = showCard(true);
  await user.click(await screen.findByRole('button', { name: 'This is fine' }));
  expect(sent).toEqual([]);
  await user.selectOptions(screen.getByLabelText('How did you tell them?'), 'phone');
  await user.click(screen.getByRole('button', { name: 'This is fine' }));
  await vi.waitFor(() => expect(onChanged).toHaveBeenCalledWith('Nadia Petrova can now see: Appointments.'));
  expect(sent).toEqual([{ caseId, grantId, told: 'phone', answer: 'fine' }]);
});

test('a supervisor writes a no down, and no yes', async () => {
  const { onChanged, user } = showCard(false);
  await user.selectOptions(await screen.findByLabelText('How did you tell them?'), 'text');
  expect(screen.queryByRole('button', { name: 'This is fine' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Not this person' }));
  await vi.waitFor(() =>
    expect(onChanged).toHaveBeenCalledWith('Written down. Nadia Petrova sees nothing of it.'),
  );
});

test('a post that has nobody says so, and asks nothing', async () => {
  showCard(true, 'vacant');
  expect(await screen.findByText(/It waits until somebody is there/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
