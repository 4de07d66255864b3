import { sessionsOf } from '@accord/identity/server';
import { CaseId, newId } from '@accord/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aboutACase, callerOf, INSIDERS, nameOf, PROCEDURES, PUBLIC, type Procedure } from './procedures.ts';
import { LEFT, OUTSIDE, relationOf, SHUT_OUT } from './relations.ts';
import { type Cell, sweep } from './sweep.ts';
import { buildWorld, TEXTS, type World } from './world.ts';
import { type Answer, call } from './wire.ts';

/** What holds whatever matrix.md says: nothing here can be agreed to by writing that file anew. */

let world: World;
let cells: Cell[];
beforeAll(async () => {
  world = await buildWorld();
  cells = await sweep(world);
}, 60_000);
afterAll(() => world.network.close());

const ask = (key: string, { host, path }: Procedure, input: unknown): Promise<Answer> =>
  call(world.network, relationOf(world, key), { host, path, input });

const isPublic = ({ procedure }: Pick<Cell, 'procedure'>) => PUBLIC.includes(procedure.path);
const isBy = (keys: readonly string[]) => (cell: Cell) => keys.includes(cell.relation.key);
const labelOf = ({ relation, procedure }: Cell) => `${relation.who}: ${nameOf(procedure)}`;

describe('before anyone is signed in', () => {
  test('everything but the public procedures asks to sign in first, whatever is sent', async () => {
    const closed = PROCEDURES.filter((procedure) => !isPublic({ procedure }));
    const reviews = closed.filter((procedure) => callerOf(procedure) === 'advisor');
    const outside = cells
      .filter(isBy(OUTSIDE))
      .filter((cell) => !isPublic(cell) && cell.relation.actor.kind !== callerOf(cell.procedure));
    expect(reviews.length).toBeGreaterThan(0);
    expect(outside.length).toBe(OUTSIDE.length * closed.length - reviews.length);
    for (const cell of outside) {
      const nonsense = await ask(cell.relation.key, cell.procedure, { nonsense: true });
      for (const { status, error } of [cell.answer, nonsense]) {
        expect([status, error?.code], labelOf(cell)).toEqual([401, 'SIGN_IN_FIRST']);
      }
    }
  });

  test('the public procedures tell nothing about a case', () => {
    for (const cell of cells.filter(isBy(OUTSIDE)).filter(isPublic)) {
      expect(cell.answer.body, labelOf(cell)).not.toContain('canary');
      expect(cell.answer.body, labelOf(cell)).not.toContain(world.caseId);
    }
  });
});

test('workers, young people and advisors get nothing of what is for the others', () => {
  for (const cell of cells.filter((each) => !isPublic(each))) {
    const { kind } = cell.relation.actor;
    if (kind === callerOf(cell.procedure)) continue;
    expect(cell.answer.error?.code, labelOf(cell)).toBe('SIGN_IN_FIRST');
  }
});

describe('a case that is not shared is the same as a case that does not exist', () => {
  test('byte for byte, for everybody who is shut out, in every procedure about a case', async () => {
    const procedures = aboutACase(world);
    expect(procedures.length).toBeGreaterThan(8);
    for (const procedure of procedures) {
      const input = procedure.row.input(world) as object;
      const absent = await ask('other-agency', procedure, { ...input, caseId: newId(CaseId) });
      for (const cell of cells.filter(isBy(SHUT_OUT)).filter((each) => each.procedure === procedure)) {
        expect(cell.answer, labelOf(cell)).toEqual(absent);
      }
    }
  });

  test('and nothing else that they can call holds it', () => {
    for (const cell of cells.filter(isBy([...SHUT_OUT, ...LEFT]))) {
      expect(cell.answer.body, labelOf(cell)).not.toContain(world.caseId);
    }
  });
});

