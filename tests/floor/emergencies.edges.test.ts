import type { Actor, StaffActor } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clearDesk, type Desk, handsAt, openDesk, PLAN } from './emergency-desk.ts';
import { assignRow, FUTURE, keysNow, PAST, shutRow, standing } from './rows.ts';

/** Emergencies, by hand: who asks, who is on hold, and who agrees. */
const at = {} as Desk;
beforeAll(async () => {
  Object.assign(at, await openDesk());
});
afterAll(() => at.network.close());
beforeEach(async () => {
  Object.assign(at, await clearDesk(at));
});
const { by, done, askFor, answers, reviews, waiting, opened, change, back, onCall, needsTwo, left, ids } =
  handsAt(at);

describe('asking for a second person', () => {
  test('is for whoever writes for an agency that wants two, and leaves one line for half an hour', async () => {
    await assignRow(at.network, at.caseId, at.cora, { kind: 'supervision' });
    for (const who of [at.cora, at.sosa, at.young]) expect(await done(who, askFor())).toBe('AC404');
    const id = await waiting({ minutes: 20 });
    const [row] = await at.network.owner(
      (
        sql,
      ) => sql`select case_id, owner_agency, recipient_id, purposes, mask::text as mask, nature, minutes, told_how,
          asked_by, asked_at = now() - (now() - asked_at) as at, lapses_at - asked_at = interval '30 minutes' as half
        from emergency_ask where id = ${id}`,
    );
    expect(row).toEqual({
      case_id: at.caseId,
      owner_agency: at.welfare,
      recipient_id: at.sosa.staffId,
      purposes: [1],
      mask: String(PLAN),
      nature: 'in-danger',
      minutes: 20,
      told_how: 'in-person',
      asked_by: at.dana.staffId,
      at: true,
      half: true,
    });
    await needsTwo(at.clinic, true);
    await at.network.owner((sql) => sql`delete from emergency_ask`);
    await needsTwo(at.welfare, false);
    expect(await done(at.dana, askFor())).toBe('AC403');
  });

  test('is for what the law opens in an emergency, and for an hour at most', async () => {
    const [house] = await at.network.owner(
      (sql) =>
        sql<
          { mask: string }[]
        >`select (1::bigint << bit)::text as mask from category where code = 'shelter-location'`,
    );
    expect(await done(at.dana, askFor({ see: BigInt(house?.mask ?? 0) }))).toBe('AC403');
    expect(await done(at.dana, askFor({ minutes: 61 }))).toMatch(/AC403|23514/);
    expect(await done(at.dana, askFor({ to: at.cora.staffId }))).toBe('AC403');
    expect(await done(at.dana, askFor({ to: randomUUID() }))).toBe('AC409');
  });

  test('once at a time for one worker, whatever the case; an order is none, and a colleague has their own', async () => {
    await assignRow(at.network, at.caseId, at.cora);
    await by(
      at.dana,
      (tx) =>
        tx`select record_basis(${randomUUID()}, ${at.caseId}, 'court_order', 'staff', ${at.sosa.staffId}, array[1]::smallint[],
        ${PLAN}, ${PLAN}, now() + interval '1 hour', null, 'JV-1', null, null, 'in-person', null)`,
    );
    const id = await waiting();
    expect(await done(at.dana, askFor({ of: at.otherCase }))).toBe('AC409');
    const hers = await waiting({ who: at.cora });
    await at.network.owner((sql) => sql`update emergency_ask set lapses_at = now() where id = ${id}`);
    const again = await waiting();
    await answers(at.dana, again, false);
    await waiting();
    expect(await ids(at.cora)).toContain(`ask ${hers}`);
  });

  test('once at the same moment too; a colleague does not wait', async () => {
    await assignRow(at.network, at.caseId, at.cora);
    const meanwhile = (who: StaffActor) =>
      done(who, async (tx) => {
        await tx`set local lock_timeout = '200ms'`;
        await askFor()(tx);
      });
    const said = await by(at.dana, async (tx) => {
      await askFor()(tx);
      return [await meanwhile(at.dana), await meanwhile(at.cora)];
    });
    expect(said).toEqual(['55P03', 'done']);
  });

  test('not while one of theirs is open; one that is over, or was ended, stands in nobody’s way', async () => {
    const id = await opened();
    expect(await done(at.dana, askFor())).toBe('AC409');
    await back(id, '1 hour');
    const second = await opened();
    await by(at.dana, (tx) => tx`select end_basis(${second}, 'done')`);
    await waiting();
  });
});

