import type { Tx } from '@accord/db';
import {
  type Actor,
  type AgencyId,
  type CaseId,
  newId,
  PURPOSES,
  StaffId,
  type StaffActor,
  type YouthActor,
} from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';
import type { Network } from '../support/network.ts';
import { twoHouses } from './houses.ts';
import {
  assignRow,
  epochsFree,
  FUTURE,
  type GrantRow,
  grantRow,
  keyRow,
  keyVersions,
  openRow,
  PAST,
  shutRow,
} from './rows.ts';

/** What moves a permission, by hand: who may, when, and what goes with it and what stays. */
let network: Network;
let welfare: AgencyId;
let clinic: AgencyId;
let dana: StaffActor;
let cora: StaffActor;
let sosa: StaffActor;
let tam: StaffActor;
let caseId: CaseId;
let otherCase: CaseId;
let young: YouthActor;
let other: YouthActor;

const PLAN = 8n;
const MEETINGS = 1n << 30n;

beforeAll(async () => {
  ({ network, welfare, clinic, dana, cora, sosa } = await twoHouses());
  tam = await network.addStaff(clinic, 'Tam');
});
afterAll(() => network.close());
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  ({ caseId: otherCase, young: other } = await network.openCase(dana, 'Sam'));
});

type Grant = Omit<GrantRow, 'by'>;
const grant = ({ of = caseId, discloser = welfare, to = sosa, ...change }: Partial<Grant> = {}) =>
  grantRow(network, { of, discloser, to, by: dana, categories: PLAN | MEETINGS, ...change });
const run = (who: Actor, work: (tx: Tx) => Promise<unknown>) =>
  asked(network, who, [caseId, otherCase], async (tx) => {
    await work(tx);
    return 'done';
  });
const sign = (id: string) => (tx: Tx) => tx`select sign_grant(${id}, 'typed', sha256('form'), 0)`;
const stop =
  (id: string, kinds = PLAN) =>
  (tx: Tx) =>
    tx`select stop_grant(${id}, ${kinds}, ${randomUUID()})`;
const discard = (id: string) => (tx: Tx) => tx`select discard_grant(${id})`;
const statusOf = (id: string) =>
  network.owner(async (sql) => {
    const [row] = await sql<{ status: string }[]>`select status from consent_grant where id = ${id}`;
    return row?.status;
  });
/** The recipient's agency holds items of the case too, and another permission's recipient writes there. */
const join = async () => {
  await openRow(network, { of: caseId, owner: clinic, kind: 'agency', to: clinic, basis: 'own_custody' });
  await assignRow(network, caseId, sosa);
};

