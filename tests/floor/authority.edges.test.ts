import type { Tx } from '@accord/db';
import type { Actor, AgencyId, CaseId, StaffActor, YouthActor } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import type { Network } from '../support/network.ts';
import { twoHouses } from './houses.ts';
import {
  assignRow,
  FUTURE,
  type GrantRow,
  grantRow,
  keyRow,
  keysNow,
  keyVersions,
  openRow,
  PAST,
  wrapRow,
} from './rows.ts';

/** Who may sign for a young person, by hand: who says so, of whom, and what closes with it. */
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
const BORN = '2010-05-06';

beforeAll(async () => {
  ({ network, welfare, clinic, dana, cora, sosa } = await twoHouses());
});
afterAll(() => network.close());
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ caseId: otherCase, young: other } = await network.openCase(dana, 'Sam'));
  await network.owner((sql) => sql`update young_fact set born_on = ${BORN}`);
});

const run = (who: Actor, work: (tx: Tx) => Promise<unknown>) =>
  asked(network, who, [caseId, otherCase], async (tx) => {
    await work(tx);
    return 'done';
  });
/** What others find of the case's keys before this is over. */
const keysWhile = (who: Actor, work: (tx: Tx) => Promise<unknown>) =>
  asked(network, who, [caseId, otherCase], async (tx) => {
    await work(tx);
    return keysNow(network, caseId);
  });
/** The recipient's agency holds items of the case too, and Sosa writes for it. */
const join = async () => {
  await openRow(network, { of: caseId, owner: clinic, kind: 'agency', to: clinic, basis: 'own_custody' });
  await assignRow(network, caseId, sosa);
};
const supervise = () => assignRow(network, caseId, cora, { kind: 'supervision' });

interface Authority {
  of?: CaseId;
  capacity?: 'guardian' | 'young_person';
  until?: string;
  excluded?: 'young_person' | 'staff';
}
async function authority({ of, capacity = 'guardian', until, excluded }: Authority = {}): Promise<string> {
  const id = randomUUID();
  await network.owner(
    (
      sql,
    ) => sql`insert into authority (id, case_id, capacity, relation, domains, evidence, valid_from, valid_to,
        recorded_by, excluded_at, excluded_from, excluded_by)
      values (${id}, ${of ?? caseId}, ${capacity}, ${capacity === 'guardian' ? 'mother' : null}, '{education}',
        'birth-record', ${PAST}::text::timestamptz, ${until ?? 'infinity'}::text::timestamptz, ${dana.staffId},
        ${excluded ? PAST : null}::text::timestamptz, ${excluded ?? null}, ${excluded ? dana.staffId : null})`,
  );
  return id;
}
/** A permission that opens the plan to Sosa, with its wrap, signed by the young person and by who stands here. */
async function signed(by: { adult?: string; takenBack?: boolean } & Partial<GrantRow> = {}): Promise<string> {
  const { adult, takenBack = false, of = caseId, status = 'active', ...change } = by;
  const ground = { of, discloser: welfare, to: sosa, by: dana, categories: PLAN, status };
  const id = await grantRow(network, { ...ground, ...change });
  await network.owner(async (sql) => {
    await sql`insert into consent_signature (grant_id, capacity, method, recorded_by, form_digest)
      values (${id}, 'young_person', 'typed', ${dana.staffId}, sha256('form'))`;
    if (adult)
      await sql`insert into consent_signature (grant_id, capacity, method, recorded_by, form_digest, authority_id,
          withdrawn_at)
        values (${id}, 'guardian', 'typed', ${dana.staffId}, sha256('form'), ${adult},
          ${takenBack ? PAST : null}::text::timestamptz)`;
  });
  await openRow(network, { of, owner: welfare, kind: 'staff', to: sosa.staffId, basisId: id });
  await wrapRow(network, of, welfare, clinic, id);
  return id;
}
const OPEN = { rows: 1, wraps: 1, opens: String(PLAN) };
const CLOSED = { rows: 0, wraps: 0, opens: '0' };
const stateOf = (grant: string) =>
  network.owner(async (sql) => {
    const [row] = await sql<{ opens: string; rows: number; wraps: number }[]>`select opens::text as opens,
      (select count(*)::int from effective_access where basis_id = g.id) as rows,
      (select count(*)::int from key_wrap where basis_id = g.id) as wraps
      from consent_grant g where id = ${grant}`;
    return row;
  });

