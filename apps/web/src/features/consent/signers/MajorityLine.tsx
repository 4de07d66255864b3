import type { Signers } from '@accord/consent';
import { Notice, useWords } from '@accord/ui';
import { calendarDay } from '../../../app/when.ts';
import { majorityOf } from './majority.ts';

/** How old they are, and what changes on the day on which they come of age. */
export function MajorityLine({ signers, code }: { signers: Signers; code: string }) {
  const t = useWords('signers');
  const majority = majorityOf(signers);
  const years = signers.years === null ? null : t('majority.years', { count: signers.years });
  if (majority.is === 'unknown') return <Notice tone="care">{t('majority.unknown')}</Notice>;
  const day = calendarDay(majority.on);
  return (
    <Notice {...(majority.is === 'near' ? { tone: 'plum' as const } : {})}>
      {majority.is === 'over' ? (
        <p>{[years, t('majority.over', { day })].join(' ')}</p>
      ) : (
        <>
          <p>{[years, t('majority.coming', { day })].join(' ')}</p>
          <p>
            {majority.is === 'near'
              ? t('majority.near', { code })
              : t('majority.from', { day: calendarDay(majority.signsFrom), code })}
          </p>
        </>
      )}
    </Notice>
  );
}
