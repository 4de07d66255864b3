import type { LawInForce } from '@accord/consent';
import { useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { stateName } from './state-names.ts';
import css from './state-law.module.css';

interface LawFootProps {
  law: LawInForce | null;
  /** The link to what the states say, with these words. */
  link: (words: string) => ReactNode;
}

/** Below what was judged by rules: by whose, in which version, and how far they can be relied on. */
export function LawFoot({ law, link }: LawFootProps) {
  const t = useWords('stateLaw');
  if (!law) {
    return (
      <p className={css.foot}>
        {t('footNone')} {link(t('footLink'))}
      </p>
    );
  }
  const { state, version, cautions } = law;
  return (
    <p className={css.foot}>
      {link(t('foot', { state: stateName(state), version }))}
      {cautions.map((caution) => `, ${t(`footCautions.${caution}`)}`).join('')}
    </p>
  );
}
