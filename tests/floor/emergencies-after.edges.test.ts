import type { Tx } from '@accord/db';
import type { Actor, StaffActor } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clearDesk, type Desk, handsAt, openDesk, PLAN } from './emergency-desk.ts';
import { assignRow, FUTURE, keysNow, openRow, PAST, shutRow, standing } from './rows.ts';

/** Emergencies, by hand: who looks at one afterwards, what is told of them, and who sets how they are handled. */
const at = {} as Desk;
beforeAll(async () => {
  Object.assign(at, await openDesk());
});
afterAll(() => at.network.close());
beforeEach(async () => {
  Object.assign(at, await clearDesk(at));
});
const { by, done, answers, reviews, waiting, opened, change, back, onCall, needsTwo, left, told, ids } =
  handsAt(at);

describe('looked at afterwards', () => {
  test('by a third person, once; what was right stays open', async () => {
    const id = await opened();
    await onCall(at.nell);
    for (const who of [at.dana, at.stan, at.cora, at.sosa, at.young])
      expect(await reviews(who, id)).toBe('AC404');
    expect(await reviews(at.nell, id)).toEqual([at.caseId, at.welfare, '0']);
    expect(await reviews(at.nell, id, 'not-right')).toBe('AC409');
    expect((await standing(at.network, id)).rows).toBe(1);
    const rows = await at.network.owner(
      (sql) => sql`select basis_id, case_id, owner_agency, outcome, reviewed_by from emergency_review`,
    );
    expect(rows).toEqual([
      {
        basis_id: id,
        case_id: at.caseId,
        owner_agency: at.welfare,
        outcome: 'right',
        reviewed_by: at.nell.staffId,
      },
    ]);
  });

  test('what was not right closes with that word, under the keys; one that was over closes nothing', async () => {
    await onCall(at.nell);
    const [id, untouched] = [await opened(), randomUUID()];
    await openRow(at.network, {
      of: at.caseId,
      owner: at.welfare,
      kind: 'staff',
      to: at.sosa.staffId,
      basisId: untouched,
    });
    const found = await by(at.nell, async (tx) => {
      const [row] = await tx<
        { mask: string }[]
      >`select mask::text as mask from review_emergency(${id}, 'not-right')`;
      return [row?.mask, await keysNow(at.network, at.caseId)];
    });
    expect(found).toEqual([String(PLAN), 'taken']);
    const [row] = await at.network.owner(
      (sql) => sql`select end_reason as why, ended_by as by from law_basis where id = ${id}`,
    );
    expect(row).toEqual({ why: 'mistake', by: at.nell.staffId });
    expect([(await standing(at.network, id)).rows, (await standing(at.network, untouched)).rows]).toEqual([
      0, 1,
    ]);
    const over = await opened();
    await back(over, '2 hours');
    expect(await reviews(at.nell, over, 'not-right')).toEqual([at.caseId, at.welfare, '0']);
  });

  test('the very one that was named', async () => {
    await assignRow(at.network, at.caseId, at.cora);
    await onCall(at.nell);
    const first = await opened();
    const hers = await waiting({ who: at.cora });
    await answers(at.stan, hers);
    await reviews(at.nell, hers, 'not-right');
    const ended = await at.network.owner(
      (sql) => sql<{ id: string }[]>`select id from law_basis where ended_at is not null`,
    );
    expect(ended).toEqual([{ id: hers }]);
    expect([(await standing(at.network, first)).rows, (await standing(at.network, hers)).rows]).toEqual([
      1, 0,
    ]);
    expect(await ids(at.stan)).toEqual([`review ${first}`]);
  });

  test('only an emergency is', async () => {
    const id = await opened();
    await onCall(at.nell);
    await change(id, { kind: 'court_order' });
    expect(await reviews(at.nell, id)).toBe('AC404');
    expect(await reviews(at.nell, randomUUID())).toBe('AC404');
  });
});

describe('a note in the ledger by whoever vouches', () => {
  const vouches = (tx: Tx, of = at.caseId) =>
    tx<{ may: boolean }[]>`select vouches_now(${of}) as may`.then(([row]) => row?.may);

  test('in the transaction in which they agree or end it, about that case; and by nobody else', async () => {
    const id = await waiting();
    expect(await by(at.stan, (tx) => vouches(tx))).toBe(false);
    const now = await by(at.stan, async (tx) => {
      await tx`select answer_emergency(${id}, true)`;
      return [await vouches(tx), await vouches(tx, at.otherCase)];
    });
    expect(now).toEqual([true, false]);
    expect(await by(at.stan, (tx) => vouches(tx))).toBe(false);
    await onCall(at.nell);
    const ended = await by(at.nell, async (tx) => {
      await tx`select review_emergency(${id}, 'not-right')`;
      return vouches(tx);
    });
    expect(ended).toBe(true);
  });

  test('not by whoever records one alone, nor for an order', async () => {
    await needsTwo(at.welfare, false);
    const record = (kind: string) => (tx: Tx) =>
      tx`select record_basis(${randomUUID()}, ${at.caseId}, ${kind}, 'staff', ${at.sosa.staffId}, array[1]::smallint[], ${PLAN},
        ${PLAN}, now() + interval '10 minutes', null, 'JV-1', null, null, 'in-person', null)`;
    expect(
      await by(at.dana, async (tx) => {
        await record('emergency')(tx);
        return vouches(tx);
      }),
    ).toBe(false);
    const id = randomUUID();
    expect(
      await by(at.dana, async (tx) => {
        await tx`select record_basis(${id}, ${at.caseId}, 'court_order', 'staff', ${at.sosa.staffId}, array[1]::smallint[],
          ${PLAN}, ${PLAN}, now() + interval '1 hour', null, 'JV-1', null, null, 'in-person', null)`;
        await tx`select end_basis(${id}, 'lifted')`;
        return vouches(tx);
      }),
    ).toBe(false);
  });
});

