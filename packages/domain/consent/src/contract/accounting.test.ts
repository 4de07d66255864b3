import { expect, test } from 'vitest';
import { type AccountingLine, csvOf, isListed } from './accounting.ts';

const line = (change: Partial<AccountingLine> = {}): AccountingLine => ({
  entry: 'one',
  how: 'opened',
  at: '2026-05-03T15:00:00.000Z',
  recipient: { name: 'Rafael Ortiz', title: 'Detective', agency: 'Town Police' },
  kinds: ['health-general'],
  items: 2,
  purpose: 'care-plan-coordination',
  bases: [{ kind: 'consent', id: 'c1' }],
  notices: [],
  policyVersion: 'ZZ 1',
  ...change,
});
const order = [{ kind: 'court_order' as const, id: 'o1' }];
const report = [{ kind: 'mandate' as const, id: 'r1' }];

test('H-21: a permission alone and treatment are left out; orders, reports and emergencies are accounted for', () => {
  expect(isListed(line(), 'hipaa')).toBe(false);
  expect(isListed(line({ bases: order }), 'hipaa')).toBe(true);
  expect(isListed(line({ bases: report, how: 'reported' }), 'hipaa')).toBe(true);
  expect(isListed(line({ bases: order, purpose: 'treatment' }), 'hipaa')).toBe(false);
  expect(isListed(line({ bases: [...line().bases, ...order] }), 'hipaa')).toBe(true);
});

test('P-16: what was disclosed of a Part 2 program by permission, and nothing else', () => {
  expect(isListed(line({ kinds: ['sud-part2'] }), 'part2')).toBe(true);
  expect(isListed(line({ kinds: ['sud-other'] }), 'part2')).toBe(false);
  expect(isListed(line({ kinds: ['sud-part2'], bases: order }), 'part2')).toBe(false);
});

test('what a disclosure stood on is not known: it is in every list that could hold it', () => {
  for (const list of ['all', 'hipaa', 'part2'] as const)
    expect(isListed(line({ kinds: ['sud-part2'], bases: [] }), list)).toBe(true);
});

test('the CSV keeps one line a disclosure, quotes what has to be, and holds nothing that a spreadsheet runs', () => {
  const recipient = { name: '=HYPERLINK("x")', title: null, agency: 'Police, Town' };
  const [head, row, end] = csvOf({ lines: [line({ recipient })] }).split('\r\n');
  expect(head).toBe('date,recipient,title,agency,what,items,purpose,how,basis,notices,policy');
  expect(row).toBe(
    `2026-05-03T15:00:00.000Z,"'=HYPERLINK(""x"")",,"Police, Town",health-general,2,care-plan-coordination,opened,consent/c1,,ZZ 1`,
  );
  expect(end).toBe('');
});
