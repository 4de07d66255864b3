import type { Authority } from '@accord/consent';
import { useWords } from '@accord/ui';
import { calendarDay } from '../../../app/when.ts';

/** What a signer is called: what they are to the young person, and since when where another one is the same. */
export function useWho(all: readonly Authority[]): (authority: Authority) => string {
  const t = useWords('signers');
  const plain = ({ capacity, relation }: Authority) =>
    relation === null ? t(`capacity.${capacity}`) : t(`relation.${relation}`);
  return (authority) => {
    const who = plain(authority);
    const alike = all.filter((one) => plain(one) === who);
    if (alike.length < 2) return who;
    return t('sinceNamed', { who, day: calendarDay(authority.sinceOn) });
  };
}
