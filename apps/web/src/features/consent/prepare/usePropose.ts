import { type CategoryCode, leastFor, type Need, NEEDS } from '@accord/consent';
import type { System } from '@accord/identity';
import type { Purpose } from '@accord/kernel';
import { useWords } from '@accord/ui';
import { inDays } from '../../../app/when.ts';

interface Proposed {
  need: string;
  categories: CategoryCode[];
  purpose: Purpose | '';
  endsOn: string;
}

/** From what something is for to the least that answers it, as the fields of the form hold it. */
export function usePropose() {
  const t = useWords('why');
  const line = (need: Need) => `${t(`needs.${need}`)}.`;
  return {
    line,
    /** A line that somebody wrote by themselves stays. Without a recipient their use is still to be chosen. */
    least: (need: Need, system: System | undefined, before: { need: string }): Proposed => {
      const isProposal = before.need === '' || NEEDS.some((each) => line(each) === before.need);
      const { categories, purpose, days } = leastFor(need, system ?? 'community');
      return {
        need: isProposal ? line(need) : before.need,
        categories: [...categories],
        purpose: system ? (purpose ?? '') : '',
        endsOn: inDays(days),
      };
    },
  };
}
