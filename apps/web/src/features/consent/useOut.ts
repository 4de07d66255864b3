import type { Stopped } from '@accord/consent';
import { useWords } from '@accord/ui';
import { calendarDay, listed } from '../../app/when.ts';
import { useKindsSentence } from './Kinds.tsx';

/** Days that a sentence can name; it says how many there are in any case. */
const NAMED = 5;

/** "They have read Goals and steps on 3 days: …. That cannot be called back." */
export function useOut(): (out: Stopped['out']) => string {
  const t = useWords('bases');
  const kinds = useKindsSentence();
  return (out) => {
    const days = [...new Set(out.flatMap((each) => each.days))].toSorted();
    if (days.length === 0) return t('out.none');
    const last = listed(days.slice(-NAMED).map((on) => calendarDay(on)));
    return t('out.read', {
      count: days.length,
      kinds: kinds(out.map(({ kind }) => kind)),
      days: days.length > NAMED ? t('out.latest', { days: last }) : last,
    });
  };
}
