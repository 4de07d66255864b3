import type { Grid } from '@accord/consent';
import type { CaseId, GrantId, StaffActor, YouthActor } from '@accord/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inDays, Network } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';

// A pause acts like a stop at once, keeps what was signed, and to its recipient looks like nothing ever shared.

let network: Network;
let dana: StaffActor;
let stan: StaffActor;
let ortiz: StaffActor;
let sosa: StaffActor;
let nia: StaffActor;
let young: YouthActor;
let caseId: CaseId;
let grantId: GrantId;

beforeAll(async () => {
  network = await Network.start();
  const welfare = await network.addAgency('County Welfare', 'child-welfare');
  dana = await network.addStaff(welfare, 'Dana');
  stan = await network.addStaff(welfare, 'Stan');
  const police = await network.addAgency('Town Police', 'law-enforcement');
  ortiz = await network.addStaff(police, 'Ortiz');
  nia = await network.addStaff(police, 'Nia');
  sosa = await network.addStaff(await network.addAgency('River Clinic', 'mental-health'), 'Sosa');
});
afterAll(() => network.close());

beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, stan, 'supervision');
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.as(dana).cases.addNote({ caseId, category: 'appointments', facts: 'Dentist on Monday' });
  grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan', 'appointments']);
});

const pause = (who = dana) => network.as(who).consent.pause({ caseId, grantId });
const resume = (who = dana) => network.as(who).consent.resume({ caseId, grantId });
const pauseMine = () => network.asYouth(young).mine.pause({ grantId });
const resumeMine = () => network.asYouth(young).mine.resume({ grantId });

const opened = async (reader: StaffActor) =>
  (await network.as(reader).cases.open({ caseId })).items.map(({ content }) => content.is);
const rows = (table: 'effective_access' | 'key_wrap') =>
  network.owner((sql) => sql`select from ${sql(table)} where basis_id = ${grantId}`);
const keyVersion = async () => {
  const [row] = await network.owner(
    (sql) => sql<{ version: number }[]>`select version from case_key where case_id = ${caseId}`,
  );
  return row?.version ?? 0;
};

describe('a pause', () => {
  test('takes rows and keys with it, and what is written next has a new key', async () => {
    expect(await opened(ortiz)).toEqual(['open', 'open']);
    const before = await keyVersion();
    expect(await pause()).toMatchObject({ state: 'paused', pausedBy: 'staff', endsOn: inDays(30) });
    expect(await rows('effective_access')).toHaveLength(0);
    expect(await rows('key_wrap')).toHaveLength(0);
    expect(await keyVersion()).toBe(before + 1);
    expect(await refusalOf(opened(ortiz))).toBe('NOT_FOUND');
  });

  test('reads for its recipient, byte for byte, as if nothing had ever been shared', async () => {
    await pauseMine();
    const said = async (reader: StaffActor) => {
      const as = network.as(reader);
      return Promise.all([
        refusalOf(as.cases.open({ caseId })),
        refusalOf(as.consent.list({ caseId })),
        refusalOf(as.consent.ask({ caseId, kind: 'case-plan', need: 'planning' })),
        as.cases.list(),
        as.consent.inbox(),
      ]);
    };
    expect(JSON.stringify(await said(ortiz))).toBe(JSON.stringify(await said(nia)));
  });

  test('ends what the recipient may write, and starting again gives it back', async () => {
    const writing = await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
    const write = () =>
      refusalOf(network.as(sosa).cases.addNote({ caseId, category: 'mh-record', facts: 'A good week' }));
    expect(await write()).toBe('ALLOWED');
    await network.as(dana).consent.pause({ caseId, grantId: writing });
    expect(await write()).toBe('NOT_FOUND');
    await network.as(dana).consent.resume({ caseId, grantId: writing });
    expect(await write()).toBe('ALLOWED');
  });

  test('of what is not shared any more changes nothing', async () => {
    await network.as(dana).consent.stop({ caseId, grantId });
    expect(await refusalOf(pause())).toBe('CONFLICT');
    expect(await refusalOf(pauseMine())).toBe('CONFLICT');
  });

  test('twice is once', async () => {
    await pause();
    expect(await refusalOf(pause())).toBe('CONFLICT');
    expect(
      await network.owner((sql) => sql`select from consent_pause where grant_id = ${grantId}`),
    ).toHaveLength(1);
  });
});

