import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { basis } from '../testing/basis.ts';
import { permission } from '../testing/permission.ts';
import { standIn } from '../testing/server.ts';
import { showAt } from '../testing/show-at.tsx';
import { ByLaw } from './ByLaw.tsx';

const server = standIn();

test('what a judge ordered says who, what, which order, until when and whom to ask, and has nothing to press', () => {
  render(<ByLaw bases={[basis()]} />);
  const card = screen.getByRole('article', { name: 'Dolores Kim' });
  expect(card.textContent).toContain('Probation officer, Alder County Probation');
  expect(card.textContent).toContain('Can seeGoals');
  expect(card.textContent).toContain('A judge ordered it. The order is JV-26-417.');
  expect(card.textContent).toContain('UntilJanuary 21, 2027');
  expect(card.textContent).toContain('Comes fromAlder County Child Welfare');
  expect(card.textContent).toContain('You can ask Dana Whitfield about it.');
  expect(within(card).queryByRole('button')).toBeNull();
});

test('to know of something is not to read it', () => {
  render(
    <ByLaw
      bases={[
        basis({ kind: 'team_statute', evidence: 'WIC 18961.7', categories: [], knowOf: ['cw-record'] }),
      ]}
    />,
  );
  const card = screen.getByRole('article');
  expect(card.textContent).toContain('Knows that there is something, and can not read itChild welfare notes');
  expect(card.textContent).not.toContain('Can see');
  expect(card.textContent).toContain('The law is WIC 18961.7.');
});

test('a paper that asked and opened nothing says so, with its number for a lawyer', () => {
  const paper = {
    number: 'SUB-14',
    owner: 'Alder County Child Welfare',
    receivedAt: '2026-11-20T15:00:00.000Z',
  };
  render(<ByLaw bases={[]} papers={[{ ...paper, state: 'open' }]} />);
  expect(screen.getByRole('listitem').textContent).toBe(
    'On November 20, 2026, a paper from a lawyer or a court came to Alder County Child Welfare. Its number is SUB-14. It has opened nothing. You can show this to a lawyer.',
  );
});

test('what was given out by an order says to whom and what; where nothing was, it says that', () => {
  const one = {
    number: 'REQ-7',
    owner: 'Alder County Child Welfare',
    recipient: 'Dolores Kim',
    at: '2026-11-20T15:00:00.000Z',
    categories: ['case-plan' as const],
    items: 2,
  };
  render(
    <ByLaw
      bases={[]}
      packages={[one, { ...one, number: 'PRA-3', recipient: null, categories: [], items: 0 }]}
    />,
  );
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'On November 20, 2026, Alder County Child Welfare gave this to Dolores Kim, by an order: goals. The number is REQ-7.',
    'On November 20, 2026, Alder County Child Welfare answered a request for records. Nothing about you was given. The number is PRA-3.',
  ]);
});

test('an emergency says who agreed to it, and what somebody found who looked at it, also when it is over', () => {
  const emergency = { kind: 'emergency', evidence: 'missing', secondedBy: 'Alma Hughes' } as const;
  const at = '2026-11-20T15:00:00.000Z';
  const { rerender } = render(<ByLaw bases={[basis(emergency)]} />);
  expect(screen.getByRole('article').textContent).toContain('Alma Hughes agreed to it.');
  expect(screen.getByRole('article').textContent).toContain(
    'Somebody else checks if it was needed, within a day.',
  );
  const review = { outcome: 'not-right', by: 'Renee Clarke', at } as const;
  rerender(<ByLaw bases={[basis({ ...emergency, state: 'over', review })]} />);
  expect(screen.getByRole('listitem').textContent).toContain(
    'This is over. Alma Hughes agreed to it. Renee Clarke checked it on November 20, 2026. It was not needed.',
  );
});

test('an emergency says what it was and ends at a time of the day', () => {
  render(<ByLaw bases={[basis({ kind: 'emergency', evidence: 'in-danger' })]} />);
  const card = screen.getByRole('article');
  expect(card.textContent).toContain('It was an emergency: someone was in danger.');
  expect(card.textContent).toMatch(/Until.*2027, \d+:\d\d/);
});

test('what is over is a line, and no card', () => {
  render(<ByLaw bases={[basis({ state: 'over' })]} />);
  expect(screen.queryByRole('article')).toBeNull();
  expect(screen.getByText('Dolores Kim: goals. This is over.')).toBeTruthy();
  expect(screen.getByText('Nothing of yours is open by law now.')).toBeTruthy();
});

test('it stands on the page of sharing, below what can be stopped', async () => {
  server.answers('mine.permissions', { permissions: [permission()] });
  server.answers('mine.bases', { bases: [basis()], papers: [], packages: [] });
  showAt('/home');
  const law = await screen.findByRole('region', { name: 'Open by law' });
  const own = screen.getByRole('article', { name: 'Rafael Ortiz' });
  expect(own.compareDocumentPosition(law)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(within(law).queryByRole('button')).toBeNull();
});

test('where no law opens anything, nothing is said of it', async () => {
  server.answers('mine.permissions', { permissions: [] });
  showAt('/home');
  await screen.findByText("You're not sharing anything. That's OK.");
  expect(screen.queryByRole('region', { name: 'Open by law' })).toBeNull();
});