describe('a draft is signed', () => {
  test('once, by whoever writes for the agency that discloses', async () => {
    await join();
    await assignRow(network, caseId, cora, { kind: 'supervision' });
    const id = await grant();
    for (const who of [cora, sosa, young]) expect(await run(who, sign(id))).toBe('AC404');
    expect(await run(dana, sign(await grant({ discloser: clinic })))).toBe('AC404');
    expect(await run(dana, sign(randomUUID()))).toBe('AC404');
    expect(await run(dana, sign(id))).toBe('done');
    expect(await statusOf(id)).toBe('active');
    expect(await run(dana, sign(id))).toBe('AC409');
  });

  test('for a recipient who is there, or leaves later; not for one who has left', async () => {
    const left = await network.addStaff(clinic, 'Former');
    const leaves = (when: string) =>
      network.owner(
        (sql) => sql`update staff set ended_at = ${when}::text::timestamptz where id = ${left.staffId}`,
      );
    await leaves('2021-01-01');
    const id = await grant({ to: left });
    expect(await run(dana, sign(id))).toBe('AC409');
    await leaves(FUTURE);
    expect(await run(dana, sign(id))).toBe('done');
    expect(await run(dana, sign(await grant({ to: clinic })))).toBe('done');
  });

  test('while it would still hold', async () => {
    expect(await run(dana, sign(await grant({ until: '2020-02-01' })))).toBe('AC409');
  });

  test('with the kinds that were marked one by one, of those that it names', async () => {
    const id = await grant();
    const marked = String(PLAN | (1n << 28n));
    expect(await run(dana, (tx) => tx`select sign_grant(${id}, 'typed', sha256('form'), ${marked})`)).toBe(
      'done',
    );
    const [row] = await network.owner(
      (sql) =>
        sql<
          { marked: string }[]
        >`select initialled::text as marked from consent_signature where grant_id = ${id}`,
    );
    expect(row?.marked).toBe(String(PLAN));
  });

  test('and answers the asks that it answers, and no other', async () => {
    const ask = async (change: {
      of?: CaseId;
      from?: AgencyId;
      by?: StaffActor;
      mask?: bigint;
      status?: string;
    }) => {
      const id = randomUUID();
      const status = change.status ?? 'open';
      await network.owner(
        (
          sql,
        ) => sql`insert into consent_request (id, case_id, discloser_agency, asked_by, category_mask, purpose, need,
            status, decided_by, decided_at, reason)
          values (${id}, ${change.of ?? caseId}, ${change.from ?? welfare}, ${(change.by ?? sosa).staffId},
            ${String(change.mask ?? PLAN)}, 1, 'planning', ${status}, ${status === 'open' ? null : dana.staffId},
            ${status === 'open' ? null : PAST}::text::timestamptz, ${status === 'open' ? null : 'not-now'})`,
      );
      return id;
    };
    const right = await ask({});
    const wrong = [
      await ask({ of: otherCase }),
      await ask({ from: clinic, by: tam }),
      await ask({ from: clinic }),
      await ask({ by: tam }),
      await ask({ mask: 1n << 28n }),
      await ask({ status: 'set-aside', mask: MEETINGS }),
    ];
    expect(await run(dana, sign(await grant()))).toBe('done');
    const answered = await network.owner(
      (sql) => sql<{ id: string; by: string }[]>`select id, decided_by as by from consent_request
        where status = 'answered' and id in ${sql([right, ...wrong])}`,
    );
    expect(answered.map(({ id, by }) => [id, by])).toEqual([[right, dana.staffId]]);
  });
});

