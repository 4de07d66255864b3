import { dayFrom } from './days.ts';
import { as, type Stage, type Told } from './stage.ts';

const HOUR = 3_600_000;

/** What came and what began, written down by whoever leads; some of it is done, with the number of its receiver. */
export async function recordDuties(stage: Stage, { caseId, young }: Told): Promise<void> {
  const { register } = as(stage, young.lead);
  for (const duty of young.duties ?? []) {
    const since = (hours: number) => new Date(stage.now.getTime() - hours * HOUR).toISOString();
    const receivedAt = since(duty.hoursAgo);
    if (duty.is === 'subpoena') {
      const answerBy = dayFrom(stage.now, duty.days);
      await register.record({ caseId, kind: 'subpoena', number: duty.number, receivedAt, answerBy });
      continue;
    }
    const { entryIds } = await register.record({ caseId, kind: 'duty', event: duty.is, receivedAt });
    for (const [index, confirmation] of (duty.confirmations ?? []).entries()) {
      const entryId = entryIds[index];
      // An hour after the agency had it, and then another.
      const doneAt = since(duty.hoursAgo - index - 1);
      if (entryId) await register.close({ caseId, entryId, outcome: 'done', confirmation, doneAt });
    }
  }
}
