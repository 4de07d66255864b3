import type { SavePolicyCaseInput } from '@accord/consent';
import type { CaseId, StaffActor } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf, sqlStateOf } from '../support/refused.ts';

// Saved questions to the rule: whose they are, who writes them, and that no fact of a case gets into one.

let network: Network;
let dana: StaffActor;
let stan: StaffActor;
let olga: StaffActor;
let sosa: StaffActor;
let boss: StaffActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  const clinic = await network.addAgency('River Clinic', 'mental-health');
  [dana, stan, olga] = (await Promise.all(
    ['Dana', 'Stan', 'Olga'].map((name) => network.addStaff(welfare, name)),
  )) as [StaffActor, StaffActor, StaffActor];
  [sosa, boss] = (await Promise.all(['Sosa', 'Boss'].map((name) => network.addStaff(clinic, name)))) as [
    StaffActor,
    StaffActor,
  ];
  ({ caseId } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, stan, 'supervision');
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  const other = await network.openCase(sosa, 'Wren');
  await network.assign(other.caseId, boss, 'supervision');
  await network.as(sosa).cases.addGoal({ caseId: other.caseId, ownWords: 'Sleep well' });
});
afterAll(() => network.close());
beforeEach(() => network.owner((sql) => sql`delete from policy_case`));

const change: Omit<SavePolicyCaseInput, 'name' | 'expected'> = {
  from: 'plan-by-permission',
  kinds: ['health-hiv'],
  purpose: 'treatment',
  on: '2026-07-04',
  law: 'CA 2026-11-22',
};
const input: SavePolicyCaseInput = {
  ...change,
  name: 'The plan is not the test result',
  expected: { decision: 'deny', reason: 'NO_BASIS' },
};
const list = (who = stan) => network.as(who).policyCases.list();
const save = (who = stan, more: Partial<SavePolicyCaseInput> = {}) =>
  network.as(who).policyCases.save({ ...input, ...more });
const ownNames = async (who: StaffActor) =>
  (await list(who)).cases.flatMap(({ own, name }) => (own ? [name] : []));
/** Past the procedure, as the supervisor. */
const put = (more: Record<string, string | bigint | number | null>) => {
  const row = {
    name: 'x',
    start: 'plan-ended',
    kinds: 8n,
    on: '2026-06-01',
    law: null,
    must: 'deny',
    why: null,
  };
  const { name, start, kinds, on, law, must, why } = { ...row, ...more };
  return sqlStateOf(
    network,
    stan,
    caseId,
    (
      tx,
    ) => tx`select save_policy_case(${randomUUID()}, ${String(name)}, ${String(start)}, ${kinds as bigint}, 1::smallint,
      ${String(on)}::date, ${law as string | null}, ${String(must)}, ${why as string | null})`,
  );
};

describe('who reads them', () => {
  test('everybody of the network asks what comes with Accord, and all of it is as expected', async () => {
    const { cases, laws, maySet, agency } = await list(olga);
    expect({ maySet, agency }).toEqual({ maySet: false, agency: 'County Welfare' });
    expect(cases.length).toBeGreaterThan(5);
    expect(cases.filter(({ passes }) => !passes)).toEqual([]);
    expect(laws).toContain('CA 2026-11-22');
    for (const { run } of cases) expect(run.trace.length).toBeGreaterThan(0);
  });

  test('colleagues read what their agency saved, first; another agency reads nothing of it', async () => {
    await save();
    expect((await list(olga)).cases[0]).toMatchObject({
      name: input.name,
      own: { madeBy: 'Stan' },
      asked: { kinds: ['health-hiv'], purposes: ['treatment'], on: '2026-07-04', law: 'CA 2026-11-22' },
      expected: input.expected,
      passes: true,
      run: { answered: { decision: 'deny', reason: 'NO_BASIS' }, misread: null },
    });
    expect(await ownNames(boss)).toEqual([]);
  });

  test('a case of an agency is another’s to begin from as little as one that is not there', async () => {
    const { policyCaseId } = await save();
    const from = (who: StaffActor, key: string) =>
      refusalOf(network.as(who).policyCases.try({ ...change, from: key }));
    expect(await from(olga, policyCaseId)).toBe('ALLOWED');
    expect(await from(boss, policyCaseId)).toBe('NOT_FOUND');
    expect(await from(boss, randomUUID())).toBe('NOT_FOUND');
    expect(await refusalOf(save(boss, { from: policyCaseId }))).toBe('NOT_FOUND');
  });
});

