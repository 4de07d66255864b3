import type { CaseId, ItemId } from '@accord/kernel';
import { useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../app/Loaded.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { calendarDay } from '../../app/when.ts';
import css from './case.module.css';

const REASONS = [
  'own-colleague',
  'court-order',
  'team-statute',
  'mandate',
  'emergency',
  'permission',
] as const;
type Reason = (typeof REASONS)[number];
const reasonOf = (reason: string): Reason => REASONS.find((each) => each === reason) ?? 'permission';

/** On what each reader of an item stands, and until when. */
export function Readers({ caseId, itemId }: { caseId: CaseId; itemId: ItemId }) {
  const t = useWords('why');
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.consent.why.queryOptions({ caseId, itemId }), retryOnMount: false });
  return (
    <Loaded query={query} lines={2}>
      {(why) =>
        why.is === 'closed' || why.readers.length === 0 ? (
          <p>{t('noReaders')}</p>
        ) : (
          <ul className={css.readers} aria-label={t('readers')}>
            {why.readers.map(({ name, agency, reason, endsOn }) => (
              <li key={`${name} ${agency}`}>
                {t('reader', { name, agency, reason: t(`reasons.${reasonOf(reason)}`) })}{' '}
                {endsOn ? t('until', { day: calendarDay(endsOn) }) : null}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
