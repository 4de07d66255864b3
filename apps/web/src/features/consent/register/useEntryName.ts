import type { DutyEntry } from '@accord/consent';
import { useWords } from '@accord/ui';

/** What an entry is called: the subpoena with its number, or what is to be done. */
export function useEntryName() {
  const t = useWords('register');
  return ({ clock, number }: Pick<DutyEntry, 'clock' | 'number'>): string =>
    clock === null ? t('subpoena', { number: number ?? '' }) : t(`clocks.${clock}`);
}
