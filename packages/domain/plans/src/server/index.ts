export { addPart } from './add-part.ts';
export { partHistory } from './part-history.ts';
export { revisePart } from './revise-part.ts';
export { answerMyPlan, answerPlan, myPlans, planStanding, sendPlan } from './signing.ts';
