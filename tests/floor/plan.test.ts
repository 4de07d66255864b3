import type { CasePage } from '@accord/cases';
import type { Tx } from '@accord/db';
import {
  AppError,
  type CaseId,
  type GrantId,
  ItemId,
  newId,
  type StaffActor,
  type YouthActor,
} from '@accord/kernel';
import { TRPCError } from '@trpc/server';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf, sqlStateOf } from '../support/refused.ts';

// Steps that belong to people of several agencies: who may do one, who is named to whom, and what a stop takes away.

let network: Network;
let dana: StaffActor;
let cora: StaffActor;
let olga: StaffActor;
let ortiz: StaffActor;
let pete: StaffActor;
let sosa: StaffActor;
let ari: StaffActor;
let young: YouthActor;
let caseId: CaseId;
let goalId: ItemId;
let forOrtiz: GrantId;

beforeAll(async () => {
  network = await Network.start();
  const [welfare, police, clinic, shelter] = [
    await network.addAgency('County Welfare', 'child-welfare'),
    await network.addAgency('Town Police', 'law-enforcement'),
    await network.addAgency('River Clinic', 'mental-health'),
    await network.addAgency('Open House', 'runaway-homeless-youth'),
  ];
  dana = await network.addStaff(welfare, 'Dana');
  cora = await network.addStaff(welfare, 'Cora');
  olga = await network.addStaff(welfare, 'Olga');
  ortiz = await network.addStaff(police, 'Ortiz');
  pete = await network.addStaff(police, 'Pete');
  sosa = await network.addStaff(clinic, 'Sosa');
  ari = await network.addStaff(shelter, 'Ari');
});
afterAll(() => network.close());
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, cora, 'assigned');
  await network.assign(caseId, ari, 'assigned');
  ({ itemId: goalId } = await network.as(dana).cases.addGoal({ caseId, ownWords: 'Learn to swim' }));
  forOrtiz = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
  await network.share(dana, caseId, { as: { agencyId: ari.agencyId } }, ['case-plan']);
  await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
});

const addStep = async (doer: StaffActor | 'young-person' | null, by = dana) => {
  const who = doer === null || doer === 'young-person' ? doer : doer.staffId;
  const added = await network
    .as(by)
    .cases.addStep({ caseId, goalId, text: 'Ask at the pool', doer: who, dueOn: '2031-05-05' });
  return added.itemId;
};
const pageOf = (reader: StaffActor) => network.as(reader).cases.open({ caseId });
const stepOn = (page: CasePage, stepId: ItemId) =>
  page.items.flatMap((item) => (item.kind === 'step' && item.itemId === stepId ? [item] : []))[0];
const tick = (by: StaffActor, stepId: ItemId, revision = 1) =>
  refusalOf(network.as(by).cases.setStep({ caseId, stepId, done: true, revision }));

/** What the input was told to look at again. */
async function fieldsOf(call: Promise<unknown>) {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const cause = error instanceof TRPCError ? error.cause : error;
  return cause instanceof AppError ? cause.fields : [];
}

async function block(actor: StaffActor): Promise<void> {
  await network.owner(
    (sql) => sql`insert into access_denial (id, case_id, target_kind, target_id, categories)
      values (${randomUUID()}, ${caseId}, 'staff', ${actor.staffId}, ${String((1n << 63n) - 1n)})`,
  );
}

