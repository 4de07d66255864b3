import { CATEGORIES, type CategoryCode } from '@accord/consent';
import { type CaseId, GrantId, type ItemId, newId, ServiceId, type StaffActor } from '@accord/kernel';
import { TRPCError } from '@trpc/server';
import { appErrorOf } from '@accord/rpc';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inDays, SIGNATURE } from '../support/network.ts';
import { Stored } from './stored.ts';
import { buildWorld, permissionFor, type World } from './world.ts';

/** Real ids in the wrong place: each call names things that exist, and must not be able to join them. */

let world: World;
let stored: Stored;
let twin: { caseId: CaseId; goalId: ItemId; stepId: ItemId; draftId: GrantId; grantId: GrantId };
beforeAll(async () => {
  world = await buildWorld();
  stored = new Stored(world.network);
  twin = await openTwin();
});
afterAll(async () => {
  await stored[Symbol.asyncDispose]();
  await world.network.close();
});

/** Another case of the same worker. */
async function openTwin(): Promise<typeof twin> {
  const { network, people } = world;
  const { caseId } = await network.openCase(people.dana, 'Kim');
  const { itemId: goalId } = await as().cases.addGoal({ caseId, ownWords: 'Bake bread' });
  const { itemId: stepId } = await as().cases.addStep({ caseId, goalId, text: 'Buy flour' });
  const { grantId: draftId } = await as().consent.prepare({ caseId, ...permissionFor(people.teo) });
  const grantId = await network.share(people.dana, caseId, { as: people.teo }, ['case-plan']);
  return { caseId, goalId, stepId, draftId, grantId };
}

const as = (who: StaffActor = world.people.dana) => world.network.as(who);
const robin = () => world.network.asYouth(world.people.robin);

/** What a call was refused with (`BAD_INPUT endsOn` names the field), and whether something stayed behind. */
async function refusal(work: () => Promise<unknown>): Promise<string> {
  const before = JSON.stringify(await stored.digest());
  const answer = await outcomeOf(work());
  return before === JSON.stringify(await stored.digest()) ? answer : `${answer}, and something was written`;
}

async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ALLOWED';
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const { code, fields } = appErrorOf(error);
    return [code, ...fields.map(({ field }) => field)].join(' ');
  }
}

describe('another case', () => {
  test('its goal takes no step from here', async () => {
    expect(
      await refusal(() => as().cases.addStep({ caseId: world.caseId, goalId: twin.goalId, text: 'x' })),
    ).toBe('NOT_FOUND');
  });
  test('its step is not marked from here', async () => {
    const input = { caseId: world.caseId, stepId: twin.stepId, done: true, revision: 1 };
    expect(await refusal(() => as().cases.setStep(input))).toBe('NOT_FOUND');
  });
  test('its draft is not signed from here', async () => {
    expect(
      await refusal(() => as().consent.sign({ caseId: world.caseId, grantId: twin.draftId, ...SIGNATURE })),
    ).toBe('NOT_FOUND');
  });
  test('its permission is not stopped from here', async () => {
    expect(await refusal(() => as().consent.stop({ caseId: world.caseId, grantId: twin.grantId }))).toBe(
      'NOT_FOUND',
    );
  });
  test('its draft is not thrown away from here', async () => {
    expect(await refusal(() => as().consent.discard({ caseId: world.caseId, grantId: twin.draftId }))).toBe(
      'NOT_FOUND',
    );
  });
  test('its permission is not stopped by another young person', async () => {
    expect(await refusal(() => robin().mine.stop({ grantId: twin.grantId }))).toBe('NOT_FOUND');
  });
});

