import type { CaseId, StaffActor } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { partsOf, RawRuntime, signed } from './forged.ts';

// A county names its own login. Where that login may make a schema anywhere in the database, it can make an operator
// too: the functions that policies ask must not look for `=` where the asker tells them to.

let network: Network;
let raw: RawRuntime;
let sosa: StaffActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  const dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  sosa = await network.addStaff(await network.addAgency('River Clinic', 'mental-health'), 'Sosa');
  ({ caseId } = await network.openCase(dana, 'Robin'));
  await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
  raw = new RawRuntime(network.storage.runtimeUrl);
  const login = decodeURIComponent(new URL(network.storage.runtimeUrl).username);
  await network.owner(async (sql) => {
    await sql.unsafe(`create schema workshop; grant usage, create on schema workshop to "${login}"`);
  });
  await raw.sql.unsafe(`
    create function workshop.yes(uuid, uuid) returns boolean language sql immutable as 'select true';
    create operator workshop.= (leftarg = uuid, rightarg = uuid, function = workshop.yes)`);
});
afterAll(async () => {
  await raw.close();
  await network.close();
});

test('an operator of one’s own shows no permission that another agency gave', async () => {
  const context = signed(partsOf(network.database.node.nodeId, sosa), network.database.node.key);
  await raw.sql.unsafe('set search_path = workshop, pg_catalog, accord');
  expect(await raw.run(context, [caseId], 'select id from accord.consent_grant')).toEqual([]);
  expect(await raw.run(context, [caseId], 'select owner_agency as owner from accord.case_key')).toEqual([]);
});
