import { maskOf } from '@accord/consent';
import { type AgencyId, AppError, type CaseId, type GrantId, type StaffActor } from '@accord/kernel';
import { open, shareMissing, UnsealError, unwrapAny } from '@accord/vault';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inDays, Network, SIGNATURE } from '../support/network.ts';
import { refusalOf } from '../support/refused.ts';
import { pageOf, placeOf, sealedItems, SPEAK, untilBlocked, wrapsOn } from './support.ts';

let network: Network;
let dana: StaffActor;
let ortiz: StaffActor;
let nair: StaffActor;
let welfare: AgencyId;
let police: AgencyId;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  welfare = await network.addAgency('County Welfare', 'child-welfare');
  police = await network.addAgency('Town Police', 'law-enforcement');
  dana = await network.addStaff(welfare, 'Dana');
  ortiz = await network.addStaff(police, 'Ortiz');
  nair = await network.addStaff(await network.addAgency('Town Schools', 'education'), 'Nair');
});
afterAll(() => network.close());

beforeEach(async () => {
  ({ caseId } = await network.openCase(dana, 'Robin'));
  await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' });
  await network.as(dana).cases.addNote({ caseId, category: 'appointments', facts: 'Dentist on Monday' });
  await network.as(dana).cases.addNote({ caseId, category: 'cw-record', facts: 'Visited at home' });
});

const PLAN = maskOf(['case-plan']);
const DATES = maskOf(['appointments']);
const GOAL = JSON.stringify({ ownWords: 'Learn to swim' });
const addGoal = (ownWords: string) => network.as(dana).cases.addGoal({ caseId, ownWords });
const stop = (grantId: GrantId) => network.as(dana).consent.stop({ caseId, grantId });
const textsOf = async (reader: StaffActor) => [...(await pageOf(network, reader, caseId)).values()].sort();

async function draft(): Promise<GrantId> {
  const { grantId } = await network.as(dana).consent.prepare({
    caseId,
    recipient: { kind: 'staff', staffId: ortiz.staffId },
    categories: ['case-plan'],
    purpose: SPEAK.purpose,
    endsOn: inDays(30),
    need: 'To plan together.',
    withoutSharing: 'No.',
    mayWrite: false,
  });
  return grantId;
}

const caseKeyVersion = () =>
  network.owner(async (sql) => {
    const [row] = await sql<{ version: number }[]>`
      select version from case_key where case_id = ${caseId} and owner_agency = ${welfare}`;
    return row?.version;
  });

/** What stands of a permission: its status, the rows that it opens, and the keys that it gave. */
const standing = (grantId: GrantId) =>
  network.owner(async (sql) => {
    const [row] = await sql<{ status: string; rows: number; wraps: number; stops: number }[]>`
      select status, (select count(*)::int from effective_access where basis_id = g.id) as rows,
        (select count(*)::int from key_wrap where basis_id = g.id) as wraps,
        (select count(*)::int from consent_revocation where grant_id = g.id) as stops
      from consent_grant g where id = ${grantId}`;
    return row;
  });

test('signing gives the recipient’s agency the keys of exactly the kinds that were signed for', async () => {
  const one = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  expect(await wrapsOn(network, one)).toEqual([{ holder: police, mask: PLAN, version: 1, owner: welfare }]);
  const two = await network.share(dana, caseId, { as: nair }, ['case-plan', 'appointments']);
  expect((await wrapsOn(network, two)).map(({ holder, mask }) => [holder, mask])).toEqual([
    [nair.agencyId, PLAN],
    [nair.agencyId, DATES],
  ]);
});

test('stopping takes the keys in the same commit, and the case’s key is a new one from then on', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  await stop(grantId);
  expect(await standing(grantId)).toEqual({ status: 'stopped', rows: 0, wraps: 0, stops: 1 });
  const commits = await network.owner(
    (sql) => sql<{ xmin: string }[]>`
      select xmin::text from consent_revocation where grant_id = ${grantId}
      union select xmin::text from case_key where case_id = ${caseId} and owner_agency = ${welfare}
      union select xmin::text from consent_grant where id = ${grantId}`,
  );
  expect(commits).toHaveLength(1);
  expect(await caseKeyVersion()).toBe(2);
});

