import { registerNode } from '@accord/db';
import { AgencyId, CaseId, newId, NodeId, StaffId, type StaffActor } from '@accord/kernel';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { type Parts, partsOf, RawRuntime, signed } from './forged.ts';
import { PAST } from './rows.ts';
import { giveClock } from './worlds/floor.ts';

/**
 * Who a signed context is taken for, at the very instant of a beginning and an end. Nothing here is arranged through a
 * context, so that one that is turned down wrongly is an answer like any other.
 */
const AT = '2026-03-01T00:00:00Z';
const nodes = [newId(NodeId), newId(NodeId)].map((nodeId) => ({ nodeId, key: randomBytes(32) }));
const agencies = [newId(AgencyId), newId(AgencyId)];
let network: Network;
let raw: RawRuntime;
let staff: StaffActor[];

beforeAll(async () => {
  network = await Network.start();
  await network.owner(async (sql) => {
    await giveClock(sql);
    for (const [index, agency] of agencies.entries()) {
      await sql`insert into agency (id, name, system, state, covered_entity, part2_program, education_agency, tribal)
        values (${agency}, 'A House', 'child-welfare', 'CA', false, false, false, false)`;
      await registerNode(sql, nodes[index] as (typeof nodes)[number], [agency]);
    }
  });
  staff = await Promise.all(agencies.map((agency) => network.addStaff(agency, 'Dana')));
  raw = new RawRuntime(network.storage.runtimeUrl);
  await raw.sql`select set_config('accord_test.at', ${AT}, false)`;
});
afterAll(async () => {
  await raw.close();
  await network.close();
});

const kindOf = async (change: Partial<Parts> = {}, index = 0) => {
  const { nodeId, key } = nodes[index] as (typeof nodes)[number];
  const parts = { ...partsOf(nodeId, staff[index] as StaffActor), ...change };
  const rows = await raw.run(signed(parts, key), [], 'select (context()).kind as kind');
  return typeof rows === 'string' ? rows : rows[0]?.['kind'];
};
const employ = (from: string, until: string | null) =>
  network.owner(
    (
      sql,
    ) => sql`update staff set started_at = ${from}::text::timestamptz, ended_at = ${until}::text::timestamptz
      where id = ${staff[0]?.staffId ?? ''}`,
  );

test('each node speaks for its own people', async () => {
  expect(await kindOf()).toBe('staff');
  expect(await kindOf({}, 1)).toBe('staff');
  expect(await kindOf({ nodeId: newId(NodeId) })).toBeNull();
  expect(await kindOf({ actor: staff[1]?.staffId ?? '' })).toBeNull();
});

test('a worker from the instant at which they begin to the one at which they leave', async () => {
  await employ(AT, null);
  expect(await kindOf()).toBe('staff');
  await employ('2026-03-01T00:00:01Z', null);
  expect(await kindOf()).toBeNull();
  await employ(PAST, '2026-03-01T00:00:01Z');
  expect(await kindOf()).toBe('staff');
  await employ(PAST, AT);
  expect(await kindOf()).toBeNull();
});

test('an advisor until the instant at which they leave', async () => {
  const { advisorId } = await network.addAdvisor('Vee');
  const ask = async (until: string | null) => {
    await network.owner(
      (sql) => sql`update advisor set ended_at = ${until}::text::timestamptz where id = ${advisorId}`,
    );
    return kindOf({ kind: 'advisor', actor: advisorId, agency: '' });
  };
  expect(await ask(null)).toBe('advisor');
  expect(await ask('2026-03-01T00:00:01Z')).toBe('advisor');
  expect(await ask(AT)).toBeNull();
});

test('a young person through the node that serves who leads their case', async () => {
  const youngPerson = newId(StaffId);
  await network.owner(async (sql) => {
    await sql`insert into young_person (id) values (${youngPerson})`;
    await sql`insert into case_file (id, young_person_id, lead_agency, code_name)
      values (${newId(CaseId)}, ${youngPerson}, ${agencies[0] ?? ''}, 'Robin')`;
  });
  const young = { kind: 'youth', actor: youngPerson, agency: '' };
  expect(await kindOf(young)).toBe('youth');
  expect(await kindOf(young, 1)).toBeNull();
});