describe('what waits', () => {
  test('is told to whoever is on the case or on call there, and to whoever opened it; with the case only on it', async () => {
    const id = await waiting();
    await onCall(at.nell);
    const line = { what: 'ask', id, name: 'Sosa', by: 'Dana' };
    const { code } = { code: expect.any(String) as string };
    expect(await told(at.stan)).toEqual([{ ...line, of: at.caseId, code, own: false, may: true }]);
    expect(await told(at.dana)).toEqual([{ ...line, of: at.caseId, code, own: true, may: false }]);
    expect(await told(at.nell)).toEqual([{ ...line, of: null, code: null, own: false, may: true }]);
    for (const who of [at.cora, at.sosa, at.young]) expect(await told(who)).toEqual([]);
    // Kept from any of it, they know that they opened something, and not of whom.
    await shutRow(at.network, at.caseId, at.dana.staffId);
    await shutRow(at.network, at.caseId, at.nell.staffId);
    expect(await told(at.dana)).toEqual([{ ...line, of: null, code: null, own: true, may: false }]);
    expect(await told(at.nell)).toEqual([]);
    await at.network.owner((sql) => sql`delete from access_denial`);
    // Off the case, whoever opened it still sees that it waits.
    await at.network.owner(
      (sql) => sql`update assignment set valid_to = now() where case_id = ${at.caseId}
      and staff_id = ${at.dana.staffId}`,
    );
    expect(await told(at.dana)).toEqual([{ ...line, of: null, code: null, own: true, may: false }]);
  });

  test('until it is answered or lapses, and then until somebody looked at it', async () => {
    const id = await waiting();
    await at.network.owner((sql) => sql`update emergency_ask set lapses_at = now()`);
    expect(await ids(at.stan)).toEqual([]);
    const next = await opened();
    expect(await ids(at.stan)).toEqual([`review ${next}`]);
    expect((await told(at.stan)) as unknown).toMatchObject([{ may: false }]);
    await onCall(at.nell);
    expect((await told(at.nell)) as unknown).toMatchObject([{ may: true }]);
    await reviews(at.nell, next);
    expect(await ids(at.stan)).toEqual([]);
    expect(id).not.toBe(next);
  });

  test('of one’s own agency alone, emergencies alone', async () => {
    await assignRow(at.network, at.caseId, at.sosa);
    await openRow(at.network, {
      of: at.caseId,
      owner: at.clinic,
      kind: 'agency',
      to: at.clinic,
      basis: 'own_custody',
    });
    const id = await waiting();
    expect(await ids(at.sosa)).toEqual([]);
    await answers(at.stan, id);
    expect(await ids(at.sosa)).toEqual([]);
    await change(id, { kind: 'court_order' });
    expect(await ids(at.stan)).toEqual([]);
    await change(id, { kind: 'emergency', owner_agency: at.clinic });
    expect(await ids(at.stan)).toEqual([]);
    expect(await ids(at.sosa)).toEqual([`review ${id}`]);
  });

  test.each([
    ['is over', { from: PAST, until: '2021-01-01' }],
    ['has not begun', { from: FUTURE }],
  ])('with the case not for somebody on call whose time on it %s', async (_, dates) => {
    await waiting();
    await onCall(at.nell);
    await assignRow(at.network, at.caseId, at.nell, dates);
    await assignRow(at.network, at.otherCase, at.nell);
    expect((await told(at.nell)) as unknown).toMatchObject([{ of: null, code: null }]);
  });

  test('an agency as a recipient by its name, and never somebody by an id of the other kind', async () => {
    const id = await opened();
    await change(id, { recipient_kind: 'agency' });
    expect(await told(at.stan)).toEqual([]);
    await change(id, { recipient_id: at.clinic });
    expect((await told(at.stan)) as unknown).toMatchObject([{ name: 'River Clinic' }]);
  });
});

