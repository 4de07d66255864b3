import type { Coming } from '@accord/cases';
import { Section, useWords } from '@accord/ui';
import { instant } from '../../../app/when.ts';
import type { LinkToCase } from './TodayPage.tsx';
import css from './today.module.css';

/** Appointments of the week that begins now. */
export function ComingUp({ coming, linkTo }: { coming: readonly Coming[]; linkTo: LinkToCase }) {
  const t = useWords('today');
  return (
    <Section title={t('coming.title')}>
      {coming.length === 0 ? (
        <p className={css.soft}>{t('coming.empty')}</p>
      ) : (
        <ul className={css.list}>
          {coming.map(({ itemId, caseId, codeName, what, place, startsAt }) => (
            <li key={itemId} className={css.line}>
              <p>{what}</p>
              <p className={css.about}>
                {linkTo(caseId, codeName)}
                <time dateTime={startsAt}>{instant(startsAt)}</time>
                {place ? <span>{place}</span> : null}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