describe('another kind of item', () => {
  test('a step takes no step', async () => {
    expect(
      await refusal(() => as().cases.addStep({ caseId: world.caseId, goalId: world.stepId, text: 'x' })),
    ).toBe('NOT_FOUND');
  });
  test('a goal is not marked as a step', async () => {
    const input = { caseId: world.caseId, stepId: world.goalId, done: true, revision: 1 };
    expect(await refusal(() => as().cases.setStep(input))).toBe('NOT_FOUND');
  });
  test('an unknown service takes no referral', async () => {
    const input = { caseId: world.caseId, serviceId: newId(ServiceId), reason: 'x' };
    expect(await refusal(() => as().referrals.refer(input))).toBe('BAD_INPUT serviceId');
  });
});

describe('another agency', () => {
  test('its goal takes no step from someone who cannot see it', async () => {
    const { itemId: goalId } = await as(world.people.sosa).cases.addGoal({
      caseId: world.caseId,
      ownWords: 'Sleep',
    });
    expect(await refusal(() => as().cases.addStep({ caseId: world.caseId, goalId, text: 'x' }))).toBe(
      'NOT_FOUND',
    );
  });
  test('its draft is neither signed nor thrown away, and its permission not stopped', async () => {
    const { network, caseId, people } = world;
    const { grantId } = await as(people.sosa).consent.prepare({ caseId, ...permissionFor(people.teo) });
    expect(await refusal(() => as().consent.sign({ caseId, grantId, ...SIGNATURE }))).toBe('NOT_FOUND');
    expect(await refusal(() => as().consent.discard({ caseId, grantId }))).toBe('NOT_FOUND');
    const active = await network.share(people.sosa, caseId, { as: people.teo }, ['appointments']);
    expect(await refusal(() => as().consent.stop({ caseId, grantId: active }))).toBe('NOT_FOUND');
  });
  test('what it holds is not in a permission that somebody else gives', async () => {
    const { caseId, people } = world;
    const form = { ...permissionFor(people.teo), categories: ['mh-record', 'case-plan'] as CategoryCode[] };
    const { preview } = await as().consent.prepare({ caseId, ...form });
    expect(JSON.stringify(preview)).toContain('canary-goal');
    expect(JSON.stringify(preview)).not.toContain('canary-therapy');
  });
});

describe('the life of a permission', () => {
  const draft = async () => {
    const { caseId, people } = world;
    const form = {
      ...permissionFor(people.teo),
      categories: ['case-plan', 'appointments'] as CategoryCode[],
    };
    return { caseId, grantId: (await as().consent.prepare({ caseId, ...form })).grantId };
  };
  const signed = async () => {
    const grant = await draft();
    await as().consent.sign({ ...grant, ...SIGNATURE });
    return grant;
  };

  test('one that is not there is not signed, stopped or thrown away', async () => {
    const grant = { caseId: world.caseId, grantId: newId(GrantId) };
    expect(await refusal(() => as().consent.sign({ ...grant, ...SIGNATURE }))).toBe('NOT_FOUND');
    expect(await refusal(() => as().consent.stop(grant))).toBe('NOT_FOUND');
    expect(await refusal(() => as().consent.discard(grant))).toBe('NOT_FOUND');
    expect(await refusal(() => robin().mine.stop({ grantId: grant.grantId }))).toBe('NOT_FOUND');
  });
  test('a signed one is not signed again', async () => {
    const grant = await signed();
    expect(await refusal(() => as().consent.sign({ ...grant, ...SIGNATURE }))).toBe('CONFLICT');
  });
  test('of two who sign at once, one is told that it has changed', async () => {
    const grant = await draft();
    const sign = () => outcomeOf(as().consent.sign({ ...grant, ...SIGNATURE }));
    expect((await Promise.all([sign(), sign()])).toSorted()).toEqual(['ALLOWED', 'CONFLICT']);
  });
  test('a stopped one is not signed again', async () => {
    const grant = await signed();
    await as().consent.stop(grant);
    expect(await refusal(() => as().consent.sign({ ...grant, ...SIGNATURE }))).toBe('CONFLICT');
  });
  test('a draft is not stopped', async () => {
    const grant = await draft();
    expect(await refusal(() => as().consent.stop(grant))).toBe('NOT_FOUND');
  });
  test('a signed one is not thrown away', async () => {
    const grant = await signed();
    expect(await refusal(() => as().consent.discard(grant))).toBe('NOT_FOUND');
  });
  test('a kind that it does not share is not stopped', async () => {
    const grant = await signed();
    const { grantId } = grant;
    expect(await refusal(() => as().consent.stop({ ...grant, categories: ['cw-record'] }))).toBe(
      'BAD_INPUT categories',
    );
    expect(await refusal(() => robin().mine.stop({ grantId, categories: ['cw-record'] }))).toBe(
      'BAD_INPUT categories',
    );
  });
  test('stopping it twice leaves it stopped', async () => {
    const grant = await signed();
    await as().consent.stop(grant);
    expect((await as().consent.stop(grant)).stillShared).toEqual([]);
  });
});

