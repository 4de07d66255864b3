import type { CaseChanged } from '@accord/cases';
import { Section, useWords } from '@accord/ui';
import { sinceWhen } from '../../../app/when.ts';
import type { LinkToCase } from './TodayPage.tsx';
import css from './today.module.css';

/** Cases in which others wrote since the reader's last look: how much and when, and not what. */
export function ChangedCases({ changed, linkTo }: { changed: readonly CaseChanged[]; linkTo: LinkToCase }) {
  const t = useWords('today');
  return (
    <Section title={t('changed.title')}>
      {changed.length === 0 ? (
        <p className={css.soft}>{t('changed.empty')}</p>
      ) : (
        <ul className={css.list}>
          {changed.map(({ caseId, codeName, changes, lastAt, lookedAt }) => (
            <li key={caseId} className={css.line}>
              <p className={css.about}>
                {linkTo(caseId, codeName)}
                <span>
                  {lookedAt === null
                    ? t('changed.notLooked')
                    : t('changed.since', { count: changes, when: sinceWhen(lastAt) })}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
