import type { CaseId, ItemId, StaffActor, YouthActor } from '@accord/kernel';
import type { PlanId } from '@accord/plans';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Network } from '../support/network.ts';
import { refusalOf, sqlStateOf } from '../support/refused.ts';

// Two signatures on a version of the plan: whose they are, what they are about, and what ends them.

let network: Network;
let dana: StaffActor;
let cora: StaffActor;
let stan: StaffActor;
let olga: StaffActor;
let sosa: StaffActor;
let young: YouthActor;
let caseId: CaseId;
let needId: ItemId;

beforeAll(async () => {
  network = await Network.start();
  const [welfare, clinic] = [
    await network.addAgency('County Welfare', 'child-welfare'),
    await network.addAgency('River Clinic', 'mental-health'),
  ];
  dana = await network.addStaff(welfare, 'Dana');
  cora = await network.addStaff(welfare, 'Cora');
  stan = await network.addStaff(welfare, 'Stan');
  olga = await network.addStaff(welfare, 'Olga');
  sosa = await network.addStaff(clinic, 'Sosa');
});
afterAll(() => network.close());
beforeEach(async () => {
  ({ caseId, young } = await network.openCase(dana, 'Robin'));
  await network.assign(caseId, cora, 'assigned');
  await network.assign(caseId, stan, 'supervision');
  await network.share(dana, caseId, { as: sosa, mayWrite: true }, ['case-plan']);
  const need = { caseId, entry: 'work', ownWords: 'A job that pays', rating: 'plan' as const };
  ({ itemId: needId } = await network.as(dana).plans.add(need));
});

const SIGNED = { is: 'signed' } as const;
const BACK = { is: 'sent-back', reason: 'missing' } as const;
const send = async (by = dana) => (await network.as(by).plans.send({ caseId })).planId;
const answer = (by: StaffActor, planId: PlanId, word: typeof SIGNED | typeof BACK = SIGNED) =>
  network.as(by).plans.answer({ caseId, planId, answer: word });
const answerOwn = (planId: PlanId, word: typeof SIGNED | typeof BACK = SIGNED, by = young) =>
  network.asYouth(by).mine.answerPlan({ planId, answer: word });
const standing = async (by = dana) => network.as(by).plans.standing({ caseId });
const reword = (revision = 1) =>
  network.as(dana).plans.revise({ caseId, itemId: needId, ownWords: 'Any job', rating: 'now', revision });

test('a plan is agreed when a supervisor and the young person signed it, in either order', async () => {
  const planId = await send();
  await answerOwn(planId);
  expect((await standing()).version).toMatchObject({ state: 'waiting', young: { is: 'signed', by: null } });
  await answer(stan, planId);
  expect(await standing()).toMatchObject({
    version: { number: 1, state: 'agreed', isNow: true, supervisor: { is: 'signed', by: 'Stan' } },
    maySend: false,
  });
  expect((await network.asYouth(young).mine.plans()).plans).toMatchObject([{ planId, state: 'agreed' }]);
});

test('either sends it back, and then it is over until a new one is sent', async () => {
  const first = await send();
  await answerOwn(first, BACK);
  expect(await refusalOf(answer(stan, first))).toBe('CONFLICT');
  expect(await standing()).toMatchObject({
    version: { state: 'sent-back', young: { reason: 'missing' } },
    maySend: true,
  });
  const second = await send();
  await answer(stan, second, BACK);
  expect(await refusalOf(answerOwn(second))).toBe('CONFLICT');
  expect((await standing()).version).toMatchObject({ number: 2, supervisor: { is: 'sent-back' } });
});

test('who signed can think again; nobody signs twice', async () => {
  const planId = await send();
  await answerOwn(planId);
  expect(await refusalOf(answerOwn(planId))).toBe('CONFLICT');
  await answerOwn(planId, BACK);
  expect((await standing()).version).toMatchObject({ state: 'sent-back' });
});

test('the word is another’s than sent it, who answers for the case; nobody speaks for the young person', async () => {
  const planId = await send();
  for (const by of [dana, cora, olga, sosa]) expect(await refusalOf(answer(by, planId))).toBe('NOT_FOUND');
  expect(await refusalOf(standing(olga))).toBe('NOT_FOUND');
  expect(await standing(sosa)).toEqual({ version: null, maySend: false });
  const other = await network.openCase(dana, 'Sam');
  expect(await refusalOf(answerOwn(planId, SIGNED, other.young))).toBe('NOT_FOUND');
  expect((await network.asYouth(other.young).mine.plans()).plans).toEqual([]);
  const elsewhere = { caseId: other.caseId, planId, answer: SIGNED };
  expect(await refusalOf(network.as(stan).plans.answer(elsewhere))).toBe('NOT_FOUND');
  await network.assign(caseId, cora, 'supervision');
  const again = await refusalOf(network.as(cora).plans.send({ caseId }));
  expect(again).toBe('CONFLICT');
});