describe('a permission is stopped', () => {
  const opened = async (change: Partial<Grant> = {}) => {
    const id = await grant({ ...change, status: change.status ?? 'active' });
    await network.owner(
      (
        sql,
      ) => sql`insert into effective_access (case_id, owner_agency, grantee_kind, grantee_id, purpose, basis_kind,
          basis_id, see_mask, know_mask, valid_from, valid_to, opened_at)
        select ${caseId}, ${welfare}, 'staff', ${sosa.staffId}, 1, 'consent', ${id}, ${String(PLAN | MEETINGS)},
          ${String(PLAN | MEETINGS)}, '-infinity', 'infinity', opened_at from case_file where id = ${caseId}`,
    );
    return id;
  };
  const open = (id: string) =>
    network.owner(async (sql) => {
      const [row] = await sql<
        { see: string; know: string }[]
      >`select see_mask::text as see, know_mask::text as know
        from effective_access where basis_id = ${id}`;
      return row === undefined ? undefined : [BigInt(row.see), BigInt(row.know)];
    });

  test('by the young person, and by the discloser’s staff on the case; a supervisor too', async () => {
    await assignRow(network, caseId, cora, { kind: 'supervision' });
    for (const who of [young, dana, cora]) {
      const id = await opened();
      expect(await run(who, stop(id, PLAN | MEETINGS))).toBe('done');
      expect([await statusOf(id), await open(id)]).toEqual(['stopped', undefined]);
    }
  });

  test('while the epoch of the keys stays what it is', async () => {
    const id = await opened();
    const during = await asked(network, dana, [caseId], async (tx) => {
      await stop(id)(tx);
      return epochsFree(network);
    });
    expect(during).toBe(false);
    expect(await epochsFree(network)).toBe(true);
    const ahead = await asked(network, dana, [caseId], async (tx) => {
      await tx`select take_keys_to_stop(${caseId})`;
      return epochsFree(network);
    });
    expect(ahead).toBe(false);
  });

  test('by nobody else', async () => {
    await join();
    const id = await opened();
    for (const who of [other, sosa, cora]) expect(await run(who, stop(id))).toBe('AC404');
    expect(await run(dana, stop(await opened({ discloser: clinic })))).toBe('AC404');
    expect(await run(dana, stop(await grant()))).toBe('AC404');
    expect(await run(dana, stop(randomUUID()))).toBe('AC404');
    const take = (tx: Tx) => tx`select take_keys_to_stop(${otherCase})`;
    expect([await run(dana, take), await run(sosa, take), await run(cora, take)]).toEqual([
      'done',
      'AC404',
      'AC404',
    ]);
    expect(await open(id)).toEqual([PLAN | MEETINGS, PLAN | MEETINGS]);
  });

  test('in part, and then in the other part', async () => {
    const [id, untouched] = [await opened(), await opened()];
    const empty = randomUUID();
    await openRow(network, {
      of: caseId,
      owner: welfare,
      kind: 'staff',
      to: sosa.staffId,
      basisId: empty,
      mask: 0n,
    });
    expect(await run(young, stop(id, PLAN))).toBe('done');
    expect([await statusOf(id), await open(id)]).toEqual(['active', [MEETINGS, MEETINGS]]);
    expect(await open(empty)).toEqual([0n, 0n]);
    expect(await run(young, stop(id, 1n << 28n))).toBe('AC409');
    expect(await run(young, stop(id, MEETINGS))).toBe('done');
    expect([await statusOf(id), await open(id)]).toEqual(['stopped', undefined]);
    expect([await statusOf(untouched), await open(untouched)]).toEqual([
      'active',
      [PLAN | MEETINGS, PLAN | MEETINGS],
    ]);
  });

  test('in the only part that it opens: then its recipient does not even know of the case by it', async () => {
    const id = await opened();
    await network.owner(
      (sql) => sql`update effective_access set see_mask = ${String(PLAN)}, know_mask = ${String(PLAN)}
        where basis_id = ${id}`,
    );
    expect(await run(dana, stop(id, PLAN))).toBe('done');
    expect([await statusOf(id), await open(id)]).toEqual(['active', undefined]);
  });

  test('and loses the wraps of what is stopped; what is written next has a new key', async () => {
    await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
    await network.as(dana).cases.addGoal({ caseId: otherCase, ownWords: 'Learn to swim' });
    const [id, untouched] = [await opened(), await opened()];
    await network.owner(async (sql) => {
      for (const mask of [PLAN, MEETINGS]) {
        await sql`insert into category_key (case_id, owner_agency, category_mask, key_version)
          values (${caseId}, ${welfare}, ${String(mask)}, 5)`;
        for (const basis of [id, untouched])
          await sql`insert into key_wrap (id, case_id, owner_agency, category_mask, key_version, holder_id, holder_epoch,
              basis_id, ends_at, wrapped)
            values (${randomUUID()}, ${caseId}, ${welfare}, ${String(mask)}, 5, ${clinic}, 1, ${basis}, 'infinity', '\\x00')`;
      }
    });
    const wraps = (of: string) =>
      network.owner(async (sql) => {
        const rows = await sql<
          { mask: string }[]
        >`select category_mask::text as mask from key_wrap where basis_id = ${of}`;
        return rows.map(({ mask }) => BigInt(mask));
      });
    await keyRow(network, caseId, clinic);
    const before = await keyVersions(network, caseId, otherCase);
    const ours = `${caseId} ${welfare}`;
    expect(await run(dana, stop(id, PLAN))).toBe('done');
    expect([await wraps(id), (await wraps(untouched)).length]).toEqual([[MEETINGS], 2]);
    expect(await keyVersions(network, caseId, otherCase)).toEqual({
      ...before,
      [ours]: (before[ours] ?? 0) + 1,
    });
  });

  test('and the paper says who said so, and of which kinds', async () => {
    const said = (id: string) =>
      network.owner(async (sql) => {
        const rows = await sql<
          { kinds: string; from: string; by: string }[]
        >`select categories::text as kinds,
          received_from as from, received_by as by from consent_revocation where grant_id = ${id}`;
        return rows.map(({ kinds, from, by }) => [BigInt(kinds), from, by]);
      });
    const [byYoung, byStaff] = [await opened(), await opened()];
    await run(young, stop(byYoung, PLAN | (1n << 28n)));
    await run(dana, stop(byStaff, PLAN));
    expect(await said(byYoung)).toEqual([[PLAN, 'young_person', young.youngPersonId]]);
    expect(await said(byStaff)).toEqual([[PLAN, 'staff', dana.staffId]]);
  });
});

