import {
  type AgencyId,
  type CaseId,
  newId,
  PURPOSES,
  StaffId,
  type StaffActor,
  type YouthActor,
} from '@accord/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { edited, type Parts, partsOf, RawRuntime, signed } from './forged.ts';

/** Who the floor takes a signed context for, and whose keys it then gives out. */
let network: Network;
let raw: RawRuntime;
let welfare: AgencyId;
let clinic: AgencyId;
let elsewhere: AgencyId;
let dana: StaffActor;
let far: StaffActor;
let young: YouthActor;
let farYoung: YouthActor;
let caseId: CaseId;
let key: Buffer;
let staff: Parts;

beforeAll(async () => {
  network = await Network.start();
  welfare = await network.addAgency('County Welfare', 'child-welfare');
  clinic = await network.addAgency('River Clinic', 'mental-health');
  dana = await network.addStaff(welfare, 'Dana');
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  const { node, agencies } = await network.secondNode([{ name: 'Elsewhere', system: 'medical' }]);
  elsewhere = agencies[0] ?? welfare;
  far = await node.addStaff(elsewhere, 'Ash');
  ({ young: farYoung } = await node.openCase(far, 'Sam'));
  await node.database.close();
  key = network.database.node.key;
  staff = partsOf(network.database.node.nodeId, dana);
  raw = new RawRuntime(network.storage.runtimeUrl);
});
afterAll(async () => {
  await raw.close();
  await network.close();
});

const as = (change: Partial<Parts>): string => signed({ ...staff, ...change }, key);
const youth = (who: YouthActor) => as({ kind: 'youth', actor: who.youngPersonId, agency: '' });
const advisor = (actor: string) => as({ kind: 'advisor', actor, agency: '' });
const job = (name: string) => as({ kind: 'system', actor: '', agency: '', job: name });
const nobody = () => as({ kind: 'anonymous', actor: '', agency: '' });

async function ask(context: string, question: string, scope: readonly string[] = [caseId]): Promise<unknown> {
  const rows = await raw.run(context, scope, `select ${question} as answer`);
  return typeof rows === 'string' ? rows : rows[0]?.['answer'];
}
const kindOf = (context: string) => ask(context, '(context()).kind');

describe('a signed context', () => {
  test('is the one that was signed, part by part', async () => {
    const [row] = (await raw.run(as({}), [], 'select (context()).*')) as Record<string, unknown>[];
    expect(row).toEqual({
      node_id: staff.nodeId,
      kind: 'staff',
      actor_id: dana.staffId,
      agency_id: welfare,
      job: null,
      purpose: PURPOSES['care-plan-coordination'],
    });
  });

  test('of each kind that there is', async () => {
    expect(await kindOf(youth(young))).toBe('youth');
    expect(await kindOf(nobody())).toBe('anonymous');
    expect(await kindOf(job('keys'))).toBe('system');
    const { advisorId } = await network.addAdvisor('Vee');
    expect(await kindOf(advisor(advisorId))).toBe('advisor');
    expect(await kindOf(as({ kind: 'guest' }))).toBeNull();
    expect(await kindOf('')).toBeNull();
  });

  test('is nobody with a part too few or too many, in another version, or under other parts', async () => {
    expect(await kindOf(as({}).split('|').slice(0, 8).join('|'))).toBeNull();
    expect(await kindOf(`${as({})}|x`)).toBeNull();
    expect(await kindOf(as({ version: '2' }))).toBeNull();
    expect(await kindOf(edited(staff, key, { purpose: '3' }))).toBeNull();
    expect(await kindOf(as({ nodeId: newId(StaffId) }))).toBeNull();
  });

  test('ends when it says', async () => {
    expect(await kindOf(as({ expires: String(Date.now() - 1) }))).toBeNull();
    expect(await kindOf(as({ expires: String(Date.now() + 5_000) }))).toBe('staff');
  });

  test.each([
    ['is there', null, null, 'staff'],
    ['begins later', '2999-01-01', null, null],
    ['leaves later', null, '2999-01-01', 'staff'],
    ['has left', null, '2021-01-01', null],
  ])('of somebody who %s', async (_, from, until, kind) => {
    const someone = await network.addStaff(welfare, 'Someone');
    await network.owner(
      (sql) => sql`update staff set started_at = coalesce(${from}::text::timestamptz, '2020-01-01'),
        ended_at = ${until}::text::timestamptz where id = ${someone.staffId}`,
    );
    expect(await kindOf(as({ actor: someone.staffId }))).toBe(kind);
  });

  test('of staff says their own agency, and one that the node serves', async () => {
    expect(await kindOf(as({ agency: clinic }))).toBeNull();
    expect(await kindOf(as({ actor: newId(StaffId) }))).toBeNull();
    expect(await kindOf(as({ actor: far.staffId, agency: elsewhere }))).toBeNull();
  });

  test('of a young person comes from the node that serves who leads their case', async () => {
    expect(await kindOf(youth(farYoung))).toBeNull();
    expect(await kindOf(as({ kind: 'youth', actor: newId(StaffId), agency: '' }))).toBeNull();
  });

  test.each([
    ['leaves later', '2999-01-01', 'advisor'],
    ['has left', '2021-01-01', null],
  ])('of an advisor who %s', async (_, until, kind) => {
    const { advisorId } = await network.addAdvisor('Wil');
    await network.owner(
      (sql) => sql`update advisor set ended_at = ${until}::text::timestamptz where id = ${advisorId}`,
    );
    expect(await kindOf(advisor(advisorId))).toBe(kind);
    expect(await kindOf(advisor(newId(StaffId)))).toBeNull();
  });
});

