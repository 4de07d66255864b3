import { as, type Stage, type Told } from './stage.ts';

/** Plans that were sent to be signed: whoever supervises has signed, and the young person has not answered yet. */
export async function signPlans(stage: Stage, stories: readonly Told[]): Promise<void> {
  for (const { caseId, young } of stories) {
    if (!young.planSignedBy) continue;
    const { planId } = await as(stage, young.lead).plans.send({ caseId });
    await as(stage, young.planSignedBy).plans.answer({ caseId, planId, answer: { is: 'signed' } });
  }
}
