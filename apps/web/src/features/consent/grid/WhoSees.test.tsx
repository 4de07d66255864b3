import type { Cell, ChangePreview, Grid, GridColumn, LawLine } from '@accord/consent';
import { GrantId, newId, StaffId } from '@accord/kernel';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { caseId, dana, goal } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, liveStream, Refusal, server, silent } from '../../../testing/server.ts';
import { WhoSees } from './WhoSees.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const cell = (changes: Partial<Cell> = {}): Cell => ({
  state: 'none',
  reason: 'no-permission',
  byLaw: false,
  endsOn: null,
  endsSoon: false,
  purposes: [],
  ...changes,
});
const own = cell({ state: 'all', reason: 'own-colleague' });
const shared = cell({
  state: 'all',
  reason: 'permission',
  endsOn: '2027-02-20',
  purposes: ['care-plan-coordination'],
});

const column = (name: string, changes: Partial<GridColumn> = {}): GridColumn => ({
  recipient: { kind: 'staff', staffId: newId(StaffId) },
  name,
  title: 'Worker',
  agency: 'Alder Police Youth Unit',
  system: 'law-enforcement',
  isOwn: false,
  post: null,
  law: [],
  permissions: [],
  ...changes,
});
const rafael = column('Rafael Ortiz', {
  permissions: [{ grantId: newId(GrantId), categories: ['case-plan', 'appointments'] }],
});

const grid: Grid = {
  codeName: 'Heron',
  dataTerms: null,
  owner: 'Alder County Child Welfare',
  at: '2026-11-22T10:42:00.000Z',
  columns: [
    column('Dana Whitfield', { isOwn: true, system: 'child-welfare', agency: 'Alder County Child Welfare' }),
    rafael,
    column('Marcus Bell', { agency: 'Alder Juvenile Probation', system: 'juvenile-justice' }),
  ],
  rows: [
    { kind: 'case-plan', shareable: true, cells: [own, shared, cell({ reason: 'stopped' })] },
    { kind: 'service-linkage', shareable: true, cells: [own, cell(), cell()] },
    {
      kind: 'cw-record',
      shareable: true,
      cells: [
        own,
        cell(),
        cell({
          state: 'all',
          reason: 'court-order',
          byLaw: true,
          endsOn: '2026-11-30',
          endsSoon: true,
          purposes: ['care-plan-coordination'],
        }),
      ],
    },
    {
      kind: 'cw-reporter',
      shareable: false,
      cells: [own, cell({ state: 'never', reason: 'never' }), cell({ state: 'never', reason: 'never' })],
    },
  ],
};

const preview: ChangePreview = {
  preview: [
    {
      itemId: goal.itemId,
      kind: 'goal',
      categories: ['case-plan'],
      fields: ['ownWords'],
      title: 'Art class',
    },
  ],
  gains: ['service-linkage'],
  loses: [],
  more: 0,
  fewer: 0,
  law: [],
};

let live: ReturnType<typeof liveStream>;
beforeEach(() => {
  live = liveStream('staff');
});

function show(answers: Parameters<typeof answering>[1] = {}, asOf?: string) {
  const sent: unknown[] = [];
  server.use(
    live.handler,
    answering('staff', {
      'session.me': () => dana,
      'consent.whoSeesWhat': () => grid,
      'consent.previewChange': (input) => {
        sent.push(input);
        return preview;
      },
      ...answers,
    }),
  );
  const onAsOf = vi.fn<(day: string | undefined) => void>();
  const view = renderForStaff(
    <WhoSees
      caseId={caseId}
      asOf={asOf}
      onAsOf={onAsOf}
      above={null}
      ask={({ kinds }, label) => <a href="/new">{`${label}: ${kinds.join(', ')}`}</a>}
      permissions={(label, name) => (
        <a href="/permissions" aria-label={name}>
          {label}
        </a>
      )}
    />,
  );
  return { sent, onAsOf, ...view };
}

const table = () => screen.findByRole('grid', { name: 'Kinds of information by person' });
const cellAt = async (row: number, at: number) => {
  const body = within(await table()).getAllByRole('row')[row + 1];
  const found = body && within(body).getAllByRole('cell')[at];
  if (!found) throw new Error(`no cell ${row} ${at}`);
  return found;
};

async function focusOn(row: number, at: number): Promise<void> {
  const place = await cellAt(row, at);
  act(() => place.focus());
}

test('every cell says its state and its marks in words', async () => {
  show();
  expect((await cellAt(0, 1)).textContent).toBe('All');
  expect((await cellAt(0, 2)).textContent).toBe('Not shared');
  expect((await cellAt(2, 2)).textContent).toBe('All§ By lawEnds November 30, 2026');
  expect((await cellAt(3, 1)).textContent).toBe('Never');
});

