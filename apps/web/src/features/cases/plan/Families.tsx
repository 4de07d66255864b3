import { useLanguage, useWords } from '@accord/ui';
import { useId } from 'react';
import { listed } from '../../../app/when.ts';
import type { Goal } from '../arrange.ts';
import { familiesOf, type Part } from './parts.ts';
import css from './plan.module.css';

/** The seven families of services, and which of them the plan leaves empty. */
export function Families({ parts, goals }: { parts: readonly Part[]; goals: readonly Goal[] }) {
  const t = useWords('needs');
  const language = useLanguage();
  const heading = useId();
  return (
    <div className={css.kind}>
      <p className={css.heading} id={heading}>
        {t('families.title')}
      </p>
      <p className={css.soft}>{t('families.lead')}</p>
      <ul className={css.families} aria-labelledby={heading}>
        {familiesOf(parts, goals).map(({ family, goals: count, missing }) => (
          <li key={family} data-missing={missing.length > 0 || undefined}>
            <span className={css.family}>{t(`families.${family}`)}</span>
            <span className={css.soft}>
              {[
                count > 0 ? t('families.goals', { count }) : null,
                missing.length > 0
                  ? t(count > 0 ? 'families.alsoMissing' : 'families.missing', {
                      needs: listed(missing.map(({ name }) => name[language])),
                    })
                  : null,
              ]
                .filter(Boolean)
                .join('. ') || t('families.unasked')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
