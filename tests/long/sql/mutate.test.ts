import { expect, test } from 'vitest';
import { mutationsOf } from './mutate.ts';

const all = (sql: string, options = {}) => mutationsOf(sql, options).map(({ text }) => text);

test('a conjunct is left out, and an alternative never holds', () => {
  expect(all('select 1 where a = b and (c = d or e)').toSorted()).toEqual([
    'select 1 where a = b and (c = d or false)',
    'select 1 where a = b and (false or e)',
    'select 1 where a = b and true',
    'select 1 where true and (c = d or e)',
  ]);
});

test('a guard is never met', () => {
  expect(all('if not found or x then raise; end if;')).toEqual([
    'if false or x then raise; end if;',
    'if not found or false then raise; end if;',
    'if  found or x then raise; end if;',
  ]);
});

test('a whole policy is one condition', () => {
  expect(all('((a = b))', { root: 'policy' })).toEqual(['((true))']);
});

test('a comparison of order is turned, and stands at its edge where that can be seen', () => {
  expect(all('return t > now')).toEqual(['return t <= now']);
  expect(all('return t > now', { edges: true })).toEqual(['return t <= now', 'return t >= now']);
});

test('a mask loses its sign or its whole part', () => {
  expect(all('select a.m & ~b.n, c')).toEqual(
    ['select a.m, c', 'select a.m & b.n, c'].map((text) => text.replace('.m,', '.m ,')),
  );
});

test('columns that look alike are mistaken for each other', () => {
  expect(all('select e.owner_agency, me.actor_id, s.agency_id')).toEqual([
    'select e.grantee_id, me.actor_id, s.agency_id',
    'select e.owner_agency, me.agency_id, s.agency_id',
  ]);
});

test('a statement that writes is left out, and an assignment is no comparison', () => {
  expect(all('begin update t set a = 1 where b; end', { statements: true })).toEqual([
    'begin update t set a = 1 where true; end',
    'begin null; end',
  ]);
});