test('a draft is thrown away by those who may prepare one, and nothing else is', async () => {
  await assignRow(network, caseId, cora, { kind: 'supervision' });
  const [id, untouched, active] = [await grant(), await grant(), await grant({ status: 'active' })];
  for (const who of [cora, sosa, young]) expect(await run(who, discard(id))).toBe('AC404');
  expect(await run(dana, discard(active))).toBe('AC404');
  expect(await run(dana, discard(randomUUID()))).toBe('AC404');
  expect(await run(dana, discard(id))).toBe('done');
  expect([await statusOf(id), await statusOf(untouched), await statusOf(active)]).toEqual([
    undefined,
    'draft',
    'active',
  ]);
});

describe('a recipient who may write', () => {
  const letWrite = (id: string) => (tx: Tx) => tx`select let_recipient_write(${id}, array[1, 2]::smallint[])`;
  const assignments = (who: StaffActor, of = caseId) =>
    network.owner(async (sql) => {
      const rows = await sql<{ kind: string; until: string }[]>`select kind,
        case valid_to when 'infinity' then 'never' else extract(year from valid_to)::text end as until
        from assignment where case_id = ${of} and staff_id = ${who.staffId} order by kind`;
      return rows.map(({ kind, until }) => `${kind} ${until}`);
    });

  test('is assigned until it ends, and reads on what is their own', async () => {
    const id = await grant({ status: 'active', mayWrite: true });
    expect(await run(dana, letWrite(id))).toBe('done');
    expect(await assignments(sosa)).toEqual(['assigned 2999', 'supervision never']);
    expect([await assignments(tam), await assignments(sosa, otherCase)]).toEqual([[], []]);
    const rows = await network.owner(
      (sql) => sql<
        { to: string; purpose: number; kind: string }[]
      >`select grantee_id as to, purpose, basis_kind as kind
        from effective_access where case_id = ${caseId} and owner_agency = ${clinic} order by kind, purpose`,
    );
    expect(rows.map(({ to, kind }) => `${kind} ${to}`)).toEqual([
      `own_custody ${clinic}`,
      `own_custody ${clinic}`,
      `self_access ${young.youngPersonId}`,
    ]);
    const elsewhere = await network.owner(
      (sql) => sql`select from effective_access where case_id = ${otherCase} and owner_agency = ${clinic}`,
    );
    expect(elsewhere).toHaveLength(0);
  });

  test.each([
    ['is a draft', { status: 'draft', mayWrite: true }],
    ['has ended', { status: 'active', mayWrite: true, until: '2020-02-01' }],
    ['is for reading', { status: 'active', mayWrite: false }],
  ] as const)('not by one that %s', async (_, change) => {
    const id = await grant(change);
    expect(await run(dana, letWrite(id))).toBe('AC403');
    expect(await assignments(sosa)).toEqual([]);
  });

  test('nor is an agency as a whole, whatever its permission says', async () => {
    const said = await grant({ status: 'active', mayWrite: true, to: clinic }).then(
      (id) => run(dana, letWrite(id)),
      (error: { code?: string }) => error.code,
    );
    // By the function, or by the table itself.
    expect(said).toMatch(/^(AC403|23514)$/);
    expect(await assignments(sosa)).toEqual([]);
  });

  test('and what they add is open to the young person as far as what the lead agency adds is', async () => {
    const school = await network.addAgency('North School', 'education');
    const bell = await network.addStaff(school, 'Bell');
    // An agency that leads another young person, and shows this one less of its own.
    await network.openCase(sosa, 'Kim');
    await openRow(network, {
      of: caseId,
      owner: clinic,
      kind: 'young_person',
      to: young.youngPersonId,
      basis: 'self_access',
      purpose: PURPOSES.treatment,
    });
    await network.owner(
      (
        sql,
      ) => sql`update effective_access set see_mask = ${String(PLAN)}, know_mask = ${String(PLAN | MEETINGS)}
        where case_id = ${caseId} and owner_agency = ${welfare} and basis_kind = 'self_access'`,
    );
    const id = await grant({ to: bell, mayWrite: true, status: 'active' });
    expect(await run(dana, (tx) => tx`select let_recipient_write(${id}, array[1]::smallint[])`)).toBe('done');
    const rows = await network.owner(
      (sql) => sql<
        { owner: string; purpose: number; see: string; know: string }[]
      >`select owner_agency as owner,
          purpose, see_mask::text as see, know_mask::text as know from effective_access where case_id = ${caseId} and basis_kind = 'self_access'`,
    );
    const of = (agency: string) =>
      rows.filter(({ owner }) => owner === agency).map(({ purpose, see, know }) => [purpose, see, know]);
    expect(of(school)).toEqual(of(welfare));
    expect(of(clinic)).toHaveLength(1);
    expect(new Set(rows.map(({ owner }) => owner))).toEqual(new Set([welfare, clinic, school]));
  });

  test('supervises nothing by it there, and what is theirs elsewhere as before', async () => {
    for (const of of [caseId, otherCase]) {
      await openRow(network, { of, owner: clinic, kind: 'agency', to: clinic, basis: 'own_custody' });
      await assignRow(network, of, sosa, { kind: 'supervision' });
    }
    await grant({ status: 'active', mayWrite: true });
    await grant({ of: otherCase, to: tam, status: 'active', mayWrite: true });
    await grant({ of: otherCase, status: 'active', mayWrite: false });
    const oversees = (of: CaseId) =>
      asked(network, sosa, [of], async (tx) => {
        const [row] = await tx<{ may: boolean }[]>`select oversees(${of}) as may`;
        return row?.may;
      });
    expect([await oversees(caseId), await oversees(otherCase)]).toEqual([false, true]);
  });

  test('only through whoever writes for the discloser', async () => {
    await assignRow(network, caseId, cora, { kind: 'supervision' });
    const id = await grant({ status: 'active', mayWrite: true });
    for (const who of [cora, sosa, young]) expect(await run(who, letWrite(id))).toBe('AC404');
    expect(
      await run(dana, letWrite(await grant({ status: 'active', mayWrite: true, discloser: clinic }))),
    ).toBe('AC404');
    expect(await run(dana, letWrite(randomUUID()))).toBe('AC404');
    expect(await assignments(sosa)).toEqual([]);
  });

  test('loses it with the permission, unless another one gives it too or their agency did', async () => {
    const [one, two] = [
      await grant({ status: 'active', mayWrite: true }),
      await grant({ status: 'active', mayWrite: true, until: '2998-06-01' }),
    ];
    await run(dana, letWrite(one));
    await run(dana, letWrite(two));
    await run(dana, letWrite(await grant({ of: otherCase, status: 'active', mayWrite: true })));
    // What lets a colleague write, or lets nobody write, keeps nothing of theirs, and goes by nothing of theirs.
    await run(dana, letWrite(await grant({ status: 'active', to: tam, mayWrite: true })));
    await assignRow(network, caseId, sosa, { kind: 'cover', until: FUTURE });
    expect(await run(dana, stop(one, PLAN | MEETINGS))).toBe('done');
    expect(await assignments(sosa)).toEqual(['assigned 2998', 'cover 2999', 'supervision never']);
    expect(await assignments(tam)).toEqual(['assigned 2999', 'supervision never']);
    await grant({ status: 'active', until: '2998-06-01' });
    expect(await run(dana, stop(two, PLAN | MEETINGS))).toBe('done');
    expect((await assignments(sosa))[0]).not.toMatch(/29\d\d|never/);
    expect(await assignments(sosa, otherCase)).toEqual(['assigned 2999', 'supervision never']);
    const lee = await network.addStaff(clinic, 'Lee');
    await assignRow(network, caseId, lee);
    const three = await grant({ status: 'active', to: lee, mayWrite: true });
    await run(dana, letWrite(three));
    await run(dana, stop(three, PLAN | MEETINGS));
    expect(await assignments(lee)).toEqual(['assigned never', 'supervision never']);
  });

  test('loses it when nothing is open by the permission any more, and keeps it while something is', async () => {
    const id = await grant({ status: 'active', mayWrite: true });
    await openRow(network, { of: caseId, owner: welfare, kind: 'staff', to: sosa.staffId, basisId: id });
    await network.owner(
      (sql) => sql`insert into consent_signature (grant_id, capacity, method, recorded_by, form_digest)
        values (${id}, 'young_person', 'typed', ${dana.staffId}, sha256('form'))`,
    );
    await run(dana, letWrite(id));
    const row = { owner_agency: welfare, grantee_kind: 'staff', grantee_id: sosa.staffId, purpose: 1 };
    const project = (mask: bigint) => (tx: Tx) =>
      tx`select project_grant(${id}, ${tx.json(
        mask === 0n ? [] : [{ ...row, see_mask: `${mask}`, know_mask: `${mask}`, valid_to: FUTURE }],
      )})`;
    await run(dana, project(PLAN | MEETINGS));
    expect(await run(dana, project(PLAN))).toBe('done');
    expect((await assignments(sosa))[0]).toBe('assigned 2999');
    expect(await run(dana, project(0n))).toBe('done');
    expect((await assignments(sosa))[0]).not.toMatch(/29\d\d|never/);
  });
});