describe('whoever left their agency', () => {
  test('has no session from the moment on which they left', async () => {
    const { network, accountId, people } = world;
    const sessions = sessionsOf(network.database);
    const token = await sessions.start(accountId, 'care-plan-coordination');
    expect((await sessions.find(token))?.actor).toEqual(people.dana);
    const leaveOn = (day: string) =>
      network.owner(
        (sql) => sql`update staff set ended_at = ${day}::timestamptz where id = ${people.dana.staffId}`,
      );
    await leaveOn('2020-01-01');
    expect(await sessions.find(token)).toBeNull();
    await leaveOn('2999-01-01');
  });

  test('gets nothing of a case even by a session that outlived the job', () => {
    const about = aboutACase(world);
    for (const cell of cells.filter(isBy(LEFT)).filter(({ procedure }) => about.includes(procedure))) {
      const { data, error } = cell.answer;
      if (error) expect(['NOT_FOUND', 'BAD_INPUT'], labelOf(cell)).toContain(error.code);
      else expect(data, labelOf(cell)).toEqual({ permissions: [] });
    }
  });
});

test('everybody gets the texts that a basis opens to them, and no other, by any procedure', () => {
  for (const [relation, theirs] of Map.groupBy(cells, (cell) => cell.relation.key)) {
    const bodies = theirs.map(({ answer }) => answer.body).join('\n');
    const met = Object.entries(TEXTS).flatMap(([name, text]) => (bodies.includes(text) ? [name] : []));
    expect(met.toSorted(), relation).toEqual([...relationOf(world, relation).mayRead].toSorted());
  }
});

describe('what goes in and comes out is what the contract names', () => {
  const strange = ['ownerAgency', 'actor', 'status', 'purposes', 'constructor', 'prototype', '__proto__'];
  const takers = PROCEDURES.filter(({ inputs }) => inputs.length > 0).map(
    (each) => [nameOf(each), each] as const,
  );

  test.each(takers)('%s takes no field of another name', async (_, procedure) => {
    const { host, path, row } = procedure;
    const who = { ...relationOf(world, INSIDERS[callerOf(procedure)]), inDemo: true };
    const input = Object(row.input(world));
    for (const key of strange.filter((each) => !Object.hasOwn(input, each))) {
      const sample = JSON.stringify(input);
      const json = `${sample.slice(0, -1)},${JSON.stringify(key)}:{"is":1}}`;
      const { status, error } = await call(world.network, who, { host, path, json });
      expect([status, error?.fields]).toEqual([400, [{ field: key, message: 'There is no such field.' }]]);
    }
  });

  test('a procedure without input listens to none', async () => {
    const { caseId, people } = world;
    const forged = { caseId, youngPersonId: people.robin.youngPersonId, actor: people.dana };
    for (const cell of cells.filter(isBy(['other-agency', 'other-youth']))) {
      if (cell.procedure.inputs.length > 0) continue;
      expect(await ask(cell.relation.key, cell.procedure, forged), labelOf(cell)).toEqual(cell.answer);
    }
  });

  test('every answer has the keys of its contract and no more', () => {
    for (const cell of cells) {
      const { data, error } = cell.answer;
      expect(cell.procedure.output, `${labelOf(cell)} names no output`).toBeDefined();
      if (!error)
        expect(cell.procedure.output?.safeParse(data), labelOf(cell)).toEqual({ success: true, data });
    }
  });

  test('every error has a code, a sentence, fields and a reference, and no more', () => {
    const shapes = cells.flatMap(({ answer }) =>
      answer.error ? [keysOf(JSON.parse(answer.body)).join(' ')] : [],
    );
    const parts = ['code', 'sentence', 'fields', 'reference', 'httpStatus'].map(
      (part) => `error.data.${part}`,
    );
    expect([...new Set(shapes)]).toEqual([
      ['error', 'error.code', 'error.message', 'error.data', ...parts].join(' '),
    ]);
  });

  test('nothing failed on our side', () => {
    expect(cells.filter(({ answer }) => answer.status >= 500).map(labelOf)).toEqual([]);
  });
});

function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    `${path}${key}`,
    ...keysOf(inner, `${path}${key}.`),
  ]);
}
