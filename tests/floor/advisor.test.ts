import {
  type AdvisorActor,
  newId,
  PURPOSES,
  StaffId,
  type StaffActor,
  type BlockId,
  type ProtocolId,
} from '@accord/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROCEDURES } from '../access/procedures.ts';
import { buildWorld, TEXTS, type World } from '../access/world.ts';
import { call } from '../access/wire.ts';
import { refusalOf } from '../support/refused.ts';
import { CASE_TABLES, type Parts, partsOf, RawRuntime, signed } from './forged.ts';

// A survivor advisor reaches no case: not by any procedure, and not by SQL under their own signed context.

let world: World;
let raw: RawRuntime;
let ada: AdvisorActor;
let context: string;
let scope: string[];

const PROTOCOL_TABLES = [
  'protocol',
  'protocol_version',
  'protocol_block',
  'protocol_comment',
  'protocol_answer',
  'protocol_sign_off',
  'protocol_reader',
  'review_time',
];

beforeAll(async () => {
  world = await buildWorld();
  ada = world.people.advisor;
  raw = new RawRuntime(world.network.storage.runtimeUrl);
  context = contextOf(ada.advisorId);
  scope = [world.caseId];
}, 60_000);
afterAll(async () => {
  await raw.close();
  await world.network.close();
});

function contextOf(advisorId: string): string {
  const { node } = world.network.database;
  const parts: Parts = {
    version: '1',
    nodeId: node.nodeId,
    kind: 'advisor',
    actor: advisorId,
    agency: '',
    job: '',
    purpose: String(PURPOSES['care-plan-coordination']),
    expires: String(Date.now() + 60_000),
  };
  return signed(parts, node.key);
}