describe('who is kept out, asked beforehand', () => {
  const kept = (who: Actor, recipient: string) =>
    asked(network, who, [caseId, otherCase], async (tx) => {
      const [row] = await tx<{ mask: bigint | null }[]>`select kept_from(${caseId}, ${recipient}) as mask`;
      return String(row?.mask);
    });

  test('what a restriction takes from a person or their agency, to those who hold the case', async () => {
    expect(await kept(dana, sosa.staffId)).toBe('0');
    await shutRow(network, caseId, sosa.staffId);
    await shutRow(network, caseId, clinic, { mask: 16 });
    await shutRow(network, caseId, sosa.staffId, { mask: 32, until: PAST });
    await shutRow(network, caseId, sosa.staffId, { mask: 64, from: FUTURE });
    await shutRow(network, otherCase, sosa.staffId, { mask: 128 });
    await shutRow(network, caseId, newId(StaffId), { mask: 256 });
    expect(await kept(dana, sosa.staffId)).toBe('24');
    expect(await kept(dana, clinic)).toBe('16');
    for (const who of [cora, sosa, young]) expect(await kept(who, sosa.staffId)).toBe('null');
  });
});

test('a substance use program’s record is for no proceeding (42 CFR 2.12(d)); the plan is for every purpose', async () => {
  const never = (purpose: keyof typeof PURPOSES) =>
    network.owner(async (sql) => {
      const rows = await sql<{ code: string }[]>`select code from category
        where (1::bigint << bit) & never_shared(${welfare}, ${PURPOSES[purpose]}::smallint) <> 0`;
      return rows.map(({ code }) => code).filter((code) => code === 'sud-part2' || code === 'case-plan');
    });
  for (const purpose of ['investigation', 'court-report'] as const)
    expect([purpose, await never(purpose)]).toEqual([purpose, ['sud-part2']]);
  for (const purpose of ['care-plan-coordination', 'treatment'] as const)
    expect([purpose, await never(purpose)]).toEqual([purpose, []]);
});