describe('the keys that it gets', () => {
  const held = (context: string, scope?: readonly string[]) => ask(context, 'held_by()', scope);

  test('staff their agency’s and a young person their own, about some case', async () => {
    expect(await held(as({}))).toEqual([welfare]);
    expect(await held(youth(young))).toEqual([young.youngPersonId]);
    expect(await held(as({}), [])).toEqual([]);
    expect(await held(youth(young), [])).toEqual([]);
    expect(await held(nobody())).toEqual([]);
  });

  test('the job that tends keys those of its node, and of the young people whom its agencies lead', async () => {
    const tended = (await ask(job('keys'), 'tended_agencies()')) as string[];
    expect(tended.toSorted()).toEqual([welfare, clinic].toSorted());
    const all = (await held(job('keys'), [])) as string[];
    expect(all).toEqual(expect.arrayContaining([welfare, clinic]));
    expect(all).not.toContain(elsewhere);
    const led = await network.owner(
      (sql) =>
        sql<
          { id: string }[]
        >`select young_person_id as id from young_person_key where agency_id = ${welfare}`,
    );
    expect(all.toSorted()).toEqual([welfare, clinic, ...led.map(({ id }) => id)].toSorted());
  });

  test('another job, and everybody else, tends none', async () => {
    for (const context of [job('seal'), as({}), youth(young), nobody()]) {
      expect(await ask(context, 'tended_agencies()')).toEqual([]);
      expect(await ask(context, `is_tended('${welfare}')`)).toBe(false);
    }
    expect(await held(job('seal'))).toEqual([]);
    expect(await ask(job('seal'), 'actor_job()')).toBe('seal');
  });

  test('a holder is tended who is one of those agencies or is led by one', async () => {
    expect(await ask(job('keys'), `is_tended('${welfare}')`)).toBe(true);
    expect(await ask(job('keys'), `is_tended('${elsewhere}')`)).toBe(false);
    expect(await ask(job('keys'), `is_tended('${farYoung.youngPersonId}')`)).toBe(false);
    await network.owner(async (sql) => {
      await sql`delete from young_person_key where young_person_id = ${young.youngPersonId}`;
      await sql`insert into young_person_key (young_person_id, agency_id, case_id, epoch, public_key, wrapped, agency_epoch)
        values (${young.youngPersonId}, ${welfare}, ${caseId}, 1, ${Buffer.alloc(32)}, ${Buffer.alloc(64)}, 1)`;
    });
    expect(await ask(job('keys'), `is_tended('${young.youngPersonId}')`)).toBe(true);
    expect(await held(job('keys'), [])).toContain(young.youngPersonId);
  });
});