test('an adult signs beside the young person by an authority of their own that stands, while the permission does', async () => {
  const id = await signed();
  const beside = async (by: string) =>
    run(dana, (tx) => tx`select countersign_grant(${id}, ${by}, 'typed', sha256('form'), false)`);
  const agreed = async (by: string) => {
    await network.owner(
      (sql) => sql`update authority set contact_agreed_at = ${PAST}::text::timestamptz,
        contact_safe_at = ${PAST}::text::timestamptz, contact_recorded_by = ${dana.staffId} where id = ${by}`,
    );
    return by;
  };
  expect(await beside(await agreed(await authority({ capacity: 'young_person' })))).toBe('AC404');
  expect(await beside(await authority())).toBe('AC409');
  const later = await agreed(await authority());
  await network.owner(
    (sql) => sql`update authority set valid_from = ${FUTURE}::text::timestamptz where id = ${later}`,
  );
  expect(await beside(later)).toBe('AC409');
  const mother = await agreed(await authority());
  const status = (now: string) =>
    network.owner((sql) => sql`update consent_grant set status = ${now} where id = ${id}`);
  for (const now of ['paused', 'stopped']) {
    await status(now);
    expect([now, await beside(mother)]).toEqual([now, 'AC409']);
  }
  await status('draft');
  expect(await beside(mother)).toBe('AC409');
  await status('active');
  expect(await beside(mother)).toBe('done');
});

describe('the day of birth', () => {
  const bornOn = (who: Actor) =>
    asked(network, who, [caseId, otherCase], async (tx) => {
      const [row] = await tx<{ day: string | null }[]>`select born_on(${caseId})::text as day`;
      return String(row?.day);
    });
  const set = (day: string | null, of = () => caseId) => {
    return (tx: Tx) => tx`select set_born_on(${of()}, ${day}::text::date)`;
  };
  const days = () =>
    network.owner(async (sql) => {
      const rows = await sql<{ of: CaseId; day: string }[]>`select case_id as of, born_on::text as day
        from young_fact where case_id in (${caseId}, ${otherCase})`;
      const found = new Map(rows.map(({ of, day }) => [of, day]));
      return [found.get(caseId), found.get(otherCase)];
    });

  test('is for the young person and for whoever is on the case', async () => {
    await supervise();
    for (const who of [young, dana, cora]) expect(await bornOn(who)).toBe(BORN);
    for (const who of [other, sosa]) expect(await bornOn(who)).toBe('null');
  });

  test('is set, and taken away again, by whoever writes for the agency that leads', async () => {
    await supervise();
    await join();
    for (const who of [cora, sosa, young]) expect(await run(who, set('2011-01-01'))).toBe('AC404');
    expect(await days()).toEqual([BORN, BORN]);
    expect(await run(dana, set('2011-01-01'))).toBe('done');
    expect(await days()).toEqual(['2011-01-01', BORN]);
    expect(await run(dana, set(null))).toBe('done');
    expect(await days()).toEqual([undefined, BORN]);
    expect(await run(dana, set('2012-01-01'))).toBe('done');
    expect(await days()).toEqual(['2012-01-01', BORN]);
  });

  test('is not set in a case of another agency by somebody who leads one of their own', async () => {
    const { caseId: clinics } = await network.openCase(sosa, 'Kim');
    expect(
      await run(
        dana,
        set('2011-01-01', () => clinics),
      ),
    ).toBe('AC404');
  });

  test('when it changes, closes what rests on an adult in this case, and nothing when it does not', async () => {
    const [resting, elsewhere] = [
      await signed({ adult: await authority() }),
      await signed({ of: otherCase, adult: await authority({ of: otherCase }) }),
    ];
    await run(dana, set(BORN));
    expect(await stateOf(resting)).toEqual(OPEN);
    await run(dana, set('2011-01-01'));
    expect([await stateOf(resting), await stateOf(elsewhere)]).toEqual([CLOSED, OPEN]);
  });

  test('recorded for the first time, it closes nothing', async () => {
    await network.owner((sql) => sql`delete from young_fact where case_id = ${caseId}`);
    const resting = await signed({ adult: await authority() });
    await run(dana, set('2011-01-01'));
    expect(await stateOf(resting)).toEqual(OPEN);
  });

  test('while it changes, nobody writes with the keys of the case', async () => {
    expect(await keysWhile(dana, set('2011-01-01'))).toBe('taken');
  });
});