describe('on hold', () => {
  const terms = (who: Actor) =>
    by(who, async (tx) => [
      ...(await tx`select needs_two as two, on_hold as hold from own_emergency_terms()`),
    ]);

  test('is whoever opened one 72 hours ago that nobody looked at: that one, by them, an emergency', async () => {
    await assignRow(at.network, at.caseId, at.cora);
    const id = await opened();
    await back(id, '71 hours 59 minutes');
    expect(await terms(at.dana)).toEqual([{ two: true, hold: false }]);
    await back(id, '72 hours');
    expect(await terms(at.dana)).toEqual([{ two: true, hold: true }]);
    expect(await terms(at.cora)).toEqual([{ two: true, hold: false }]);
    expect(await terms(at.sosa)).toEqual([{ two: false, hold: false }]);
    expect(await done(at.dana, askFor())).toBe('AC409');
    await waiting({ who: at.cora });
    // One that was looked at frees nobody of another.
    const other = randomUUID();
    await at.network.owner(async (sql) => {
      await sql`insert into law_basis (id, case_id, owner_agency, kind, recipient_kind, recipient_id, purposes, see_mask,
          know_mask, valid_from, valid_to, evidence, recorded_by, not_told)
        select ${other}, case_id, owner_agency, kind, recipient_kind, recipient_id, purposes, see_mask, know_mask,
          valid_from, valid_to, evidence, recorded_by, 'not-reached' from law_basis where id = ${id}`;
      await sql`insert into emergency_review (basis_id, case_id, owner_agency, outcome, reviewed_by, reviewed_at)
        values (${other}, ${at.caseId}, ${at.welfare}, 'right', ${at.stan.staffId}, now())`;
    });
    expect(await terms(at.dana)).toEqual([{ two: true, hold: true }]);
    await assignRow(at.network, at.otherCase, at.stan);
    await change(id, { seconded_by: null });
    expect(await reviews(at.stan, id)).toEqual([at.caseId, at.welfare, '0']);
    expect(await terms(at.dana)).toEqual([{ two: true, hold: false }]);
  });

  test('is nobody for an order of long ago; and only staff are told', async () => {
    const id = await opened();
    await back(id, '80 hours');
    await change(id, { kind: 'court_order' });
    expect(await terms(at.dana)).toEqual([{ two: true, hold: false }]);
    expect(await terms(at.young)).toEqual([]);
  });
});

