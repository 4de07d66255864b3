import { useWords } from '@accord/ui';
import { Sign } from './Sign.tsx';
import css from './grid.module.css';

const STATES = ['all', 'some', 'none', 'paused', 'never'] as const;

export function Legend() {
  const t = useWords('grid');
  return (
    <ul className={css.legend} aria-label={t('legend.label')}>
      {STATES.map((state) => (
        <li key={state}>
          <Sign state={state} />
          {t(`state.${state}`)}: {t(`legend.${state}`)}
        </li>
      ))}
      <li>
        § {t('byLaw')}: {t('legend.law')}
      </li>
      <li>{t('legend.soon')}</li>
    </ul>
  );
}
