import { findPolicy, installPolicies, readPolicies } from '@accord/consent/server';
import { PolicyFolder, RULES } from '@accord/consent/testing';
import type { CaseId, StaffActor } from '@accord/kernel';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// State law comes in as signed data, by the owner alone, and a case stands under the rules of its lead agency's state.

let network: Network;
let dana: StaffActor;
let olga: StaffActor;
let caseId: CaseId;
let folder: PolicyFolder;

beforeAll(async () => {
  network = await Network.start();
  const lead = await network.addAgency('County Welfare', 'child-welfare');
  dana = await network.addStaff(lead, 'Dana');
  olga = await network.addStaff(await network.addAgency('Town Police', 'law-enforcement'), 'Olga');
  await network.owner((sql) => sql`update agency set state = 'QQ' where id = ${lead}`);
  ({ caseId } = await network.openCase(dana, 'Robin'));
});
afterAll(() => network.close());

beforeEach(async () => {
  folder = new PolicyFolder();
  await network.owner((sql) => sql`delete from policy_bundle`);
});
afterEach(() => folder[Symbol.dispose]());

const found = (actor = dana) =>
  network.database.withActor(actor, { purpose: 'care-plan-coordination', cases: [caseId] }, (tx) =>
    findPolicy(tx, caseId),
  );

/** Rows as they would never be installed too: days count from today in the network's time zone. */
const store = (version: string, from: number, to: number | null, change: object = {}) =>
  network.owner((sql) => {
    const body = { ...RULES, state: 'QQ', version, ...change };
    return sql`
      insert into policy_bundle (state, version, effective_from, effective_to, body, issued_by, signature)
      select 'QQ', ${version}, day + ${from}::int, day + ${to}::int, ${sql.json(body)}, 'nobody',
        decode(repeat('00', 64), 'hex')
      from (select (now() at time zone 'America/Chicago')::date as day) today`;
  });

describe('the rules of a case are those', () => {
  test('of the state of its lead agency, from their first day on and until their last', async () => {
    await store('over', -30, 0);
    await store('now', 0, 1);
    await store('to-come', 1, null);
    expect(await found()).toMatchObject({ state: 'QQ', version: 'now', reviewedBy: null });
  });

  test('that nobody has replaced: the end of the row holds, whatever the body says', async () => {
    await store('1', -30, 10);
    expect((await found())?.effectiveTo).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test.each([
    ['none are in force', () => store('1', -30, 0)],
    ['two are in force', async () => void (await Promise.all([store('1', -9, null), store('2', -3, null)]))],
    ['what is stored has a row that nobody knows', () => store('1', -9, null, { parentsSign: true })],
    ['what is stored lacks the age of majority', () => store('1', -9, null, { ageOfMajority: null })],
  ])('and nobody’s where %s', async (_, arrange) => {
    await arrange();
    expect(await found()).toBeNull();
  });

  test('and nobody’s where the lead agency names no state, or the reader does not know the case', async () => {
    await store('1', -9, null);
    expect(await found()).not.toBeNull();
    expect(await found(olga)).toBeNull();
    await network.owner((sql) => sql`update agency set state = null where id = ${dana.agencyId}`);
    expect(await found()).toBeNull();
    await network.owner((sql) => sql`update agency set state = 'QQ' where id = ${dana.agencyId}`);
  });
});

test('the runtime reads the rules and writes none', async () => {
  await store('1', -9, null);
  const as = (write: Parameters<typeof network.database.withActor>[2]) =>
    refusalOf(network.database.withActor(dana, { purpose: 'care-plan-coordination' }, write));
  expect(await as((tx) => tx`select from policy_bundle`)).toBe('ALLOWED');
  expect(await as((tx) => tx`update policy_bundle set reviewed_by = 'Dana'`)).not.toBe('ALLOWED');
  expect(await as((tx) => tx`delete from policy_bundle`)).not.toBe('ALLOWED');
  expect(
    await as(
      (
        tx,
      ) => tx`insert into policy_bundle select 'PP', version, effective_from, effective_to, body, issued_by,
      signature, reviewed_by from policy_bundle`,
    ),
  ).not.toBe('ALLOWED');
});

describe('a start', () => {
  const start = () => network.owner((sql) => installPolicies(sql, readPolicies(folder.path)));
  const stored = () =>
    network.owner(
      (sql) => sql`select version, effective_to::text as "to", reviewed_by as "reviewedBy" from policy_bundle
        order by version`,
    );

  test('writes what is signed once, and the same again changes nothing', async () => {
    folder.issue('zz.json');
    await start();
    const [row] = await network.owner((sql) => sql`select xmin::text from policy_bundle`);
    await start();
    expect(await network.owner((sql) => sql`select xmin::text from policy_bundle`)).toEqual([row]);
    expect(await stored()).toEqual([{ version: '1', to: null, reviewedBy: null }]);
  });

  test('refuses another text under the same version, and writes nothing of what comes with it', async () => {
    folder.issue('zz.json');
    await start();
    folder.issue('zz.json', { ageOfMajority: 19 });
    folder.issue('aa.json', { state: 'AA' });
    await expect(start()).rejects.toThrow(
      `${folder.at('zz.json')} says something else than the ZZ 1 that this`,
    );
    expect(await stored()).toHaveLength(1);
  });

  test('lets a version end where the one that replaces it begins, its file there or not', async () => {
    folder.issue('zz.json');
    await start();
    folder.issue('zz.json', { version: '2', effectiveFrom: '2027-01-01' });
    await expect(start()).rejects.toThrow('would both be in force for ZZ from 2027-01-01 on');
    folder.issue('zz.json', { version: '2', effectiveFrom: '2027-01-01', replaces: '1' });
    await start();
    await start();
    expect(await stored()).toEqual([
      { version: '1', to: '2027-01-01', reviewedBy: null },
      { version: '2', to: null, reviewedBy: null },
    ]);
  });

  test('keeps the mark of a reviewer as long as a file proves it', async () => {
    folder.issue('zz.json');
    await start();
    folder.review('zz.json');
    await start();
    expect(await stored()).toMatchObject([{ reviewedBy: 'Ada Lin, Counsel' }]);
    folder.spoil('zz.json', (text) => text.replace('Ada Lin', 'Bea Lin'));
    await start();
    expect(await stored()).toMatchObject([{ reviewedBy: null }]);
  });

  test('takes no mark from whoever wrote it into the table', async () => {
    folder.issue('zz.json');
    await start();
    await network.owner((sql) => sql`update policy_bundle set reviewed_by = 'Ada Lin, Counsel'`);
    await start();
    expect(await stored()).toMatchObject([{ reviewedBy: null }]);
  });

  test.each([
    ['body', `body = jsonb_set(body, '{ageOfMajority}', '21')`],
    ['signature', `signature = decode(repeat('00', 64), 'hex')`],
    ['state', `state = 'AA'`],
    ['first day', `effective_from = effective_from - 1`],
    ['last day', `effective_to = '2030-01-01'`],
  ])('refuses stored rules whose %s was changed, and says how to go on', async (_, change) => {
    folder.issue('zz.json');
    await start();
    await network.owner((sql) => sql.unsafe(`update policy_bundle set ${change}`));
    await expect(start()).rejects.toThrow(/^The stored rules \w\w 1 are not what was signed.*delete the row/);
  });

  test('refuses stored rules whose issuer is no longer known', async () => {
    folder.issue('zz.json');
    await start();
    await network.owner((sql) => sql`update policy_bundle set issued_by = 'somebody'`);
    await expect(start()).rejects.toThrow('ZZ 1 are signed by "somebody", whom nobody knows here');
  });
});