test('a supervisor who sent it themselves does not sign it', async () => {
  await network.assign(caseId, cora, 'supervision');
  const planId = await send(cora);
  expect(await refusalOf(answer(cora, planId))).toBe('CONFLICT');
  await answer(stan, planId);
});

test('a plan that changed since is signed by nobody; a step that was ticked changes nothing', async () => {
  const goal = await network.as(dana).cases.addGoal({ caseId, ownWords: 'Earn my own money' });
  const step = { caseId, goalId: goal.itemId, text: 'Write a letter' };
  const { itemId: stepId } = await network.as(dana).cases.addStep(step);
  const first = await send();
  await network.as(dana).cases.setStep({ caseId, stepId, done: true, revision: 1 });
  expect((await standing()).version).toMatchObject({ isNow: true });
  await reword();
  expect(await standing()).toMatchObject({ version: { isNow: false }, maySend: true });
  expect(await refusalOf(answer(stan, first))).toBe('CONFLICT');
  expect(await refusalOf(answerOwn(first))).toBe('CONFLICT');
  const second = await send();
  expect(await refusalOf(answerOwn(first))).toBe('CONFLICT');
  await answerOwn(second);
});

test('what the young person does not see is in no plan that they sign', async () => {
  await send();
  const worry = { caseId, entry: 'worry', ownWords: 'I lie awake', rating: 'now' as const };
  await network.as(dana).plans.add(worry);
  expect(await standing()).toMatchObject({ version: { isNow: true }, maySend: false });
});

test('another agency’s plan is its own, and an empty one is not sent', async () => {
  expect(await refusalOf(network.as(olga).plans.send({ caseId }))).toBe('NOT_FOUND');
  expect(await refusalOf(network.as(sosa).plans.send({ caseId }))).toBe('CONFLICT');
  const empty = await network.openCase(dana, 'Lee');
  expect(await refusalOf(network.as(dana).plans.send({ caseId: empty.caseId }))).toBe('CONFLICT');
});

test('each word leaves its line in the ledger, and the young person reads it', async () => {
  const planId = await send();
  await answer(stan, planId, BACK);
  const { looks } = await network.asYouth(young).mine.looks();
  expect(looks.slice(0, 2)).toMatchObject([
    { who: 'Stan', action: 'plan-returned', what: ['case-plan'] },
    { who: 'Dana', action: 'plan-sent', what: ['case-plan'] },
  ]);
});

test('nobody writes a signature by hand', async () => {
  const planId = await send();
  const forge = (actor: StaffActor | YouthActor, how: 'update' | 'insert') =>
    sqlStateOf(network, actor, caseId, (tx) =>
      how === 'update'
        ? tx`update plan_version set young_answer = 'signed', young_at = now() where id = ${planId}`
        : tx`insert into plan_version select * from plan_version where id = ${planId}`,
    );
  for (const actor of [dana, stan, young]) {
    expect([await forge(actor, 'update'), await forge(actor, 'insert')]).toEqual(['42501', '42501']);
  }
  const seen = await network.database.withActor(
    sosa,
    { purpose: 'care-plan-coordination', cases: [caseId] },
    (tx) => tx`select id from plan_version`,
  );
  expect(seen).toHaveLength(0);
});

test('of two who send at once one does, and the plan has one version', async () => {
  const sent = await Promise.all([dana, cora].map((by) => refusalOf(network.as(by).plans.send({ caseId }))));
  expect(sent.toSorted()).toEqual(['ALLOWED', 'CONFLICT']);
  expect((await standing()).version).toMatchObject({ number: 1, state: 'waiting' });
});

test('of two words at once both stand, or the one that came second was too late', async () => {
  const planId = await send();
  const said = await Promise.all([refusalOf(answer(stan, planId)), refusalOf(answerOwn(planId, BACK))]);
  const { version } = await standing();
  expect(version).toMatchObject({ state: 'sent-back', young: { is: 'sent-back' } });
  expect(version?.supervisor === null).toBe(said[0] === 'CONFLICT');
  expect(said[1]).toBe('ALLOWED');
});

test('while a hold stands no version is deleted, by the owner of the tables either', async () => {
  await send();
  await network.as(dana).keeping.placeHold({ caseId, reason: 'court-case' });
  const gone = network.owner((sql) => sql`delete from plan_version where case_id = ${caseId}`);
  await expect(gone).rejects.toMatchObject({ code: 'AC409' });
});