describe('a step is given to somebody who sees it', () => {
  test('a colleague on the case, a person who was named, the young person, or nobody', async () => {
    for (const doer of [cora, ortiz, 'young-person', null] as const) {
      const stepId = await addStep(doer);
      expect(stepOn(await pageOf(dana), stepId)?.dueOn).toBe('2031-05-05');
    }
  });

  test('for everybody else the answer is one, with the way out, and nothing is written', async () => {
    await block(cora);
    const gone = await network.addStaff(dana.agencyId, 'Fay');
    await network.assign(caseId, gone, 'assigned');
    await network.owner((sql) => sql`update staff set ended_at = now() where id = ${gone.staffId}`);
    const before = (await pageOf(dana)).items.length;
    const nobody: StaffActor = { ...olga, staffId: newId(ItemId) as unknown as StaffActor['staffId'] };
    // Ari sees it through the shelter; who is on the case there is not Dana's to find out by asking.
    for (const doer of [olga, cora, gone, pete, ari, nobody]) {
      expect(await fieldsOf(addStep(doer))).toEqual([
        { field: 'doer', message: "They can't see this step yet. Ask for permission first." },
      ]);
    }
    expect((await pageOf(dana)).items).toHaveLength(before);
  });

  test('the list to choose from holds exactly those, and is nothing to a reader', async () => {
    await block(cora);
    const { doers } = await network.as(dana).cases.doers({ caseId });
    expect(doers.map(({ name, agency }) => `${name}, ${agency}`)).toEqual([
      'Dana, County Welfare',
      'Ortiz, Town Police',
      'Sosa, River Clinic',
    ]);
    expect(await refusalOf(network.as(ortiz).cases.doers({ caseId }))).toBe('NOT_FOUND');
  });

  test('the floor holds without the product: not by an insert, not by the function', async () => {
    const stepId = await addStep(null);
    const state = (work: (tx: Tx) => Promise<unknown>) => sqlStateOf(network, dana, caseId, work);
    const insert = (doer: StaffActor) => (tx: Tx) =>
      tx`
      insert into case_item (case_id, id, kind, owner_agency, category_mask, created_by, assigned_to)
      values (${caseId}, ${randomUUID()}, 'step', ${dana.agencyId}, 8, ${dana.staffId}, ${doer.staffId})`;
    expect(await state(insert(olga))).toBe('42501');
    expect(await state(insert(ortiz))).toBe('ALLOWED');
    const plan = (doer: StaffActor) => (tx: Tx) =>
      tx`select plan_step(${caseId}, ${stepId}, ${doer.staffId}, false, null, 1)`;
    expect(await state(plan(pete))).toBe('AC403');
    expect(await state((tx) => tx`select assigned_to from case_item`)).toBe('42501');
    expect(await state((tx) => tx`update case_item set assigned_to = ${dana.staffId}`)).toBe('42501');
    expect(await state((tx) => tx`update case_item set changed_by = ${ortiz.staffId}`)).toBe('42501');
  });
});

describe('whoever does a step ticks it', () => {
  test('as long as they see it: a stop takes that away with all else', async () => {
    const [first, second] = [await addStep(ortiz), await addStep(ortiz)];
    expect(await tick(ortiz, first)).toBe('ALLOWED');
    await network.asYouth(young).mine.stop({ grantId: forOrtiz });
    expect(await tick(ortiz, second)).toBe('NOT_FOUND');
    // Whoever gave it to them learns that it needs another doer; a reader does not.
    expect(stepOn(await pageOf(dana), second)).toMatchObject({ state: 'open', doerSees: false });
    expect(stepOn(await pageOf(sosa), second)).toMatchObject({ doer: null, doerSees: true });
  });

  test('and so does a restriction, the end of a permission, and another purpose', async () => {
    const stepId = await addStep(ortiz);
    const other = network.as(ortiz, 'investigation').cases;
    expect(await refusalOf(other.setStep({ caseId, stepId, done: true, revision: 1 }))).toBe('NOT_FOUND');
    await network.owner(
      (sql) => sql`update effective_access set valid_from = now() - interval '2 days', valid_to = now()
        where basis_id = ${forOrtiz}`,
    );
    expect(await tick(ortiz, stepId)).toBe('NOT_FOUND');
    forOrtiz = await network.share(dana, caseId, { as: ortiz }, ['case-plan']);
    await block(ortiz);
    expect(await tick(ortiz, stepId)).toBe('NOT_FOUND');
  });

  test('no other reader does, and nobody else gives it away', async () => {
    const stepId = await addStep(ortiz);
    expect(await tick(sosa, stepId)).toBe('NOT_FOUND');
    expect(await tick(ari, stepId)).toBe('NOT_FOUND');
    const plan = { caseId, stepId, doer: null, dueOn: null, revision: 1 };
    expect(await refusalOf(network.as(ortiz).cases.planStep(plan))).toBe('NOT_FOUND');
    expect(await refusalOf(network.as(sosa).cases.planStep(plan))).toBe('NOT_FOUND');
  });

  test('by hand, the function lets nobody else tick, nor a note be a step', async () => {
    const stepId = await addStep(ortiz);
    const call = (actor: StaffActor, item: ItemId) =>
      refusalOf(
        network.database.withActor(actor, { purpose: 'care-plan-coordination', cases: [caseId] }, (tx) =>
          tx`select tick_step(${caseId}, ${item}, true, 1)`.then((rows) => rows),
        ),
      );
    expect(await call(sosa, stepId)).toBe('NOT_FOUND');
    expect(await call(ortiz, goalId)).toBe('NOT_FOUND');
    expect(await call(ortiz, stepId)).toBe('ALLOWED');
  });
});