describe('somebody who may sign', () => {
  const record = (id: string) => (tx: Tx) =>
    tx`
    select record_authority(${id}, ${caseId}, 'guardian', 'father', '{education}', 'court-order',
      statement_timestamp(), 'infinity')`;
  const end = (id: string) => (tx: Tx) => tx`select end_authority(${id})`;
  const agree = (id: string) => (tx: Tx) => tx`select agree_contact(${id})`;
  const exclude = (id: string) => (tx: Tx) => tx`select exclude_signer(${id})`;
  const letSign = (id: string) => (tx: Tx) => tx`select let_sign(${id})`;
  const found = async (id: string) => {
    const [row] = await network.owner(
      (sql) => sql<
        {
          of: CaseId;
          by: string;
          over: boolean;
          agreed: string | null;
          from: string | null;
          out: string | null;
        }[]
      >`
        select case_id as of, recorded_by as by, valid_to <= now() as over, contact_recorded_by as agreed,
          excluded_from as from, excluded_by as out
        from authority where id = ${id}`,
    );
    return row;
  };
  const fresh = { over: false, agreed: null, from: null, out: null };

  test('is recorded by whoever writes for an agency on the case, in their own name', async () => {
    await supervise();
    const id = randomUUID();
    for (const who of [cora, sosa, young]) expect(await run(who, record(id))).toBe('AC404');
    expect(await found(id)).toBeUndefined();
    expect(await run(dana, record(id))).toBe('done');
    expect(await found(id)).toEqual({ ...fresh, of: caseId, by: dana.staffId });
    await join();
    expect(await run(sosa, record(randomUUID()))).toBe('done');
  });

  test('is changed by nobody who only supervises, is not on the case, or is another young person', async () => {
    await supervise();
    const id = await authority({ excluded: 'staff' });
    for (const act of [end, agree, exclude, letSign]) {
      for (const who of [cora, sosa, other]) expect(await run(who, act(id))).toBe('AC404');
      expect(await run(dana, act(randomUUID()))).toBe('AC404');
    }
    expect(await found(id)).toMatchObject({ over: false, from: 'staff' });
  });

  test('one by one: what is said of one is said of no other', async () => {
    const [first, second, third] = [await authority(), await authority(), await authority()];
    for (const id of [second, first]) expect(await run(dana, agree(id))).toBe('done');
    for (const id of [first, second]) expect((await found(id))?.agreed).toBe(dana.staffId);
    for (const id of [first, second]) await run(dana, exclude(id));
    expect(await found(third)).toMatchObject(fresh);
    for (const id of [first, second]) expect((await found(id))?.from).toBe('staff');
    await run(dana, letSign(second));
    expect([(await found(first))?.from, (await found(second))?.from]).toEqual(['staff', null]);
    await run(dana, end(second));
    expect([(await found(first))?.over, (await found(second))?.over]).toEqual([false, true]);
  });

  test('whose authority is over is not ended again; one with a day ahead is', async () => {
    expect(await run(dana, end(await authority({ until: '2021-01-01' })))).toBe('AC409');
    const id = await authority({ until: FUTURE });
    expect(await run(dana, end(id))).toBe('done');
    expect((await found(id))?.over).toBe(true);
  });

  test('is contacted only by staff’s record, not when excluded, and is not the young person themselves', async () => {
    const id = await authority();
    expect(await run(young, agree(id))).toBe('AC404');
    expect(await run(young, end(id))).toBe('AC404');
    expect(await run(dana, agree(await authority({ excluded: 'staff' })))).toBe('AC409');
    const own = await authority({ capacity: 'young_person' });
    expect(await run(dana, agree(own))).toBe('AC409');
    expect(await run(dana, exclude(own))).toBe('AC409');
  });

  test('while somebody changes them, nobody signs or writes in the case', async () => {
    expect(await keysWhile(dana, agree(await authority()))).toBe('taken');
  });

  test('whom the young person excludes, they alone let sign again; whom staff exclude, both do', async () => {
    const [byYoung, byStaff, again] = [await authority(), await authority(), await authority()];
    await run(young, exclude(byYoung));
    await run(dana, exclude(byYoung));
    expect(await found(byYoung)).toMatchObject({ from: 'young_person', out: young.youngPersonId });
    expect(await run(dana, letSign(byYoung))).toBe('AC409');
    expect(await run(young, letSign(byYoung))).toBe('done');
    expect(await run(young, letSign(byYoung))).toBe('AC409');
    for (const [id, who] of [
      [byStaff, dana],
      [again, young],
    ] as const) {
      await run(dana, exclude(id));
      expect(await found(id)).toMatchObject({ from: 'staff', out: dana.staffId });
      expect(await run(who, letSign(id))).toBe('done');
      expect(await found(id)).toMatchObject(fresh);
    }
  });

  test('and is let sign again is asked anew whether they may be contacted', async () => {
    const id = await authority();
    await run(dana, agree(id));
    await run(dana, exclude(id));
    await run(dana, letSign(id));
    expect((await found(id))?.agreed).toBeNull();
  });

  describe.each([
    ['whose authority ends', end],
    ['who is excluded', exclude],
  ])('%s', (_, act) => {
    test('takes with them what they signed, with its keys, and no more', async () => {
      await keyRow(network, caseId, clinic);
      const [adult, another] = [await authority(), await authority()];
      const closed = await Promise.all([signed({ adult }), signed({ adult, status: 'paused' })]);
      const kept = await Promise.all([
        signed(),
        signed({ adult: another }),
        signed({ adult, takenBack: true }),
        signed({ adult, status: 'stopped' }),
        signed({ of: otherCase, adult }),
      ]);
      const before = await keyVersions(network, caseId, otherCase);
      expect(await run(dana, act(adult))).toBe('done');
      expect(await Promise.all(closed.map(stateOf))).toEqual(closed.map(() => CLOSED));
      expect(await Promise.all(kept.map(stateOf))).toEqual(kept.map(() => OPEN));
      const here = `${caseId} ${welfare}`;
      const after = { ...before, [here]: Number(before[here]) + closed.length };
      expect(await keyVersions(network, caseId, otherCase)).toEqual(after);
    });

    test('ends what let its recipient write', async () => {
      const adult = await authority();
      await signed({ adult, mayWrite: true, until: FUTURE });
      await assignRow(network, caseId, sosa, { until: FUTURE });
      await run(dana, act(adult));
      const [row] = await network.owner(
        (sql) => sql<
          { over: boolean }[]
        >`select valid_to < ${FUTURE}::text::timestamptz as over from assignment
          where case_id = ${caseId} and staff_id = ${sosa.staffId}`,
      );
      expect(row?.over).toBe(true);
    });
  });
});