test('a key that its former holder kept opens what was written before the stop, and nothing after it', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  const kept = (await sealedItems(network, caseId)).find((row) => row.holderId === police);
  if (!kept?.wrapped || !kept.wrapId || !kept.basisId || !kept.endsAt) throw new Error('nothing was shared');
  const context = {
    ...kept,
    wrapId: kept.wrapId,
    basisId: kept.basisId,
    ownerAgencyId: kept.ownerAgency,
    holderId: police,
    endsAt: new Date(kept.endsAt),
  };
  const key = unwrapAny(network.vault.ring.current(police), kept.wrapped, context);
  expect(open(key, kept.sealed, { ...placeOf(kept), ...context }).toString()).toBe(GOAL);

  await stop(grantId);
  const { itemId } = await addGoal('See the sea');
  const next = (await sealedItems(network, caseId)).find((row) => row.itemId === itemId);
  if (!next) throw new Error('nothing was written');
  expect(next.keyVersion).toBe(2);
  for (const keyVersion of [1, 2]) {
    expect(() => open(key, next.sealed, { ...placeOf(next), ...context, keyVersion })).toThrow(UnsealError);
  }
});

test('those who still have a permission are given the new version with what is written next', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  const other = await network.share(dana, caseId, { as: nair }, ['case-plan']);
  await stop(grantId);
  await addGoal('See the sea');
  expect((await wrapsOn(network, other)).map(({ version }) => version)).toEqual([1, 2]);
  expect(await textsOf(nair)).toEqual([GOAL, JSON.stringify({ ownWords: 'See the sea' })]);
  expect(await wrapsOn(network, grantId)).toEqual([]);
});

test('narrowing a permission leaves only the keys of what is still shared', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan', 'appointments']);
  await network.as(dana).consent.stop({ caseId, grantId, categories: ['case-plan'] });
  expect((await wrapsOn(network, grantId)).map(({ mask }) => mask)).toEqual([DATES]);
  await addGoal('See the sea');
  await network.as(dana).cases.addNote({ caseId, category: 'appointments', facts: 'Bus on Friday' });
  expect((await wrapsOn(network, grantId)).map(({ mask, version }) => [mask, version])).toEqual([
    [DATES, 1],
    [DATES, 2],
  ]);
});

test('a signature whose ledger line is refused leaves neither rows nor keys, and can be given again', async () => {
  const grantId = await draft();
  await network.owner(async (sql) => {
    await sql`create policy never on ledger_entry as restrictive for insert to accord_runtime with check (false)`;
  });
  const refused = await refusalOf(network.as(dana).consent.sign({ caseId, grantId, ...SIGNATURE }));
  await network.owner((sql) => sql`drop policy never on ledger_entry`);
  expect(refused).not.toBe('ALLOWED');
  expect(await standing(grantId)).toEqual({ status: 'draft', rows: 0, wraps: 0, stops: 0 });
  await network.as(dana).consent.sign({ caseId, grantId, ...SIGNATURE });
  expect(await textsOf(ortiz)).toEqual([GOAL]);
});

/** Lets a call go as far as its ledger line, which is its last, and ends its connection there. */
async function cutOff(call: () => Promise<unknown>): Promise<unknown> {
  return network.owner((sql) =>
    sql.begin(async (tx) => {
      await tx`lock table ledger_entry in access exclusive mode`;
      const failed = call().then(
        () => undefined,
        (error: unknown) => error,
      );
      const pid = await untilBlocked(network, 'relation');
      await tx`select pg_terminate_backend(${pid})`;
      return failed;
    }),
  );
}

test('a signature whose connection dies half way leaves neither rows nor keys', async () => {
  const grantId = await draft();
  const failure = await cutOff(() => network.as(dana).consent.sign({ caseId, grantId, ...SIGNATURE }));
  expect(failure).toMatchObject({ cause: { code: 'UNAVAILABLE' } });
  expect(await standing(grantId)).toEqual({ status: 'draft', rows: 0, wraps: 0, stops: 0 });
  expect(await refusalOf(network.as(ortiz).cases.open({ caseId }))).toBe('NOT_FOUND');
});

test('a stop whose connection dies half way has stopped nothing', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  const failure = await cutOff(() => stop(grantId));
  expect(failure).toMatchObject({ cause: { code: 'UNAVAILABLE' } });
  expect(await standing(grantId)).toEqual({ status: 'active', rows: 1, wraps: 1, stops: 0 });
  expect(await caseKeyVersion()).toBe(1);
  expect(await textsOf(ortiz)).toEqual([GOAL]);
});

test('work that throws after it has shared leaves no keys', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  await network.owner((sql) => sql`delete from key_wrap where basis_id = ${grantId}`);
  const work = network.database.withActor(dana, { ...SPEAK, cases: [caseId] }, async (tx) => {
    expect(await network.vault.share(tx, caseId)).toBe(1);
    throw new AppError('CONFLICT', 'half way');
  });
  expect(await refusalOf(work)).toBe('CONFLICT');
  expect(await wrapsOn(network, grantId)).toEqual([]);
});

