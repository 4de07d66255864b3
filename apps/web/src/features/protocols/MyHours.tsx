import { Section, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../app/Loaded.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { calendarDay } from '../../app/when.ts';
import css from './protocols.module.css';

/** An advisor's own time, counted for them: by day, and in all. */
export function MyHours() {
  const t = useWords('protocols');
  const trpc = useTRPC();
  const query = useQuery(trpc.reviews.hours.queryOptions());
  const inWords = (minutes: number) =>
    minutes < 60
      ? t('hours.minutes', { minutes })
      : t('hours.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  return (
    <Section title={t('hours.title')}>
      <p className={css.soft}>
        {t('hours.lead')} {t('hours.rule')}
      </p>
      <Loaded query={query} lines={2}>
        {({ minutes, days }) =>
          days.length === 0 ? (
            <p>{t('hours.empty')}</p>
          ) : (
            <>
              <p className={css.total}>{t('hours.total', { time: inWords(minutes) })}</p>
              <ul className={css.days}>
                {days.map(({ day, title, minutes: own }) => (
                  <li key={`${day} ${title}`}>
                    <span className={css.soft}>{calendarDay(day)}</span>
                    <span>{t('hours.line', { title, time: inWords(own) })}</span>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
