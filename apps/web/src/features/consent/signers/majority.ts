import { REPAPER_DAYS, type Signers } from '@accord/consent';
import { inDays } from '../../../app/when.ts';

const DAY = 86_400_000;

/** Where a young person stands to the day on which they come of age. */
export type Majority =
  | { is: 'unknown' }
  | { is: 'coming' | 'near'; on: string; signsFrom: string }
  | { is: 'over'; on: string };

/** `near`: they can sign for the time after it from now on. Days are calendar days such as `2027-05-04`. */
export function majorityOf({ majorityOn }: Pick<Signers, 'majorityOn'>, today = inDays(0)): Majority {
  if (majorityOn === null) return { is: 'unknown' };
  const left = (Date.parse(majorityOn) - Date.parse(today)) / DAY;
  if (left <= 0) return { is: 'over', on: majorityOn };
  const signsFrom = new Date(Date.parse(majorityOn) - REPAPER_DAYS * DAY).toISOString().slice(0, 10);
  return { is: left <= REPAPER_DAYS ? 'near' : 'coming', on: majorityOn, signsFrom };
}
