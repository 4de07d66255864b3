import { dayFrom } from './days.ts';
import { as, type Stage, type Told } from './stage.ts';

/** How far back a request of the demo asks: a year. */
const YEAR_DAYS = 365;

/** Packages that somebody prepared by the order of a court, and that wait for a second person. */
export async function prepareRecords(stage: Stage, stories: readonly Told[]): Promise<void> {
  for (const { caseId, young } of stories) {
    if (!young.records) continue;
    const { preparedBy, number, receivedAgo, dueIn } = young.records;
    const { packages } = as(stage, preparedBy);
    const [order] = (await packages.open({ caseId })).orders;
    if (!order) throw new RangeError(`no order for ${number}`);
    await packages.prepare({
      caseId,
      demand: 'court-order',
      basisId: order.basisId,
      number,
      receivedOn: dayFrom(stage.now, -receivedAgo),
      dueOn: dayFrom(stage.now, dueIn),
      kinds: ['case-plan', 'service-linkage', 'cw-record'],
      firstDay: dayFrom(stage.now, -YEAR_DAYS),
      lastDay: dayFrom(stage.now, -receivedAgo),
    });
  }
}
