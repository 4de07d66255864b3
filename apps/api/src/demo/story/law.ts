import { dayFrom } from './days.ts';
import { as, type Stage, type Told } from './stage.ts';

/** An order of a court and a law on case teams, recorded by whoever leads, as they would be in the product. */
export async function recordLaw(stage: Stage, { caseId, young }: Told): Promise<void> {
  const { bases } = as(stage, young.lead);
  const { courtOrder, teamLaw } = young;
  const recipientOf = (who: keyof Stage['people']) =>
    ({ kind: 'staff', staffId: stage.people[who].staffId }) as const;
  if (courtOrder) {
    await bases.record({
      caseId,
      kind: 'court_order',
      recipient: recipientOf(courtOrder.to),
      categories: [...courtOrder.kinds],
      purposes: [...courtOrder.purposes],
      number: courtOrder.number,
      issuedOn: dayFrom(stage.now, -courtOrder.ago),
      endsOn: dayFrom(stage.now, courtOrder.days),
      told: 'in-person',
    });
  }
  if (teamLaw) {
    await bases.record({
      caseId,
      kind: 'team_statute',
      recipient: recipientOf(teamLaw.to),
      categories: [...teamLaw.kinds],
      sight: 'know',
      purposes: ['care-plan-coordination'],
      number: teamLaw.section,
      endsOn: dayFrom(stage.now, teamLaw.days),
      told: 'in-person',
    });
  }
}