/** One statement as a procedure of an advisor would run it: its rows, or the SQLSTATE that it failed with. */
async function asAdvisor(statement: string, of = context): Promise<readonly object[] | string> {
  try {
    return await raw.sql.begin(async (tx) => {
      await tx`select set_config('accord.context', ${of}, true), set_config('accord.scope', ${`{${scope.join(',')}}`}, true),
        set_config('role', 'accord_advisor', true)`;
      return [...(await tx.unsafe<object[]>(statement))];
    });
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
}

const tables = () =>
  world.network.owner(
    (sql) => sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'accord'`,
  );

describe('the role that an advisor’s transaction steps down to', () => {
  test('is the one that withActor takes for an advisor, and for nobody else', async () => {
    const { database } = world.network;
    const role = (actor: AdvisorActor | StaffActor) =>
      database.withActor(actor, { purpose: 'care-plan-coordination' }, async (tx) => {
        const [row] = await tx<{ role: string }[]>`select current_user as role`;
        return row?.role;
      });
    expect(await role(ada)).toBe('accord_advisor');
    expect(await role(world.people.dana)).not.toBe('accord_advisor');
    expect(await role(ada)).toBe('accord_advisor');
  });

  test('cannot name any table but those of protocols', async () => {
    const all = (await tables()).map(({ name }) => name);
    expect(all.length).toBeGreaterThan(30);
    const readable: string[] = [];
    for (const name of all) {
      const answer = await asAdvisor(`select 1 from ${name} limit 1`);
      if (typeof answer !== 'string') readable.push(name);
      else expect(answer, name).toBe('42501');
    }
    expect(readable.toSorted()).toEqual(PROTOCOL_TABLES.toSorted());
  });

  test('can call what protocols need, and nothing about a case', async () => {
    const callable = await world.network.owner(
      (sql) => sql<{ name: string }[]>`
        select p.proname as name from pg_proc p
        where p.pronamespace = 'accord'::regnamespace and has_function_privilege('accord_advisor', p.oid, 'execute')
        order by 1`,
    );
    expect(callable.map(({ name }) => name)).toEqual([
      'context',
      'count_review_time',
      'own_advisor_name',
      'protocol_names',
    ]);
    for (const statement of [
      'select openings()',
      `select watch('${world.caseId}')`,
      'select my_cases(now(), 9)',
    ]) {
      expect(await asAdvisor(statement), statement).toBe('42501');
    }
  });
});

describe('an advisor’s signed context', () => {
  test('gives no row of a case even to the whole runtime role, in whatever scope', async () => {
    const { caseId } = world;
    const planted = await world.network.owner(
      (sql) => sql<{ rows: number }[]>`select count(*)::int as rows from case_item where case_id = ${caseId}`,
    );
    expect(planted[0]?.rows).toBeGreaterThan(4);
    for (const cases of [[], [caseId]]) {
      expect(await raw.counts(context, cases)).toEqual(
        Object.fromEntries(CASE_TABLES.map((table) => [table, 0])),
      );
    }
    for (const table of ['agency', 'staff', 'case_key', 'young_person_key']) {
      expect(await raw.run(context, scope, `select 1 from ${table}`), table).toEqual([]);
    }
    expect(await raw.run(context, scope, 'select * from unnest(openings())')).toEqual([]);
    expect(await raw.run(context, scope, "select * from my_cases('infinity', 9)")).toEqual([]);
  });

  test('is worth nothing once the advisor has left, or never was', async () => {
    expect(await asAdvisor('select 1 from protocol', contextOf(newId(StaffId)))).toEqual([]);
    const end = (at: string) =>
      world.network.owner(
        (sql) => sql`update advisor set ended_at = ${at}::timestamptz where id = ${ada.advisorId}`,
      );
    await end('2020-01-01');
    expect(await asAdvisor('select 1 from protocol')).toEqual([]);
    await end('2999-01-01');
    expect((await asAdvisor('select 1 from protocol')).length).toBeGreaterThan(0);
  });
});

test('no procedure of either host says a word of a case to an advisor', async () => {
  const { protocol: _, ...ofCases } = TEXTS;
  for (const { host, path, row } of PROCEDURES) {
    const who = { actor: ada, purpose: 'care-plan-coordination' as const };
    const { body } = await call(world.network, who, { host, path, input: row.input(world) });
    for (const text of Object.values(ofCases)) expect(body, path).not.toContain(text);
    expect(body, path).not.toContain(world.caseId);
  }
});

describe('the floor of protocols holds without the procedures', () => {
  let protocolId: ProtocolId;
  let blockId: BlockId;
  let objection: string;
  beforeAll(async () => {
    const { network, people } = world;
    protocolId = await network.openReview(people.dana, 'Rides', ['Ask who drives.']);
    blockId = (await network.as(ada).reviews.open({ protocolId })).blocks[0]?.blockId as BlockId;
    const said = { protocolId, version: 1, blockId, kind: 'objection' as const, body: 'Two adults.' };
    objection = (await network.as(ada).reviews.comment(said)).commentId;
  });

  const asStaff = (statement: string) => {
    const { node } = world.network.database;
    return raw.run(signed(partsOf(node.nodeId, world.people.dana), node.key), [], statement);
  };

  test('staff cannot withdraw an objection, nor publish over it', async () => {
    expect(
      await asStaff(`update protocol_comment set state = 'withdrawn' where id = '${objection}' returning 1`),
    ).toBe('42501');
    const publish = `update protocol_version set status = 'published', published_at = now()
      where protocol_id = '${protocolId}' returning 1`;
    expect(await asStaff(publish)).toBe('42501');
  });

  test('nobody signs over it, and another advisor cannot withdraw it', async () => {
    const other = await world.network.addAdvisor('Bea');
    const theirs = contextOf(other.advisorId);
    const sign = `insert into protocol_sign_off (protocol_id, version, advisor_id, shown_as)
      values ('${protocolId}', 1, '${other.advisorId}', 'Bea')`;
    expect(await asAdvisor(sign, theirs)).toBe('42501');
    const take = `update protocol_comment set state = 'withdrawn' where id = '${objection}' returning 1`;
    expect(await asAdvisor(take, theirs)).toEqual([]);
  });

  test('an advisor speaks in nobody else’s name and writes no time of their own choosing', async () => {
    const other = await world.network.addAdvisor('Cleo');
    const say = `insert into protocol_comment (id, protocol_id, version, block_id, advisor_id, kind, body)
      values ('${newId(StaffId)}', '${protocolId}', 1, '${blockId}', '${other.advisorId}', 'concern', 'x')`;
    expect(await asAdvisor(say)).toBe('42501');
    expect(await asAdvisor('update review_time set seconds = 99999')).toBe('42501');
    expect(await asAdvisor('select 1 from review_time', contextOf(other.advisorId))).toEqual([]);
  });

  test('a draft is there for its keepers alone', async () => {
    const { network, people, review } = world;
    const input = { protocolId: review.draftId };
    expect(await refusalOf(network.as(people.dana).protocols.open(input))).toBe('ALLOWED');
    expect(await refusalOf(network.as(people.nia).protocols.open(input))).toBe('NOT_FOUND');
    expect(await refusalOf(network.as(ada).reviews.open(input))).toBe('NOT_FOUND');
  });
});
