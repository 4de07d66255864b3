import { AskId, type MatchDesk, MatchId, type WaitingMatch } from '@accord/matches';
import { newId } from '@accord/kernel';
import { screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { caseId } from '../../testing/heron.ts';
import { renderForStaff } from '../../testing/render.tsx';
import { answering, Refusal, server } from '../../testing/server.ts';
import { LinkedCases } from './LinkedCases.tsx';
import { MatchPage } from './MatchPage.tsx';
import { WaitingMatches } from './WaitingMatches.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const about = {
  caseId,
  codeName: 'Heron',
  name: 'Hannah Brandt',
  title: 'Child welfare worker',
  agency: 'County Welfare',
  reason: 'plan-together' as const,
  on: '2026-11-20',
};
const ask: WaitingMatch = { is: 'ask', askId: newId(AskId), ...about };
const found: WaitingMatch = { is: 'found', matchId: newId(MatchId), ...about };
const linked: WaitingMatch = {
  is: 'linked',
  matchId: newId(MatchId),
  ...about,
  otherCode: 'Wren',
  isAside: false,
};

/** A server that keeps what it was sent, and drops what was decided from its list. */
function serve(matches: readonly WaitingMatch[], changes: Partial<MatchDesk> = {}) {
  const sent: [string, unknown][] = [];
  const down = new Set<string>();
  let left = matches;
  let desk: MatchDesk = {
    codeName: 'Heron',
    takesPart: true,
    mayAsk: true,
    isMissing: false,
    asked: null,
    matches: [],
    ...changes,
  };
  const taking = (name: string, after: () => void) => (input: unknown) => {
    if (down.has(name)) throw new Refusal('UNAVAILABLE');
    sent.push([name, input]);
    after();
    return {};
  };
  const clear = () => void (left = []);
  server.use(
    answering('staff', {
      'matches.waiting': () => ({ matches: left }),
      'matches.open': () => desk,
      'matches.ask': taking('ask', () => {
        desk = { ...desk, asked: { on: '2026-11-23', againOn: '2026-12-23' } };
      }),
      'matches.decide': taking('decide', clear),
      'matches.answer': taking('answer', clear),
      'matches.aside': taking('aside', clear),
      'matches.undo': taking('undo', clear),
    }),
  );
  return { sent, down };
}
const inInbox = () =>
  renderForStaff(<WaitingMatches see={(_, label) => <a href="/permissions">{label}</a>} />);
const onPage = () => renderForStaff(<MatchPage caseId={caseId} above={null} see={() => null} />);

test('asking takes a reason and the young person’s yes, and says that no answer comes', async () => {
  const { sent } = serve([]);
  const { user } = onPage();
  await screen.findByRole('heading', { name: 'Is anyone else working with Heron?' });
  await user.click(screen.getByRole('button', { name: 'Ask' }));
  expect(await screen.findAllByText('Choose why you ask.')).not.toHaveLength(0);
  expect(screen.getAllByText('Ask them first.')).not.toHaveLength(0);
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('radio', { name: 'They are new here' }));
  await user.click(screen.getByRole('checkbox', { name: /They know that I ask/ }));
  await user.click(screen.getByRole('button', { name: 'Ask' }));
  expect(
    await screen.findByText(/Asked on November 23, 2026. It can be asked again on December 23, 2026./),
  ).toBeTruthy();
  expect(sent).toEqual([['ask', { caseId, reason: 'new-here', agreed: true }]]);
  expect(screen.queryByRole('button', { name: 'Ask' })).toBeNull();
});

test.each([
  [{ takesPart: false, mayAsk: false }, /Your agency does not take part/],
  [{ mayAsk: false }, /Only a worker on this case can ask/],
  [{ isMissing: true }, /Write their name and birthday in the profile first/],
] as const)('where one cannot ask (case %#), a sentence says why', async (changes, sentence) => {
  serve([], changes);
  onPage();
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ask' })).toBeNull();
});

test.each([
  ['Let it go out: Heron', true],
  ['Do not ask: Heron', false],
])('%s is one click, and the question is gone', async (name, goOn) => {
  const { sent } = serve([ask]);
  const { user } = inInbox();
  await user.click(await screen.findByRole('button', { name }));
  await waitFor(() => expect(screen.queryByText(/asks whether others work/)).toBeNull());
  expect(sent).toEqual([['decide', { caseId, askId: ask.is === 'ask' && ask.askId, goOn }]]);
});

test('telling the other agency needs a tick first, and what failed is tried again', async () => {
  const { sent, down } = serve([found]);
  const { user } = inInbox();
  await user.click(await screen.findByRole('button', { name: 'Tell them: Heron' }));
  expect(await screen.findByText('Look at this first.')).toBeTruthy();
  const tick = screen.getByRole('checkbox', { name: /Heron said yes to telling them/ });
  expect(document.activeElement).toBe(tick);
  await user.click(tick);
  down.add('answer');
  await user.click(screen.getByRole('button', { name: 'Tell them: Heron' }));
  const again = await screen.findByRole('button', { name: 'Try again' });
  down.clear();
  await user.click(again);
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject(['answer', { caseId, agrees: true, mayTell: true }]);
});

test('a no needs no reason', async () => {
  const { sent } = serve([found]);
  const { user } = inInbox();
  await user.click(await screen.findByRole('button', { name: 'Say no: Heron' }));
  await waitFor(() => expect(sent).toMatchObject([['answer', { caseId, agrees: false }]]));
});

test('a link names the other side, and is put aside, or taken away after one question', async () => {
  const { sent } = serve([linked]);
  const { user } = inInbox();
  expect(
    await screen.findByText('They call them Wren. Speak to Hannah Brandt, Child welfare worker.'),
  ).toBeTruthy();
  expect(screen.getByText(/Nothing is open between you by this/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Take the link away: Heron' }));
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Take the link away' }));
  await waitFor(() => expect(sent).toMatchObject([['undo', { caseId }]]));
});

test('the page of permissions shows links of its own case alone, and nothing where there is none', async () => {
  const { sent } = serve([ask, found, linked]);
  const { user } = renderForStaff(<LinkedCases caseId={caseId} />);
  await user.click(await screen.findByRole('button', { name: 'Put it aside: Heron' }));
  expect(screen.queryByText(/asks whether others work/)).toBeNull();
  await waitFor(() => expect(screen.queryByText('Working with the same young person')).toBeNull());
  expect(sent).toMatchObject([['aside', { caseId }]]);
});