describe('who is named', () => {
  test('to the holder and the young person everybody, to a reader themselves and the author alone', async () => {
    const [ortizs, danas, coras] = [await addStep(ortiz), await addStep(dana), await addStep(cora)];
    const doersFor = async (page: Promise<CasePage>) => {
      const got = await page;
      return [ortizs, danas, coras].map((stepId) => {
        const doer = stepOn(got, stepId)?.doer;
        return doer && 'name' in doer ? doer.name : null;
      });
    };
    expect(await doersFor(pageOf(dana))).toEqual(['Ortiz', 'Dana', 'Cora']);
    expect(await doersFor(network.asYouth(young).mine.open())).toEqual(['Ortiz', 'Dana', 'Cora']);
    expect(await doersFor(pageOf(ortiz))).toEqual(['Ortiz', 'Dana', null]);
    expect(await doersFor(pageOf(sosa))).toEqual([null, 'Dana', null]);
    expect(JSON.stringify(await pageOf(sosa))).not.toMatch(/Ortiz|Cora|Town Police/);
  });

  test('and a doer who may not be known reads like no doer', async () => {
    const [ortizs, nobodys] = [await addStep(ortiz), await addStep(null)];
    const page = await pageOf(sosa);
    const [one, other] = [stepOn(page, ortizs), stepOn(page, nobodys)];
    expect({ ...one, itemId: 0, at: 0 }).toEqual({ ...other, itemId: 0, at: 0 });
  });

  test('who changed it and when, the same way', async () => {
    const stepId = await addStep(ortiz);
    await tick(ortiz, stepId);
    expect(stepOn(await pageOf(dana), stepId)?.changed).toMatchObject({ by: 'Ortiz', isMine: false });
    expect(stepOn(await pageOf(ortiz), stepId)?.changed).toMatchObject({ by: 'Ortiz', isMine: true });
    expect(stepOn(await pageOf(sosa), stepId)?.changed).toMatchObject({ by: null, isMine: false });
  });
});

describe('two changes at once', () => {
  test('the second is told, and writes nothing', async () => {
    const stepId = await addStep(null);
    const plan = { caseId, stepId, dueOn: '2031-06-06', revision: 1 };
    const both = await Promise.all([
      refusalOf(network.as(dana).cases.planStep({ ...plan, doer: ortiz.staffId })),
      refusalOf(network.as(cora).cases.planStep({ ...plan, doer: 'young-person' })),
    ]);
    expect(both.toSorted()).toEqual(['ALLOWED', 'CONFLICT']);
    expect(stepOn(await pageOf(dana), stepId)?.revision).toBe(2);
    expect(await tick(dana, stepId, 1)).toBe('CONFLICT');
  });

  test('a step that is done is not given to anybody', async () => {
    const stepId = await addStep(null);
    await tick(dana, stepId);
    const plan = { caseId, stepId, doer: null, dueOn: null, revision: 2 };
    expect(await refusalOf(network.as(dana).cases.planStep(plan))).toBe('CONFLICT');
  });
});

describe('a therapist who may write', () => {
  test('adds a step of the own agency under a goal of another, for the young person to see', async () => {
    const stepId = await addStep(sosa, sosa);
    const own = stepOn(await pageOf(sosa), stepId);
    expect(own).toMatchObject({ owner: 'River Clinic', parentId: goalId, mayTick: true, mayPlan: true });
    expect((await pageOf(sosa)).writes).toContain('case-plan');
    expect(stepOn(await network.asYouth(young).mine.open(), stepId)?.owner).toBe('River Clinic');
    expect(stepOn(await pageOf(dana), stepId)).toBeUndefined();
    await network.share(sosa, caseId, { as: dana }, ['case-plan']);
    expect(stepOn(await pageOf(dana), stepId)).toMatchObject({ owner: 'River Clinic', mayTick: false });
  });

  test('not under a goal that is not open to them', async () => {
    const { caseId: other } = await network.openCase(dana, 'Sam');
    await network.share(dana, other, { as: sosa, mayWrite: true }, ['service-linkage']);
    const { itemId } = await network.as(dana).cases.addGoal({ caseId: other, ownWords: 'Finish school' });
    const step = { caseId: other, goalId: itemId, text: 'x' };
    expect(await refusalOf(network.as(sosa).cases.addStep(step))).toBe('NOT_FOUND');
    const elsewhere = { caseId: other, goalId, text: 'x' };
    expect(await refusalOf(network.as(sosa).cases.addStep(elsewhere))).toBe('NOT_FOUND');
  });
});
