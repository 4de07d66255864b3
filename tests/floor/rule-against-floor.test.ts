import type { StaffActor } from '@accord/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figure } from '../bench/figure.ts';
import { Network } from '../support/network.ts';
import { placeAgreements } from './worlds/agreements.ts';
import { compare, type Rule } from './worlds/compare.ts';
import { FLOOR_FAULTS, plant } from './worlds/floor-faults.ts';
import { type Answer, definitionOf, giveClock, readWorld } from './worlds/floor.ts';
import { AGENCIES, TERMS } from './worlds/plan.ts';
import { type Ground, place, type PlacedWorld } from './worlds/place.ts';
import { RULE_FAULTS } from './worlds/rule-faults.ts';
import { world } from './worlds/world.ts';

// The rule (decide) and the floor (row-level security) were written apart, in two languages. On random worlds they
// must say the same of every reader, item and purpose; and a mistake in either must show.
//
// A million decisions: npm run test:long -- worlds. More worlds: ACCORD_WORLDS=2000. Another draw: ACCORD_SEED=7.
// A failure names the seed and path to replay.

const WORLDS = Number(process.env['ACCORD_WORLDS'] ?? 75);
/** What a world comes to on the average, at the least: 75 of them make the hundred thousand of a test run. */
const DECISIONS = 1_335 * WORLDS;
const SEED = Number(process.env['ACCORD_SEED'] ?? 20261122);
/** Worlds that stay in the database for the planted faults. */
const KEPT = 25;

let ground: Ground;
let realClock: string[];
const kept: { placed: PlacedWorld; answers: Answer[] }[] = [];

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
  realClock = await network.owner((sql) =>
    Promise.all(['openings', 'context'].map((name) => definitionOf(sql, name))),
  );
  await network.owner(giveClock);
});
afterAll(() => ground.network.close());

test(
  'the rule and the floor agree on every reader, item and purpose',
  { timeout: 60_000 + WORLDS * 1_000 },
  async () => {
    let decisions = 0;
    let permits = 0;
    await ground.network.owner((owner) =>
      fc.assert(
        fc.asyncProperty(world, async (plan) => {
          const placed = await place(ground, owner, plan);
          const answers = await readWorld(ground.network.database, placed);
          const result = compare(placed, answers);
          expect(result.disagreements).toEqual([]);
          decisions += result.decisions;
          permits += result.permits;
          if (kept.length < KEPT) kept.push({ placed, answers });
          else await owner`delete from case_item where case_id = any (${[...placed.cases]})`;
        }),
        { numRuns: WORLDS, seed: SEED },
      ),
    );
    console.info(`${WORLDS} worlds, ${permits} of the decisions permits`);
    console.info(figure('rule_against_floor', decisions, 'decisions', '>=', DECISIONS));
    expect(decisions).toBeGreaterThanOrEqual(DECISIONS);
    expect(permits).toBeGreaterThan(decisions / 20);
  },
);

describe('a mistake in the rule is caught', () => {
  test.each(RULE_FAULTS)('$name', ({ rule, floorThen }) => {
    expect(firstAgainst(rule)).toEqual(new Set([floorThen]));
  });
});

describe('a mistake in the floor is caught', () => {
  test.each(FLOOR_FAULTS)('$name, in $in', async (fault) => {
    const { network } = ground;
    const takeOut = await network.owner((sql) => plant(sql, fault));
    try {
      expect(await firstDisagreement()).toBe(fault.floorThen);
    } finally {
      await network.owner(takeOut);
    }
  });

  test('and none is left once the last fault is out', async () => {
    expect(await firstDisagreement()).toBeUndefined();
  });
});

/** What the floor does otherwise than a rule in the first world where it does. */
function firstAgainst(rule: Rule): Set<string> {
  for (const { placed, answers } of kept) {
    const { disagreements } = compare(placed, answers, rule);
    if (disagreements.length > 0) return new Set(disagreements.map(({ floor }) => floor));
  }
  return new Set();
}

async function firstDisagreement(): Promise<'opens' | 'hides' | undefined> {
  for (const { placed } of kept) {
    const [found] = compare(placed, await readWorld(ground.network.database, placed)).disagreements;
    if (found) return found.floor;
  }
  return undefined;
}

test('with its own clock, untouched, the floor says the same of now', async () => {
  await ground.network.owner(async (sql) => {
    for (const text of realClock) await sql.unsafe(text);
  });
  // What was projected at an instant is only true of it until a birthday.
  const ofToday = kept.filter(({ placed }) => placed.at === ground.origin);
  expect(ofToday.length).toBeGreaterThan(3);
  for (const { placed } of ofToday.slice(0, 15)) {
    const answers = await readWorld(ground.network.database, placed, 'real');
    expect(compare(placed, answers, undefined, Date.now()).disagreements).toEqual([]);
  }
});