test('the keys of a grid move one stop: arrows, Home and End, with Ctrl to the corners', async () => {
  const { user } = show();
  await focusOn(0, 0);
  const stops = () => within(document.querySelector('table') as HTMLElement).getAllByRole('cell');
  expect(stops().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);

  await user.keyboard('{ArrowRight}{ArrowDown}');
  expect(document.activeElement).toBe(await cellAt(1, 1));
  await user.keyboard('{End}');
  expect(document.activeElement).toBe(await cellAt(1, 2));
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(await cellAt(1, 2));
  await user.keyboard('{Home}');
  expect(document.activeElement).toBe(await cellAt(1, 0));
  await user.keyboard('{Control>}{End}{/Control}');
  expect(document.activeElement).toBe(await cellAt(3, 2));
  await user.keyboard('{Control>}{Home}{/Control}');
  expect(document.activeElement?.textContent).toContain('Dana Whitfield');
  await user.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}');
  expect(document.activeElement?.textContent).toContain('Dana Whitfield');
  expect(stops().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(0);
});

test('Enter says why, in a sentence with its end', async () => {
  const { user } = show();
  await focusOn(0, 1);
  await user.keyboard('{Enter}');
  const why = screen.getByRole('region', { name: 'Why' });
  expect(why.textContent).toContain(
    'A permission shares this with Rafael Ortiz, for: Working together on the plan. It ends on February 20, 2027.',
  );
  await focusOn(2, 2);
  await user.keyboard('{Enter}');
  expect(screen.getByRole('region', { name: 'Why' }).textContent).toContain('A court order opens this');
});

test('the reason takes the focus, and Escape leads back to its cell', async () => {
  const { user } = show();
  await focusOn(0, 1);
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Why' }));
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(await cellAt(0, 1));
});

test('what is paused has its own sign, takes no draft, and leads to where it starts again', async () => {
  const rows = grid.rows.map((row) => ({
    ...row,
    cells: row.cells.map((each, at) =>
      at === 1 && row.kind === 'case-plan' ? cell({ reason: 'paused' }) : each,
    ),
  }));
  const { user } = show({ 'consent.whoSeesWhat': () => ({ ...grid, rows }) });
  await focusOn(0, 1);
  expect((await cellAt(0, 1)).textContent).toBe('Paused');
  await user.keyboard(' ');
  expect(screen.queryByText('Draft change')).toBeNull();
  const why = screen.getByRole('region', { name: 'Why' });
  expect(within(why).queryByRole('button')).toBeNull();
  expect(within(why).getByRole('link', { name: 'Start again: permissions of Heron' })).toBeTruthy();
});

test('a draft that only stops says that a stop acts at once', async () => {
  const { user } = show();
  await focusOn(0, 1);
  await user.keyboard(' ');
  const draft = await screen.findByRole('group', { name: 'Draft change' });
  expect(draft.textContent).toContain('A stop acts at once. Nobody has to say yes to it.');
  expect(draft.textContent).not.toContain('until Heron says yes');
});

test('a stop in the table says what happened, and the focus is on it', async () => {
  const { user } = show({
    'consent.stop': () => ({
      stillShared: ['appointments'],
      recipient: 'Rafael Ortiz',
      alsoFrom: [],
      out: [],
    }),
  });
  await user.click(within(await table()).getByRole('button', { name: /^Rafael Ortiz/ }));
  await user.click(screen.getByRole('button', { name: 'Stop: Goals and steps, Rafael Ortiz' }));
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  const line = await screen.findByText(
    'Rafael Ortiz can no longer see: Goals and steps. They never opened it.',
  );
  expect(document.activeElement).toBe(line);
});

test('Space puts a kind into a draft and takes it out again, and nothing is sent but the preview', async () => {
  const { user, sent } = show();
  await focusOn(1, 1);
  await user.keyboard(' ');
  expect((await cellAt(1, 1)).textContent).toBe('Not shared+ Would see');
  expect(await screen.findByText(/Rafael Ortiz would also see: Referrals to services\. 0 now/)).toBeTruthy();
  expect(screen.getByRole('list', { name: 'What they would see' }).textContent).toContain('Art class');
  expect(screen.getByRole('link', { name: 'Ask Heron: service-linkage' })).toBeTruthy();
  expect(sent).toEqual([
    expect.objectContaining({ recipient: rafael.recipient, add: ['service-linkage'], remove: [] }),
  ]);
  await user.keyboard(' ');
  expect(screen.queryByText('Draft change')).toBeNull();
});

test('own colleagues, law and what no permission can open take no draft', async () => {
  const { user } = show();
  for (const [row, at] of [
    [0, 0],
    [2, 2],
    [3, 1],
  ] as const) {
    await focusOn(row, at);
    await user.keyboard(' ');
    expect(screen.queryByText('Draft change')).toBeNull();
  }
});