describe('an adult takes their signature back', () => {
  const withdraw = (id: string) => (tx: Tx) => tx`select withdraw_signature(${id}, 'guardian')`;
  const isBack = async (id: string) => {
    const rows = await network.owner(
      (sql) => sql<{ back: boolean }[]>`select withdrawn_at is not null as back from consent_signature
        where grant_id = ${id} order by capacity`,
    );
    return rows.map(({ back }) => back);
  };

  test('through whoever is on the case for the discloser, a supervisor too; of that permission alone, and once', async () => {
    await supervise();
    const adult = await authority();
    const grants = await Promise.all([signed({ adult }), signed({ adult }), signed({ adult })]);
    const [first, second, third] = grants;
    for (const [id, who] of [
      [second, dana],
      [first, cora],
    ] as const) {
      expect(await run(who, withdraw(id))).toBe('done');
      expect(await isBack(id)).toEqual([true, false]);
      expect(await run(dana, withdraw(id))).toBe('AC409');
    }
    expect(await isBack(third)).toEqual([false, false]);
  });

  test('through nobody else, and never the young person’s own', async () => {
    await join();
    const id = await signed({ adult: await authority() });
    for (const who of [cora, sosa, young, other]) expect(await run(who, withdraw(id))).toBe('AC404');
    expect(await run(dana, withdraw(randomUUID()))).toBe('AC404');
    const own = (tx: Tx) => tx`select withdraw_signature(${id}, 'young_person')`;
    expect(await run(dana, own)).toBe('AC409');
    expect(await isBack(id)).toEqual([false, false]);
  });

  test('while nobody writes with the keys of the case', async () => {
    const id = await signed({ adult: await authority() });
    expect(await keysWhile(dana, withdraw(id))).toBe('taken');
  });
});
