import type { Keeping } from '@accord/cases';
import { Section, useWords } from '@accord/ui';
import { calendarDay, dayOf } from '../../app/when.ts';
import css from './keeping.module.css';
import { useRule } from './useRule.ts';

/** Each kind that the agency holds of the case, with the rule that keeps it and its source. */
export function KeptKinds({ keeping: { kinds, papers } }: { keeping: Keeping }) {
  const t = useWords('keeping');
  const categories = useWords('categories');
  const ruleOf = useRule();
  if (kinds.length === 0) return null;
  return (
    <Section title={t('kinds.title')}>
      <p className={css.soft}>{t('kinds.lead')}</p>
      <dl className={css.kinds}>
        {kinds.map(({ kind, rule, until }) => (
          <div key={kind}>
            <dt>{categories(`${kind}.label`)}</dt>
            <dd>
              <strong>
                {until === null ? t('kinds.kept') : t('kinds.until', { day: calendarDay(dayOf(until)) })}
              </strong>
              <span>{rule === null ? t('kinds.noRule') : ruleOf(rule)}</span>
              {rule !== null && until === null ? <span>{t('kinds.noBirthday')}</span> : null}
            </dd>
          </div>
        ))}
        {papers ? (
          <div>
            <dt>{t('kinds.papers')}</dt>
            <dd>
              <strong>
                {papers === 'standing'
                  ? t('kinds.kept')
                  : t('kinds.until', { day: calendarDay(dayOf(papers.until)) })}
              </strong>
              <span>{t('kinds.papersWhy')}</span>
            </dd>
          </div>
        ) : null}
      </dl>
    </Section>
  );
}