describe('how an agency handles them', () => {
  const want = (two: boolean) => (tx: Tx) => tx`select want_two(${two})`;
  const put =
    (whom: StaffActor, until = '10 days') =>
    (tx: Tx) =>
      tx`select put_on_call(${whom.staffId}, '555-0199', now() + ${until}::interval)`;
  const off = (whom: StaffActor) => (tx: Tx) => tx`select take_off_call(${whom.staffId})`;
  const supervises = (who: Actor) =>
    by(who, async (tx) => {
      const [row] = await tx<{ is: boolean }[]>`select supervises() as is`;
      return row?.is;
    });

  test('is for whoever supervises a case there now, whose items the agency holds', async () => {
    expect(await supervises(at.stan)).toBe(true);
    for (const who of [at.dana, at.cora, at.sosa, at.young]) {
      expect([await supervises(who), await done(who, want(false))]).toEqual([false, 'AC404']);
    }
    const set = (dates: { from: string; until: string }) =>
      at.network.owner(
        (sql) => sql`update assignment set valid_from = ${dates.from}::text::timestamptz,
          valid_to = ${dates.until}::text::timestamptz where staff_id = ${at.stan.staffId}`,
      );
    await set({ from: PAST, until: '2021-01-01' });
    expect(await supervises(at.stan)).toBe(false);
    await set({ from: FUTURE, until: '2999-06-01' });
    expect(await supervises(at.stan)).toBe(false);
    await set({ from: PAST, until: FUTURE });
    await at.network.owner(
      (sql) => sql`update assignment set kind = 'cover' where staff_id = ${at.stan.staffId}`,
    );
    expect(await supervises(at.stan)).toBe(false);
  });

  test('not by supervising where the agency holds nothing, or no longer does', async () => {
    await assignRow(at.network, at.caseId, at.sosa, { kind: 'supervision' });
    expect(await supervises(at.sosa)).toBe(false);
    const held = { of: at.caseId, owner: at.clinic, kind: 'agency', to: at.clinic } as const;
    await openRow(at.network, { ...held, basis: 'self_access' });
    await openRow(at.network, { ...held, basis: 'own_custody', until: PAST });
    await openRow(at.network, { ...held, of: at.otherCase, basis: 'own_custody' });
    await openRow(at.network, { ...held, owner: at.welfare, basis: 'own_custody', basisId: randomUUID() });
    await openRow(at.network, { ...held, to: at.welfare, basis: 'own_custody', basisId: randomUUID() });
    expect(await supervises(at.sosa)).toBe(false);
  });

  test('two or one, for their own agency', async () => {
    await needsTwo(at.clinic, true);
    expect(await done(at.stan, want(false))).toBe('done');
    const rows = await at.network.owner(
      (sql) => sql<{ id: string; two: boolean }[]>`select id, emergency_needs_two as two from agency`,
    );
    expect(new Map(rows.map(({ id, two }) => [id, two])).get(at.clinic)).toBe(true);
    expect(new Map(rows.map(({ id, two }) => [id, two])).get(at.welfare)).toBe(false);
  });

  test('a colleague on call, who is there, for a month at most, and anew by saying it again', async () => {
    expect(await done(at.stan, put(at.nell))).toBe('done');
    await left(at.cora, FUTURE);
    expect(await done(at.stan, put(at.cora, '31 days'))).toBe('done');
    for (const whom of [at.stan, at.sosa]) expect(await done(at.stan, put(whom))).toBe('AC404');
    for (const until of ['0 days', '-1 days', '33 days'])
      expect(await done(at.stan, put(at.nell, until))).toBe('AC409');
    await left(at.cora, PAST);
    expect(await done(at.stan, put(at.cora))).toBe('AC404');
    await at.network.owner(
      (sql) => sql`update on_call set phone = '555-0100', valid_from = '2020-01-01', valid_to = '2021-01-01',
        set_by = ${at.dana.staffId} where staff_id = ${at.nell.staffId}`,
    );
    expect(await done(at.stan, put(at.nell))).toBe('done');
    const [row] = await at.network.owner(
      (
        sql,
      ) => sql`select agency_id, phone, valid_from > now() - interval '1 minute' as fresh, valid_to > now() as on,
        set_by from on_call where staff_id = ${at.nell.staffId}`,
    );
    expect(row).toEqual({
      agency_id: at.welfare,
      phone: '555-0199',
      fresh: true,
      on: true,
      set_by: at.stan.staffId,
    });
  });

  test('taken off again, of their own agency', async () => {
    await onCall(at.nell);
    await onCall(at.cora);
    await onCall(at.nell, { house: at.clinic });
    expect(await done(at.stan, off(at.nell))).toBe('done');
    expect(await done(at.stan, off(at.nell))).toBe('AC404');
    const rows = await at.network.owner(
      (sql) =>
        sql`select agency_id as house, staff_id as who from on_call order by agency_id = ${at.welfare} desc`,
    );
    expect(rows).toEqual([
      { house: at.welfare, who: at.cora.staffId },
      { house: at.clinic, who: at.nell.staffId },
    ]);
    expect(await done(at.dana, off(at.cora))).toBe('AC404');
  });
});
