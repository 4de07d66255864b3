import { CATEGORIES, SHAREABLE, type CategoryCode } from '@accord/consent';
import { ChooseMany, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import css from './consent.module.css';

const isQuiet = new Set(CATEGORIES.filter((entry) => entry.existence === 'quiet').map((entry) => entry.code));
const EVERYDAY = SHAREABLE.filter((code) => !isQuiet.has(code));
const PRIVATE = SHAREABLE.filter((code) => isQuiet.has(code));

interface KindsFieldProps {
  id: string;
  error: ReactNode;
  value: readonly CategoryCode[];
  onChange: (codes: CategoryCode[]) => void;
}

/** Everyday kinds in sight; the more private ones, whose very existence stays unknown, one step further. */
export function KindsField({ id, error, value, onChange }: KindsFieldProps) {
  const t = useWords('permissions');
  const names = useWords('categories');
  const choices = (codes: readonly CategoryCode[]) =>
    codes.map((code) => ({ value: code, label: names(`${code}.label`), hint: names(`${code}.hint`) }));
  const change = (part: readonly CategoryCode[]) => (codes: CategoryCode[]) =>
    onChange([...value.filter((code) => !part.includes(code)), ...codes]);
  return (
    <div>
      <ChooseMany
        id={id}
        legend={t('form.kinds')}
        hint={t('form.kindsHint')}
        error={error}
        choices={choices(EVERYDAY)}
        value={value.filter((code) => EVERYDAY.includes(code))}
        onChange={change(EVERYDAY)}
      />
      <details className={css.more}>
        <summary>{t('form.moreKinds')}</summary>
        <ChooseMany
          id={`${id}-private`}
          legend={t('form.moreKinds')}
          choices={choices(PRIVATE)}
          value={value.filter((code) => PRIVATE.includes(code))}
          onChange={change(PRIVATE)}
        />
      </details>
    </div>
  );
}