test('a writer who comes while a stop is under way writes with the new key', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  const written = await network.database.withActor(dana, { ...SPEAK, cases: [caseId] }, async (tx) => {
    await tx`select stop_grant(${grantId}, ${PLAN}, ${randomUUID()})`;
    const writing = addGoal('See the sea');
    await untilBlocked(network, 'advisory');
    return { writing };
  });
  const { itemId } = await written.writing;
  const versions = (await sealedItems(network, caseId))
    .filter((row) => row.itemId === itemId)
    .map((row) => row.keyVersion);
  expect(new Set(versions)).toEqual(new Set([2]));
});

test('a stop that comes while somebody writes waits for them, and then takes that key too', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  const stopped = await network.database.withActor(dana, { ...SPEAK, cases: [caseId] }, async (tx) => {
    const { keyVersion } = await network.vault.sealer(tx, caseId, welfare, PLAN);
    expect(keyVersion).toBe(1);
    const stopping = stop(grantId);
    await untilBlocked(network, 'advisory');
    return { stopping };
  });
  await stopped.stopping;
  expect(await wrapsOn(network, grantId)).toEqual([]);
  expect(await caseKeyVersion()).toBe(2);
});

test('two who share the same key at once do not hinder each other, and leave it once', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  await network.owner((sql) => sql`delete from key_wrap where basis_id = ${grantId}`);
  await network.database.withActor(dana, { ...SPEAK, cases: [caseId] }, async (tx) => {
    const [wanted] = await tx<{ epoch: number }[]>`
      select holder_epoch as epoch from missing_wraps(${caseId}) where basis_id = ${grantId}`;
    expect(await shareMissing(network.database, network.vault)).toBeGreaterThan(0);
    await tx`select put_wrap(${randomUUID()}, ${caseId}, ${welfare}, ${PLAN}, 1, ${police}, ${wanted?.epoch ?? 0},
      ${grantId}, ${Buffer.alloc(61)})`;
  });
  expect(await wrapsOn(network, grantId)).toHaveLength(1);
  expect(await textsOf(ortiz)).toEqual([GOAL]);
});

test('a wrap for which there is no basis is not stored', async () => {
  const basis = randomUUID();
  const put = network.database.withActor(
    dana,
    { ...SPEAK, cases: [caseId] },
    (tx) =>
      tx`select put_wrap(${randomUUID()}, ${caseId}, ${welfare}, ${PLAN}, 1, ${police}, 1, ${basis}, ${Buffer.alloc(61)})`,
  );
  expect(await refusalOf(put)).toBe('INTERNAL');
  expect(await wrapsOn(network, basis)).toEqual([]);
});

test('a key whose time is over opens nothing, whatever the rows say by then', async () => {
  const grantId = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  const inTheDatabase = (access: string, wrap: string) =>
    network.owner(async (sql) => {
      await sql`update effective_access set valid_from = now() - interval '9 days', valid_to = now() + ${access}::interval
        where basis_id = ${grantId}`;
      await sql`update key_wrap set ends_at = now() + ${wrap}::interval where basis_id = ${grantId}`;
    });
  await inTheDatabase('-1 second', '-1 second');
  expect(await refusalOf(network.as(ortiz).cases.open({ caseId }))).toBe('NOT_FOUND');
  // Somebody lengthens the row alone, then the wrap's end with it: the end is bound into the wrap.
  await inTheDatabase('1 day', '-1 second');
  expect(await textsOf(ortiz)).toEqual(['preparing']);
  await inTheDatabase('400 days', '400 days');
  expect(await textsOf(ortiz)).toEqual(['preparing']);
});

test('a wrap that was read before its end opens nothing from its end on', async () => {
  await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  const row = (await sealedItems(network, caseId)).find((each) => each.holderId === police);
  if (!row?.endsAt) throw new Error('nothing was shared');
  const unseal = await network.database.withActor(ortiz, { ...SPEAK, cases: [caseId] }, (tx) =>
    network.vault.unsealer(tx, ortiz),
  );
  const justBefore = new Date(Date.parse(row.endsAt) - 1).toISOString();
  expect(unseal(placeOf(row), { ...row, readAt: justBefore })).toBe(GOAL);
  expect(unseal(placeOf(row), { ...row, readAt: row.endsAt })).toBeUndefined();
});
