import type { Tx } from '@accord/db';
import type { Actor, AgencyId, CaseId, StaffActor, YouthActor } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import type { Network } from '../support/network.ts';
import { twoHouses } from './houses.ts';
import { assignRow, FUTURE, type GrantRow, grantRow, openRow, standing } from './rows.ts';

/** "This may not have been their own choice", by hand: who says it, who settles it, and what it keeps closed. */
let network: Network;
let welfare: AgencyId;
let clinic: AgencyId;
let dana: StaffActor;
let cora: StaffActor;
let sosa: StaffActor;
let caseId: CaseId;
let otherCase: CaseId;
let young: YouthActor;
let other: YouthActor;

const PLAN = 8n;
const MEETINGS = 1n << 30n;
const OVER = '2021-01-01';

beforeAll(async () => {
  ({ network, welfare, clinic, dana, cora, sosa } = await twoHouses());
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ caseId: otherCase, young: other } = await network.openCase(dana, 'Sam'));
  // The recipient's agency holds items of the case too.
  await openRow(network, { of: caseId, owner: clinic, kind: 'agency', to: clinic, basis: 'own_custody' });
  await assignRow(network, caseId, sosa);
});
afterAll(() => network.close());
beforeEach(() =>
  network.owner(
    (sql) => sql`delete from assignment where staff_id = ${cora.staffId} and case_id = ${caseId}`,
  ),
);

/** An agency on the case shares the plan with Sosa. */
async function grant(change: Partial<GrantRow> = {}): Promise<string> {
  const ground = { of: caseId, discloser: welfare, to: sosa, by: dana, categories: PLAN | MEETINGS };
  const id = await grantRow(network, { ...ground, status: 'active', until: FUTURE, ...change });
  await openRow(network, { of: caseId, owner: welfare, kind: 'staff', to: sosa.staffId, basisId: id });
  return id;
}
const supervise = () => assignRow(network, caseId, cora, { kind: 'supervision' });
const ask = <T>(who: Actor, work: (tx: Tx) => Promise<T>) => asked(network, who, [caseId, otherCase], work);
const mark = (who: Actor, of: string) =>
  ask(who, async (tx) => {
    const [row] = await tx<
      { closed: boolean }[]
    >`select mark_choice(${randomUUID()}, ${of}, ${randomUUID()}) as closed`;
    return row?.closed ? 'closed' : 'marked';
  });
const settle = (who: Actor, id: string, how: 'own-choice' | 'not-own-choice') =>
  ask(who, async (tx) => {
    const [row] = await tx<{ stops: boolean }[]>`select settle_mark(${id}, ${how}, ${randomUUID()}) as stops`;
    return row?.stops ? 'stopped' : 'settled';
  });
const resume = (who: Actor, of: string) =>
  ask(who, async (tx) => {
    await tx`select resume_grant(${of}, '[]', array[1]::smallint[])`;
    return 'done';
  });
const statusOf = async (of: string) => {
  const [row] = await network.owner(
    (sql) => sql<{ status: string }[]>`select status from consent_grant where id = ${of}`,
  );
  return row?.status;
};
const marksOf = async (of: string) =>
  network.owner(async (sql) => {
    const rows = await sql<
      { about: string; from: string; by: string; how: string | null; settler: string | null }[]
    >`
      select about, marked_from as from, marked_by as by, outcome as how, settled_by as settler
      from coercion_mark where grant_id = ${of}`;
    return [...rows];
  });
const openMark = { how: null, settler: null };
const markId = async (of: string) => {
  const [row] = await network.owner(
    (sql) => sql<{ id: string }[]>`select id from coercion_mark where grant_id = ${of}`,
  );
  return row?.id ?? '';
};
/** A permission that Dana has marked. */
const marked = async (change: Partial<GrantRow> = {}) => {
  const of = await grant(change);
  await mark(dana, of);
  return { of, id: await markId(of) };
};