describe('what a permission cannot be prepared for', () => {
  const prepare = (change: object) => () =>
    as().consent.prepare({ caseId: world.caseId, ...permissionFor(world.people.teo), ...change });
  const person = ({ staffId }: { staffId: string }) => ({ recipient: { kind: 'staff', staffId } });
  const agency = (agencyId: string) => ({ recipient: { kind: 'agency', agencyId } });

  test('a colleague, one’s own agency, oneself', async () => {
    expect(await refusal(prepare(person(world.people.cora)))).toBe('BAD_INPUT recipient');
    expect(await refusal(prepare(agency(world.people.dana.agencyId)))).toBe('BAD_INPUT recipient');
    expect(await refusal(prepare(person(world.people.dana)))).toBe('BAD_INPUT recipient');
  });
  test('someone who left, or was never there', async () => {
    expect(await refusal(prepare(person(world.people.finn)))).toBe('BAD_INPUT recipient');
    expect(await refusal(prepare(person({ staffId: newId(GrantId) })))).toBe('BAD_INPUT recipient');
    expect(await refusal(prepare(agency(world.people.teo.staffId)))).toBe('BAD_INPUT recipient');
  });
  test('a whole agency that may write', async () => {
    expect(await refusal(prepare({ ...agency(world.people.teo.agencyId), mayWrite: true }))).toBe(
      'BAD_INPUT mayWrite',
    );
  });

  const never = CATEGORIES.filter(({ consent }) => consent === 'never').map(({ code }) => code);
  test.each(never)('%s, alone or among others', async (code) => {
    expect(await refusal(prepare({ categories: [code] }))).toBe('BAD_INPUT categories');
    expect(await refusal(prepare({ categories: ['case-plan', code] }))).toBe('BAD_INPUT categories');
  });

  test.each([
    inDays(-2),
    inDays(-400),
    '1970-01-01',
    '0000-01-01',
    inDays(368),
    '9999-12-31',
    '2031-02-30',
    'infinity',
  ])('a last day of %s', async (endsOn) => {
    expect(await refusal(prepare({ endsOn }))).toBe('BAD_INPUT endsOn');
  });
});

test('a step that somebody changed meanwhile is not changed over them', async () => {
  const step = { caseId: world.caseId, stepId: world.stepId };
  const { revision } = await as().cases.setStep({ ...step, done: true, revision: 2 });
  expect(await refusal(() => as().cases.setStep({ ...step, done: false, revision: 2 }))).toBe('CONFLICT');
  expect(await refusal(() => as().cases.setStep({ ...step, done: false, revision: revision + 1 }))).toBe(
    'CONFLICT',
  );
});
test('a note of a kind that the agency does not write is refused by name', async () => {
  const { caseId } = world;
  expect(await refusal(() => as().cases.addNote({ caseId, category: 'mh-record', facts: 'x' }))).toBe(
    'BAD_INPUT category',
  );
});
test('an id in capitals is the same id', async () => {
  const caseId = world.caseId.toUpperCase() as CaseId;
  expect((await as().cases.open({ caseId })).caseId).toBe(world.caseId);
});