describe('the second person', () => {
  test('is on the case now, or on call now, and works there; it opens for its minutes from then on', async () => {
    const id = await waiting({ minutes: 10 });
    await assignRow(at.network, at.otherCase, at.nell);
    for (const who of [at.dana, at.nell, at.sosa, at.young]) expect(await answers(who, id)).toBe('AC404');
    expect(await standing(at.network, id)).toEqual({ rows: 0, wraps: 0 });
    expect(await answers(at.stan, id)).toEqual([at.caseId, at.welfare, String(PLAN)]);
    const [row] = await at.network.owner(
      (
        sql,
      ) => sql`select case_id, owner_agency, kind, recipient_id, purposes, see_mask::text as see, know_mask::text as know,
          evidence, valid_to - valid_from = interval '10 minutes' as ten, recorded_by, seconded_by, told_how,
          (select answered_by from emergency_ask where id = ${id}) as answered
        from law_basis where id = ${id}`,
    );
    expect(row).toEqual({
      case_id: at.caseId,
      owner_agency: at.welfare,
      kind: 'emergency',
      recipient_id: at.sosa.staffId,
      purposes: [1],
      see: String(PLAN),
      know: String(PLAN),
      evidence: 'in-danger',
      ten: true,
      recorded_by: at.dana.staffId,
      seconded_by: at.stan.staffId,
      told_how: 'in-person',
      answered: at.stan.staffId,
    });
    expect((await standing(at.network, id)).rows).toBe(1);
    expect(await answers(at.stan, id)).toBe('AC409');
  });

  test.each([
    ['is over', { from: PAST, until: '2021-01-01' }],
    ['has not begun', { from: FUTURE, until: '2999-06-01' }],
  ])('is not who was assigned in a time that %s, nor on call in one', async (_, dates) => {
    const id = await waiting();
    await assignRow(at.network, at.caseId, at.cora, dates);
    await onCall(at.nell, dates);
    for (const who of [at.cora, at.nell]) expect(await answers(who, id)).toBe('AC404');
  });

  test('is on call for the very agency, of its own people', async () => {
    const id = await waiting();
    await onCall(at.nell, { house: at.clinic });
    await onCall(at.sosa);
    await assignRow(at.network, at.caseId, at.sosa);
    for (const who of [at.nell, at.sosa]) expect(await answers(who, id)).toBe('AC404');
    await onCall(at.cora);
    expect(await answers(at.cora, id)).toEqual([at.caseId, at.welfare, String(PLAN)]);
  });

  test('is nobody whom a restriction keeps from any of it now, themselves or their whole agency', async () => {
    const id = await waiting();
    await shutRow(at.network, at.otherCase, at.stan.staffId);
    await shutRow(at.network, at.caseId, at.nell.staffId);
    await shutRow(at.network, at.caseId, at.stan.staffId, { until: PAST });
    await shutRow(at.network, at.caseId, at.stan.staffId, { from: FUTURE });
    await shutRow(at.network, at.caseId, at.stan.staffId);
    expect(await answers(at.stan, id)).toBe('AC404');
    await at.network.owner(
      (sql) => sql`delete from access_denial where valid_from < now() and valid_to > now()
      and case_id = ${at.caseId} and target_id = ${at.stan.staffId}`,
    );
    expect(await answers(at.stan, id)).toEqual([at.caseId, at.welfare, String(PLAN)]);
    await at.network.owner((sql) => sql`delete from law_basis`);
    const next = await waiting();
    await shutRow(at.network, at.caseId, at.welfare);
    expect(await answers(at.stan, next)).toBe('AC404');
  });

  test('is asked whether they vouch for that very one, whoever else has asked for one', async () => {
    await at.network.owner(
      (
        sql,
      ) => sql`insert into emergency_ask (id, case_id, owner_agency, recipient_kind, recipient_id, purposes, mask, nature,
          minutes, told_how, asked_by, asked_at, lapses_at)
        values (${randomUUID()}, ${at.caseId}, ${at.clinic}, 'staff', ${at.dana.staffId}, '{1}', 8, 'in-danger', 15,
          'in-person', ${at.sosa.staffId}, now(), now() + interval '30 minutes')`,
    );
    const id = await waiting();
    expect(await answers(at.stan, id)).toEqual([at.caseId, at.welfare, String(PLAN)]);
  });

  test('is asked about the very one: of two that wait the other one goes on waiting', async () => {
    await assignRow(at.network, at.caseId, at.cora);
    const [first, hers] = [await waiting(), await waiting({ who: at.cora })];
    expect(await answers(at.stan, hers)).toEqual([at.caseId, at.welfare, String(PLAN)]);
    const rows = await at.network.owner(
      (sql) => sql<{ id: string; by: string }[]>`select id, recorded_by as by from law_basis`,
    );
    expect(rows).toEqual([{ id: hers, by: at.cora.staffId }]);
    expect(await answers(at.stan, first)).toEqual([at.caseId, at.welfare, String(PLAN)]);
  });

  test('says no, or the asker takes it back: it opens nothing and is over', async () => {
    const id = await waiting();
    expect(await answers(at.stan, id, false)).toEqual([at.caseId, at.welfare, '0']);
    expect(await answers(at.stan, id)).toBe('AC409');
    const own = await waiting();
    expect(await answers(at.dana, own, false)).toEqual([at.caseId, at.welfare, '0']);
    expect(await answers(at.stan, own)).toBe('AC409');
    const said = await at.network.owner(
      (sql) => sql<{ id: string; answer: string }[]>`select id, answer from emergency_ask`,
    );
    expect(Object.fromEntries(said.map((row) => [row.id, row.answer]))).toEqual({
      [id]: 'not-agreed',
      [own]: 'taken-back',
    });
    expect([(await standing(at.network, id)).rows, (await standing(at.network, own)).rows]).toEqual([0, 0]);
  });

  test('comes too late after half an hour, or when whoever asked has left or is on hold', async () => {
    const lapsed = await waiting();
    await at.network.owner((sql) => sql`update emergency_ask set lapses_at = now() where id = ${lapsed}`);
    expect(await answers(at.stan, lapsed)).toBe('AC409');
    const id = await waiting();
    await left(at.dana, PAST);
    expect(await answers(at.stan, id)).toBe('AC409');
    await left(at.dana, FUTURE);
    const old = randomUUID();
    await at.network.owner(
      (
        sql,
      ) => sql`insert into law_basis (id, case_id, owner_agency, kind, recipient_kind, recipient_id, purposes, see_mask,
          know_mask, valid_from, valid_to, evidence, recorded_by, not_told)
        values (${old}, ${at.caseId}, ${at.welfare}, 'emergency', 'staff', ${at.sosa.staffId}, '{1}', 8, 8,
          now() - interval '80 hours', now() - interval '79 hours', 'in-danger', ${at.dana.staffId}, 'not-reached')`,
    );
    expect(await answers(at.stan, id)).toBe('AC409');
    await at.network.owner((sql) => sql`delete from law_basis where id = ${old}`);
    expect(await answers(at.stan, id)).toEqual([at.caseId, at.welfare, String(PLAN)]);
  });

  test('is asked by the floor’s own law again', async () => {
    const id = await waiting();
    await at.network.owner(
      (sql) =>
        sql`update emergency_ask set mask = (select 1::bigint << bit from category where code = 'shelter-location')`,
    );
    expect(await answers(at.stan, id)).toBe('AC403');
  });

  test('and the first wait for whoever stops something, and for one another', async () => {
    const id = await waiting();
    const found = await by(at.stan, async (tx) => {
      await tx`select answer_emergency(${id}, true)`;
      return keysNow(at.network, at.caseId);
    });
    expect(found).toBe('shared');
    const next = await at.network.owner((sql) => sql`delete from law_basis`).then(() => waiting());
    await onCall(at.cora);
    const both = await by(at.stan, async (tx) => {
      await tx`select answer_emergency(${next}, false)`;
      return done(at.cora, async (other) => {
        await other`set local lock_timeout = '200ms'`;
        await other`select answer_emergency(${next}, true)`;
      });
    });
    expect(both).toBe('55P03');
  });
});
