import type { StaffActor } from '@accord/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeAgreements } from '../../floor/worlds/agreements.ts';
import { compare } from '../../floor/worlds/compare.ts';
import { giveClock, readWorld } from '../../floor/worlds/floor.ts';
import { type Ground, place } from '../../floor/worlds/place.ts';
import { AGENCIES, TERMS } from '../../floor/worlds/plan.ts';
import { world } from '../../floor/worlds/world.ts';
import { Network } from '../../support/network.ts';

// The comparison of the rule with the floor, over fewer worlds than `npm test` takes: asked once for every mutant.

let ground: Ground;
beforeAll(async () => {
  const network = await Network.start();
  const clerks: StaffActor[] = [];
  for (let index = 0; index < AGENCIES; index += 1) {
    const agency = await network.addAgency(`Agency ${index}`, 'child-welfare');
    const clerk = await network.addStaff(agency, 'Clerk');
    clerks.push(clerk);
    await network.owner((sql) => placeAgreements(sql, clerk, index));
    const terms = String(TERMS[index]);
    await network.owner((sql) => sql`update agency set shareable_mask = ${terms} where id = ${agency}`);
  }
  ground = { network, clerks, origin: Date.now() };
  await network.owner(giveClock);
});
afterAll(() => ground.network.close());

test('the rule and the floor agree', async () => {
  await ground.network.owner(async (owner) => {
    for (const plan of fc.sample(world, { numRuns: 20, seed: 20261122 })) {
      const placed = await place(ground, owner, plan);
      const answers = await readWorld(ground.network.database, placed);
      expect(compare(placed, answers).disagreements).toEqual([]);
    }
  });
});