test('another person’s cell starts another draft: a permission names one recipient', async () => {
  const { user } = show();
  await focusOn(1, 1);
  await user.keyboard(' {ArrowRight} ');
  expect((await cellAt(1, 1)).textContent).toBe('Not shared');
  expect((await cellAt(1, 2)).textContent).toContain('Would see');
});

test('a column opens the stop of each kind', async () => {
  const { user } = show();
  await user.click(within(await table()).getByRole('button', { name: /^Rafael Ortiz/ }));
  expect(screen.getByRole('heading', { name: 'Sharing with Rafael Ortiz' })).toBe(document.activeElement);
  expect(screen.getByRole('button', { name: 'Stop: Goals and steps, Rafael Ortiz' })).toBeTruthy();
});

test('with nobody but colleagues it says that this is a safe place to start', async () => {
  const [first] = grid.columns;
  const rows = grid.rows.map((row) => ({ ...row, cells: row.cells.slice(0, 1) }));
  show({ 'consent.whoSeesWhat': () => ({ ...grid, columns: [first], rows }) });
  expect(await screen.findByText('Nothing is shared yet.')).toBeTruthy();
  expect(screen.getByText('That is a safe place to start.')).toBeTruthy();
});

test('while it loads the kinds stand there already', async () => {
  server.use(live.handler, silent('staff'));
  const { unmount } = renderForStaff(
    <WhoSees
      caseId={caseId}
      asOf={undefined}
      onAsOf={() => undefined}
      above={null}
      ask={() => null}
      permissions={() => null}
    />,
  );
  expect(screen.getByRole('columnheader', { name: 'Kind' })).toBeTruthy();
  expect(screen.getByRole('table').closest('[aria-busy]')).toBeTruthy();
  unmount();
});

test('when no newer answer comes the last one stays, read only', async () => {
  let failing = false;
  const { user } = show({
    'consent.whoSeesWhat': () => {
      if (failing) throw new Refusal('UNAVAILABLE');
      return grid;
    },
  });
  await table();
  await waitFor(() => expect(live.listening()).toBeGreaterThan(0));
  failing = true;
  act(() => live.ping());
  expect(await screen.findByText(/^As of .*, read only\./)).toBeTruthy();
  expect((await cellAt(0, 1)).textContent).toBe('All');
  await focusOn(1, 1);
  await user.keyboard(' ');
  expect(screen.queryByText('Draft change')).toBeNull();
});

test('what is not shared any more goes, and reads like nothing', async () => {
  let over = false;
  show({
    'consent.whoSeesWhat': () => {
      if (over) throw new Refusal('NOT_FOUND');
      return grid;
    },
  });
  await table();
  await waitFor(() => expect(live.listening()).toBeGreaterThan(0));
  over = true;
  act(() => live.ping());
  expect(await screen.findByText("Nothing here, or it isn't shared with you.")).toBeTruthy();
  expect(screen.queryByText('Rafael Ortiz')).toBeNull();
});

test('a day that is over is said as what was', async () => {
  show({}, '2026-01-03');
  expect(await screen.findByText(/^This is how it stands at the end of January 3, 2026/)).toBeTruthy();
});

test('another day is said in words, and takes no draft', async () => {
  const { user, onAsOf } = show({}, '2027-03-03');
  expect(await screen.findByText(/^This is how it would stand at the end of March 3, 2027/)).toBeTruthy();
  expect(screen.queryByText(/Space drafts a change/)).toBeNull();
  await focusOn(1, 1);
  await user.keyboard(' ');
  expect(screen.queryByText('Draft change')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Back to today' }));
  expect(onAsOf).toHaveBeenCalledWith(undefined);
});

test('what a permission names and the law keeps closed says what is missing, with the rule one click away', async () => {
  const law: LawLine[] = [{ kind: 'service-linkage', rules: ['H-11'], needs: 'adult' }];
  const columns = grid.columns.map((one) => (one === rafael ? { ...one, law } : one));
  const rows = grid.rows.map((row) =>
    row.kind === 'service-linkage' ? { ...row, cells: [own, cell({ reason: 'law' }), cell()] } : row,
  );
  const { user } = show({ 'consent.whoSeesWhat': () => ({ ...grid, columns, rows }) });
  await focusOn(1, 1);
  await user.keyboard('{Enter}');
  const why = await screen.findByRole('region', { name: 'Why' });
  expect(why.textContent).toContain('The law keeps it closed for now.');
  expect(why.textContent).toContain('A parent or guardian has to sign this too.');
  expect(within(why).getByText(/State law does not let this young person decide alone/)).toBeTruthy();
  await focusOn(0, 1);
  await user.keyboard('{Enter}');
  expect(screen.getByRole('region', { name: 'Why' }).textContent).not.toContain('has to sign');
});
