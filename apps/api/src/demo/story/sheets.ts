import { as, type Stage, type Told } from './stage.ts';

/** What helps them, and what they told once, as whoever leads wrote it down with them. */
export async function tellSheets(stage: Stage, { caseId, young }: Told): Promise<void> {
  const { care } = as(stage, young.lead);
  if (young.card) await care.write({ caseId, seen: null, sheet: { kind: 'card', card: { ...young.card } } });
  if (!young.told) return;
  const { holder, topics, again = 0 } = young.told;
  const told = { holderId: stage.agencies[holder], topics: [...topics] };
  await care.write({ caseId, seen: null, sheet: { kind: 'told-once', told } });
  for (let time = 0; time < again; time += 1) await care.toldAgain({ caseId });
}