describe('who writes them', () => {
  test('whoever supervises a case that the agency holds something of', async () => {
    await save();
    const remove = async (who: StaffActor) => {
      const id = (await list(stan)).cases[0]?.own?.policyCaseId;
      if (!id) throw new RangeError('nothing saved');
      return refusalOf(network.as(who).policyCases.remove({ policyCaseId: id }));
    };
    for (const who of [dana, olga]) {
      expect(await refusalOf(save(who))).toBe('NOT_FOUND');
      expect(await remove(who)).toBe('NOT_FOUND');
    }
    // supervises at another agency
    expect(await remove(boss)).toBe('NOT_FOUND');
    expect(await ownNames(stan)).toEqual([input.name]);
    expect(await remove(stan)).toBe('ALLOWED');
    expect(await ownNames(stan)).toEqual([]);
  });

  test('not whom a permission lets write in a case, which puts them down as its supervisor', async () => {
    await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
    expect(await refusalOf(save(sosa))).toBe('NOT_FOUND');
    expect((await list(sosa)).maySet).toBe(false);
  });

  test('nobody writes past the two functions', async () => {
    const tried = (work: (tx: Parameters<Parameters<typeof sqlStateOf>[3]>[0]) => Promise<unknown>) =>
      sqlStateOf(network, stan, caseId, work);
    expect(
      await tried(
        (
          tx,
        ) => tx`insert into policy_case (id, agency_id, name, start, kinds, purpose, asked_on, decision, made_by, made_at)
          values (${randomUUID()}, ${stan.agencyId}, 'x', 'x', 8, 1, '2026-01-01', 'deny', ${stan.staffId}, now())`,
      ),
    ).toBe('42501');
    expect(await tried((tx) => tx`delete from policy_case`)).toBe('42501');
    expect(await tried((tx) => tx`update policy_case set name = 'x'`)).toBe('42501');
  });

  test('a hundred at most', async () => {
    await network.owner(
      (
        sql,
      ) => sql`insert into policy_case (id, agency_id, name, start, kinds, purpose, asked_on, decision, made_by, made_at)
        select gen_random_uuid(), ${stan.agencyId}, 'Case ' || n, 'plan-ended', 8, 1, '2026-06-01', 'deny', ${stan.staffId}, now()
        from generate_series(1, 100) n`,
    );
    expect(await refusalOf(save())).toBe('BAD_INPUT');
    expect(await put({})).toBe('AC409');
    expect(await refusalOf(save(boss))).toBe('ALLOWED');
  });
});

describe('what gets into one', () => {
  test('the floor takes codes alone: a fact, a sentence or a sixth rule fits no column', async () => {
    expect(await put({})).toBe('ALLOWED');
    const CHECK = '23514';
    expect(await put({ name: '' })).toBe(CHECK);
    expect(await put({ name: 'x'.repeat(81) })).toBe(CHECK);
    expect(await put({ name: 'two\nlines' })).toBe(CHECK);
    expect(await put({ start: '{"facts": "Robin"}' })).toBe(CHECK);
    expect(await put({ kinds: 0n })).toBe(CHECK);
    expect(await put({ on: '1999-12-31' })).toBe(CHECK);
    expect(await put({ law: 'whatever Robin says' })).toBe(CHECK);
    expect(await put({ must: 'always' })).toBe(CHECK);
    expect(await put({ why: 'Robin said so' })).toBe(CHECK);
  });

  test('nor does the procedure: no facts, no unknown field, no rules that are not here', async () => {
    const bodies: object[] = [
      { facts: { young: [] } },
      { request: {} },
      { from: '../../../etc/passwd' },
      { name: 'x'.repeat(81) },
      { name: 'nul\0' },
      { kinds: [] },
      { kinds: ['horoscope'] },
      { law: 'CA 1900-01-01' },
      { on: '1999-12-31' },
      { expected: { decision: 'permit', reason: 'BECAUSE' } },
    ];
    for (const body of bodies) {
      expect([body, await refusalOf(save(stan, body))]).toEqual([body, 'BAD_INPUT']);
    }
    expect(await refusalOf(save(stan, { from: 'no-such-file' }))).toBe('NOT_FOUND');
    expect(await ownNames(stan)).toEqual([]);
  });

  test('one that begins from a saved one keeps the facts of the first', async () => {
    const { policyCaseId } = await save();
    await save(stan, {
      from: policyCaseId,
      kinds: ['case-plan'],
      purpose: 'care-plan-coordination',
      name: 'Again',
    });
    const starts = await network.owner((sql) => sql<{ start: string }[]>`select start from policy_case`);
    expect(starts.map(({ start }) => start)).toEqual(['plan-by-permission', 'plan-by-permission']);
    expect((await list()).cases[0]).toMatchObject({
      name: 'Again',
      passes: false,
      run: { answered: { decision: 'permit', reason: 'BY_CONSENT' } },
    });
  });
});

describe('what is answered', () => {
  test('by rules of no state, and by those that the network holds beside those that come with Accord', async () => {
    const [own] = (await list()).laws.filter((name) => !/^(CA|IL) /.test(name));
    for (const law of [null, own ?? 'none of its own']) {
      const run = await network.as(olga).policyCases.try({ ...change, law });
      expect(run).toMatchObject({ answered: { decision: 'deny' }, policyVersion: law, misread: null });
    }
    expect(await refusalOf(network.as(olga).policyCases.try({ ...change, law: 'CA 1900-01-01' }))).toBe(
      'BAD_INPUT',
    );
  });

  test('nothing, where its facts do not come with this release any more: that is not as expected', async () => {
    await save();
    await network.owner((sql) => sql`update policy_case set start = 'gone'`);
    const [first] = (await list()).cases;
    expect(first).toMatchObject({ passes: false, run: { answered: null, trace: [] } });
    await network.owner((sql) => sql`update policy_case set start = 'plan-ended', law = 'CA 1900-01-01'`);
    expect((await list()).cases[0]).toMatchObject({ passes: false, run: { answered: null } });
  });

  test('nothing of it is a line in anybody’s ledger', async () => {
    const lines = () =>
      network.owner((sql) => sql<{ n: number }[]>`select count(*)::int as n from ledger_entry`);
    const before = await lines();
    await save();
    await list();
    expect(await lines()).toEqual(before);
  });
});
