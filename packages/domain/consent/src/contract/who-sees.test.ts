import { expect, test } from 'vitest';
import { maskOf } from './categories.ts';
import { afterChange, type BasisFacts, cellOf, opensItem, rowsOf } from './who-sees.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const DAY = 86_400_000;

const basis = (changes: Partial<BasisFacts> = {}): BasisFacts => ({
  kind: 'consent',
  id: 'one',
  purpose: 'care-plan-coordination',
  see: maskOf(['case-plan']),
  kept: 0n,
  stopped: 0n,
  data: { from: -Infinity, to: Infinity },
  validFrom: -Infinity,
  validTo: NOW + 60 * DAY,
  inForce: true,
  paused: false,
  ...changes,
});
const goal = { mask: maskOf(['case-plan']), occurredAt: NOW - DAY };
const both = { mask: maskOf(['case-plan', 'edu-record']), occurredAt: NOW - DAY };

test('all of a kind is every item of it; one that needs another kind as well makes it some', () => {
  expect(cellOf('case-plan', [basis()], [goal], NOW).state).toBe('all');
  expect(cellOf('case-plan', [basis()], [goal, both], NOW)).toMatchObject({
    state: 'some',
    reason: 'in-part',
  });
  const split = [basis(), basis({ see: maskOf(['edu-record']) })];
  expect(cellOf('case-plan', split, [goal, both], NOW).state).toBe('some');
  expect(cellOf('case-plan', [basis({ see: both.mask })], [goal, both], NOW).state).toBe('all');
});

test('a permission for a period opens a part, and what would be added is not promised', () => {
  const lastWeek = basis({ data: { from: NOW - 7 * DAY, to: NOW } });
  expect(cellOf('case-plan', [lastWeek], [goal], NOW).state).toBe('all');
  expect(cellOf('case-plan', [lastWeek], [{ ...goal, occurredAt: NOW - 9 * DAY }], NOW).state).toBe('some');
  expect(cellOf('case-plan', [lastWeek], [], NOW).state).toBe('some');
});

test('it ends soon within 14 days of the day that is asked about, by its last basis', () => {
  const [soon, later] = [basis({ validTo: NOW + 14 * DAY }), basis({ validTo: NOW + 15 * DAY })];
  expect(cellOf('case-plan', [soon], [goal], NOW)).toMatchObject({ endsSoon: true, endsAt: NOW + 14 * DAY });
  expect(cellOf('case-plan', [soon, later], [goal], NOW).endsSoon).toBe(false);
  expect(cellOf('case-plan', [later], [goal], NOW + 2 * DAY).endsSoon).toBe(true);
});

test('law marks what it opens, also a kind that no permission can', () => {
  const order = basis({ kind: 'court_order', see: maskOf(['cw-reporter']) });
  expect(cellOf('cw-reporter', [order], [], NOW)).toMatchObject({ state: 'all', byLaw: true });
  expect(cellOf('cw-reporter', [basis()], [], NOW)).toMatchObject({ state: 'never', byLaw: false });
});

test('a permission that begins later is none yet', () => {
  const later = basis({ inForce: false });
  expect(cellOf('case-plan', [later], [goal], NOW)).toMatchObject({
    state: 'none',
    reason: 'no-permission',
  });
});

test('a draft opens nothing that no permission can, nothing kept from its recipient, and stops no law', () => {
  const order = basis({ kind: 'court_order', see: maskOf(['cw-record']) });
  const after = afterChange([basis(), order], {
    purpose: 'care-plan-coordination',
    add: maskOf(['edu-record', 'cw-reporter', 'appointments']),
    remove: maskOf(['case-plan', 'cw-record']),
    kept: maskOf(['appointments']),
  });
  const opens = (kind: Parameters<typeof maskOf>[0]) =>
    after.some((each) => opensItem(each, { mask: maskOf(kind), occurredAt: NOW }));
  expect([opens(['edu-record']), opens(['cw-record'])]).toEqual([true, true]);
  expect([opens(['cw-reporter']), opens(['appointments']), opens(['case-plan'])]).toEqual([
    false,
    false,
    false,
  ]);
});

test('the rows are what could be shared, what is there and what was ever named', () => {
  const stopped = basis({ see: 0n, stopped: maskOf(['edu-record']) });
  expect(rowsOf(['case-plan'], [stopped], [{ mask: maskOf(['meetings']), occurredAt: NOW }])).toEqual([
    'case-plan',
    'edu-record',
    'meetings',
  ]);
});

test('paused is said until its end, before what was stopped, and after what can never be', () => {
  const paused = basis({ inForce: false, paused: true });
  const stopped = basis({ inForce: false, see: 0n, stopped: maskOf(['case-plan']) });
  expect(cellOf('case-plan', [paused], [goal], NOW)).toMatchObject({ state: 'none', reason: 'paused' });
  expect(cellOf('case-plan', [stopped, paused], [goal], NOW).reason).toBe('paused');
  expect(cellOf('case-plan', [{ ...paused, validTo: NOW }], [goal], NOW).reason).toBe('ended');
  expect(cellOf('edu-record', [paused], [goal], NOW).reason).toBe('no-permission');
  expect(cellOf('case-plan', [paused, basis()], [goal], NOW)).toMatchObject({ state: 'all' });
});

test('what the agency’s own terms keep can never be opened by a permission, and is open to its own people', () => {
  const terms = maskOf(['edu-record']);
  expect(cellOf('case-plan', [], [goal], NOW, terms)).toMatchObject({
    state: 'never',
    reason: 'agency-terms',
  });
  expect(cellOf('edu-record', [], [goal], NOW, terms)).toMatchObject({
    state: 'none',
    reason: 'no-permission',
  });
  const own = basis({ kind: 'own_custody', purpose: null, validTo: Infinity });
  expect(cellOf('case-plan', [own], [goal], NOW, terms).state).toBe('all');
});

test('a colleague’s closed cell tells a day before they came from a day after they left', () => {
  const own = basis({ kind: 'own_custody', purpose: null, inForce: false });
  const before = { ...own, validFrom: NOW + DAY, validTo: Infinity };
  expect(cellOf('case-plan', [before], [goal], NOW).reason).toBe('not-yet');
  const after = { ...own, validFrom: NOW - 9 * DAY, validTo: NOW - DAY };
  expect(cellOf('case-plan', [after], [goal], NOW).reason).toBe('ended');
});