describe('starting again', () => {
  test('opens the same kinds until the same end, with what was written meanwhile', async () => {
    await pause();
    await network.as(dana).cases.addGoal({ caseId, ownWords: 'Written in the pause' });
    expect(await resume()).toMatchObject({ state: 'active', pausedBy: null, endsOn: inDays(30) });
    expect(await opened(ortiz)).toEqual(['open', 'open', 'open']);
    const [row] = await network.owner(
      (sql) => sql`select g.valid_to = e.valid_to as same, e.valid_from = g.valid_from as from_signing
        from consent_grant g join effective_access e on e.basis_id = g.id where g.id = ${grantId}`,
    );
    expect(row).toEqual({ same: true, from_signing: true });
  });

  test('by the young person shares the keys at once too', async () => {
    await pauseMine();
    await resumeMine();
    expect(await opened(ortiz)).toEqual(['open', 'open']);
  });

  test('leaves out what was stopped during the pause', async () => {
    await pause();
    await network.as(dana).consent.stop({ caseId, grantId, categories: ['case-plan'] });
    await resume();
    const { items } = await network.as(ortiz).cases.open({ caseId });
    expect(items.map(({ categories }) => categories)).toEqual([['appointments']]);
  });

  test('what the young person paused, nobody else starts again', async () => {
    expect(await pauseMine()).toMatchObject({ pausedBy: 'young_person' });
    expect(await refusalOf(resume())).toBe('CONFLICT');
    expect(await rows('effective_access')).toHaveLength(0);
    await network.as(dana).consent.list({ caseId });
    expect(await resumeMine()).toMatchObject({ state: 'active' });
  });

  test('the young person also starts again what staff paused', async () => {
    await pause();
    expect(await resumeMine()).toMatchObject({ state: 'active' });
  });

  test('a supervisor pauses, and does not start again: that is for whoever could have it signed', async () => {
    await pause(stan);
    expect(await refusalOf(resume(stan))).toBe('NOT_FOUND');
    expect(await refusalOf(resume(dana))).toBe('ALLOWED');
  });

  test('nothing that is stopped, over or not paused can be started', async () => {
    expect(await refusalOf(resume())).toBe('CONFLICT');
    await pause();
    await network.as(dana).consent.stop({ caseId, grantId });
    expect(await refusalOf(resume())).toBe('CONFLICT');
    expect(await refusalOf(resumeMine())).toBe('CONFLICT');
  });

  test('nor what has ended by its date meanwhile', async () => {
    await pause();
    await network.owner(
      (sql) =>
        sql`update consent_grant set valid_from = now() - interval '9 days', valid_to = now() where id = ${grantId}`,
    );
    expect(await refusalOf(resume())).toBe('CONFLICT');
    expect(await refusalOf(resumeMine())).toBe('CONFLICT');
  });

  test('a row that the permission does not contain is turned away here too', async () => {
    await pause();
    const forged = (change: object) =>
      network.database.withActor(dana, { purpose: 'care-plan-coordination', cases: [caseId] }, (tx) => {
        const row = {
          owner_agency: dana.agencyId,
          grantee_kind: 'staff',
          grantee_id: ortiz.staffId,
          purpose: 1,
          see_mask: '8',
          know_mask: '8',
          valid_to: `${inDays(20)}T00:00:00Z`,
          ...change,
        };
        return tx`select resume_grant(${grantId}, ${tx.json([row])}, '{}')`;
      });
    for (const change of [
      { see_mask: '32', know_mask: '32' },
      { grantee_id: nia.staffId },
      { valid_to: `${inDays(40)}T00:00:00Z` },
      { owner_agency: sosa.agencyId },
    ]) {
      expect(await refusalOf(forged(change))).toBe('INTERNAL');
      expect(await rows('effective_access')).toHaveLength(0);
    }
  });
});

test('a stop, a pause and a start that meet end without waiting for each other in a circle', async () => {
  for (let round = 0; round < 5; round += 1) {
    await pause().catch(() => undefined);
    const ends = await Promise.all([
      refusalOf(resume()),
      refusalOf(network.as(dana).consent.stop({ caseId, grantId, categories: ['appointments'] })),
      refusalOf(network.as(dana).cases.addGoal({ caseId, ownWords: `Goal ${round}` })),
    ]);
    expect(ends.every((end) => end === 'ALLOWED' || end === 'CONFLICT')).toBe(true);
  }
});