describe('a mark', () => {
  test('by whoever may stop it closes at once, and says whose word it is', async () => {
    await supervise();
    for (const who of [dana, cora, young]) {
      const [of, untouched] = [await grant(), await grant()];
      expect(await mark(who, of)).toBe('closed');
      expect([await statusOf(of), await standing(network, of)]).toEqual(['paused', { rows: 0, wraps: 0 }]);
      expect(await statusOf(untouched)).toBe('active');
      const by =
        who.kind === 'youth'
          ? { from: 'young_person', by: who.youngPersonId }
          : { from: 'staff', by: who.kind === 'staff' ? who.staffId : '' };
      expect(await marksOf(of)).toEqual([{ ...openMark, about: 'permission', ...by }]);
    }
  });

  test('by nobody else, and on no draft', async () => {
    const [of, draft, clinics] = [
      await grant(),
      await grant({ status: 'draft' }),
      await grant({ discloser: clinic }),
    ];
    for (const who of [cora, sosa, other]) expect(await mark(who, of)).toBe('AC404');
    for (const id of [draft, clinics, randomUUID()]) expect(await mark(dana, id)).toBe('AC404');
    expect([await statusOf(of), await marksOf(of), await marksOf(draft)]).toEqual(['active', [], []]);
  });

  test('said twice is said once, by whoever said it first', async () => {
    const { of } = await marked();
    expect(await mark(young, of)).toBe('marked');
    expect(await marksOf(of)).toEqual([
      { ...openMark, about: 'permission', from: 'staff', by: dana.staffId },
    ]);
  });

  test('on what was paused before is a mark, and closes nothing', async () => {
    const of = await grant({ status: 'paused' });
    expect(await mark(dana, of)).toBe('marked');
    expect(await marksOf(of)).toHaveLength(1);
  });

  test('on a stop is one whatever the date; on a permission, until it is over by its date', async () => {
    const stopped = await grant({ status: 'stopped', until: OVER });
    expect(await mark(dana, stopped)).toBe('marked');
    expect(await marksOf(stopped)).toMatchObject([{ about: 'stop' }]);
    for (const status of ['active', 'paused'] as const) {
      const over = await grant({ status, until: OVER });
      expect(await mark(dana, over)).toBe('AC409');
      expect(await marksOf(over)).toEqual([]);
    }
  });
});

describe('is settled', () => {
  test('by whoever is on the case for the discloser, and by nobody else', async () => {
    const { of, id } = await marked();
    for (const who of [cora, sosa, young, other]) expect(await settle(who, id, 'own-choice')).toBe('AC404');
    expect(await settle(dana, randomUUID(), 'own-choice')).toBe('AC404');
    expect(await marksOf(of)).toMatchObject([openMark]);
    await supervise();
    expect(await settle(cora, id, 'own-choice')).toBe('settled');
    expect(await marksOf(of)).toMatchObject([{ how: 'own-choice', settler: cora.staffId }]);
  });

  test('as not their own choice: that permission is stopped, all of it, and no other', async () => {
    const [first, second, third] = [await marked(), await marked(), await marked()];
    for (const { of, id } of [second, first]) {
      expect(await settle(dana, id, 'not-own-choice')).toBe('stopped');
      expect(await statusOf(of)).toBe('stopped');
    }
    expect([await statusOf(third.of), await marksOf(third.of)]).toMatchObject(['paused', [openMark]]);
  });

  test('as their own: nothing stops, and nothing starts by itself', async () => {
    const { of, id } = await marked();
    expect(await settle(dana, id, 'own-choice')).toBe('settled');
    expect(await statusOf(of)).toBe('paused');
  });

  test('of a stop: it stays one, and is not stopped again', async () => {
    const { of, id } = await marked({ status: 'stopped' });
    expect(await settle(dana, id, 'not-own-choice')).toBe('settled');
    const again = await network.owner((sql) => sql`select from consent_revocation where grant_id = ${of}`);
    expect(again).toHaveLength(0);
  });

  test('once', async () => {
    const { of, id } = await marked();
    await settle(dana, id, 'own-choice');
    expect(await settle(dana, id, 'own-choice')).toBe('AC409');
    expect(await settle(dana, id, 'not-own-choice')).toBe('AC409');
    expect([await statusOf(of), await marksOf(of)]).toMatchObject(['paused', [{ how: 'own-choice' }]]);
  });
});

test('is read by whoever holds the items for the agency that discloses, and by nobody who holds others', async () => {
  const { of } = await marked();
  await grantRow(network, {
    of: caseId,
    discloser: clinic,
    to: dana,
    by: sosa,
    categories: PLAN,
    status: 'active',
  });
  const read = (who: Actor) =>
    ask(who, async (tx) => (await tx`select from coercion_mark where grant_id = ${of}`).length);
  expect(await read(dana)).toBe(1);
  for (const who of [sosa, cora, young]) expect(await read(who)).toBe(0);
});

test('what is marked nobody starts again; what is settled as their own choice, or was never marked, they do', async () => {
  const { of, id } = await marked();
  const paused = await grant();
  await ask(dana, (tx) => tx`select pause_grant(${paused}, ${randomUUID()})`);
  for (const who of [dana, young]) expect(await resume(who, of)).toBe('AC409');
  expect(await resume(dana, paused)).toBe('done');
  await settle(dana, id, 'own-choice');
  expect(await resume(dana, of)).toBe('done');
  expect([await statusOf(of), await statusOf(paused)]).toEqual(['active', 'active']);
});
