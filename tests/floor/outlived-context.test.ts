import type { CaseId, StaffActor } from '@accord/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { partsOf, RawRuntime, signed } from './forged.ts';

let network: Network;
let raw: RawRuntime;
let dana: StaffActor;
let caseId: CaseId;

beforeAll(async () => {
  network = await Network.start();
  dana = await network.addStaff(await network.addAgency('County Welfare', 'child-welfare'), 'Dana');
  ({ caseId } = await network.openCase(dana, 'Robin'));
  raw = new RawRuntime(network.storage.runtimeUrl);
});
afterAll(async () => {
  await raw.close();
  await network.close();
});

test('a statement that does not end keeps no context alive', async () => {
  const parts = { ...partsOf(network.database.node.nodeId, dana), expires: String(Date.now() + 1_000) };
  const context = signed(parts, network.database.node.key);
  const loop = (wait: number) => `do $$ begin
    perform pg_sleep(${wait});
    if exists (select from accord.case_item) then raise exception using errcode = 'AC999'; end if;
  end $$`;
  expect(await raw.run(context, [caseId], loop(0))).toBe('AC999');
  expect(await raw.run(context, [caseId], loop(1.2))).toEqual([]);
});