test('the ledger says who paused and who started again, and the young person reads it', async () => {
  await pause();
  await resume();
  const { looks } = await network.asYouth(young).mine.looks();
  expect(looks.filter(({ action }) => action === 'paused' || action === 'resumed')).toMatchObject([
    { action: 'resumed', who: 'Dana', what: ['case-plan', 'appointments'] },
    { action: 'paused', who: 'Dana', what: ['case-plan', 'appointments'] },
  ]);
});

describe('who sees what', () => {
  const cellOf = ({ columns, rows: kinds }: Grid) => {
    const at = columns.findIndex(({ name }) => name === 'Ortiz');
    return kinds.find(({ kind }) => kind === 'case-plan')?.cells[at];
  };
  const gridOf = async (asOf?: string) =>
    cellOf(await network.as(dana).consent.whoSeesWhat({ caseId, ...(asOf ? { asOf } : {}) }));
  /** Moves the signature and an interval of pausing into the past, in days from now. */
  const datePause = (from: number, to: number | null) =>
    network.owner(async (sql) => {
      await sql`update consent_grant set valid_from = now() - interval '20 days' where id = ${grantId}`;
      await sql`update effective_access set valid_from = now() - interval '20 days' where basis_id = ${grantId}`;
      await sql`insert into consent_pause (id, grant_id, paused_from, paused_by, paused_at, resumed_from, resumed_by, resumed_at)
        values (${randomUUID()}, ${grantId}, 'staff', ${dana.staffId}, now() + make_interval(days => ${from}),
          ${to === null ? null : 'staff'}, ${to === null ? null : dana.staffId},
          ${to === null ? null : sql`now() + make_interval(days => ${to})`})`;
    });

  test('says that it is paused', async () => {
    await pause();
    expect(await gridOf()).toMatchObject({ state: 'none', reason: 'paused' });
    await resume();
    expect(await gridOf()).toMatchObject({ state: 'all', reason: 'permission' });
  });

  test('of a day in a pause that is over: closed then, open before and after', async () => {
    await network.owner(
      (sql) => sql`update case_item set occurred_at = now() - interval '19 days' where case_id = ${caseId}`,
    );
    await datePause(-10, -5);
    expect(await gridOf(inDays(-7))).toMatchObject({ state: 'none', reason: 'paused' });
    expect(await gridOf(inDays(-13))).toMatchObject({ state: 'all', reason: 'permission' });
    expect(await gridOf(inDays(-3))).toMatchObject({ state: 'all', reason: 'permission' });
  });

  test('of a day before a pause that goes on: open then', async () => {
    await network.owner(
      (sql) => sql`update case_item set occurred_at = now() - interval '19 days' where case_id = ${caseId}`,
    );
    await pause();
    await network.owner(async (sql) => {
      await sql`update consent_grant set valid_from = now() - interval '20 days' where id = ${grantId}`;
      await sql`update consent_pause set paused_at = now() - interval '4 days' where grant_id = ${grantId}`;
    });
    expect(await gridOf(inDays(-7))).toMatchObject({ state: 'all', reason: 'permission' });
    expect(await gridOf(inDays(-2))).toMatchObject({ state: 'none', reason: 'paused' });
  });

  test('of a pause that was ended by a stop: stopped now, paused between the two', async () => {
    await pause();
    await network.as(dana).consent.stop({ caseId, grantId });
    await network.owner(async (sql) => {
      await sql`update consent_grant set valid_from = now() - interval '20 days' where id = ${grantId}`;
      await sql`update consent_pause set paused_at = now() - interval '9 days' where grant_id = ${grantId}`;
      await sql`update consent_revocation set received_at = now() - interval '4 days' where grant_id = ${grantId}`;
    });
    expect(await gridOf()).toMatchObject({ state: 'none', reason: 'stopped' });
    expect(await gridOf(inDays(-6))).toMatchObject({ state: 'none', reason: 'paused' });
    expect(await gridOf(inDays(-13))).toMatchObject({ reason: 'permission' });
  });
});
