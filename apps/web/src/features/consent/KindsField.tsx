import { CATEGORIES, SHAREABLE, type CategoryCode } from '@accord/consent';
import { ChooseMany, useWords } from '@accord/ui';
import { type ReactNode, useState } from 'react';
import css from './consent.module.css';

const isQuiet = new Set(CATEGORIES.filter((entry) => entry.existence === 'quiet').map((entry) => entry.code));
/** So few that none of them needs to be folded away. */
const FEW = 6;

interface KindsFieldProps {
  id: string;
  /** The kinds to choose from. Left out: whatever a permission can name. */
  only?: readonly CategoryCode[];
  /** Left out: what somebody would see by a permission. */
  legend?: string;
  hint?: string;
  error: ReactNode;
  value: readonly CategoryCode[];
  onChange: (codes: CategoryCode[]) => void;
}

/** Everyday kinds in sight; the more private ones, whose very existence stays unknown, one step further. */
export function KindsField({ id, only = SHAREABLE, legend, hint, error, value, onChange }: KindsFieldProps) {
  const t = useWords('permissions');
  const names = useWords('categories');
  const everyday = only.filter((code) => only.length <= FEW || !isQuiet.has(code));
  const folded = only.filter((code) => !everyday.includes(code));
  // what is chosen already is in sight
  const [startsOpen] = useState(() => value.some((code) => folded.includes(code)));
  const choices = (codes: readonly CategoryCode[]) =>
    codes.map((code) => ({ value: code, label: names(`${code}.label`), hint: names(`${code}.hint`) }));
  const change = (part: readonly CategoryCode[]) => (codes: CategoryCode[]) =>
    onChange([...value.filter((code) => !part.includes(code)), ...codes]);
  return (
    <div>
      <ChooseMany
        id={id}
        legend={legend ?? t('form.kinds')}
        hint={hint ?? t('form.kindsHint')}
        error={error}
        choices={choices(everyday)}
        value={value.filter((code) => everyday.includes(code))}
        onChange={change(everyday)}
      />
      <details className={css.more} hidden={folded.length === 0} open={startsOpen}>
        <summary>{t('form.moreKinds')}</summary>
        <ChooseMany
          id={`${id}-private`}
          legend={t('form.moreKinds')}
          choices={choices(folded)}
          value={value.filter((code) => folded.includes(code))}
          onChange={change(folded)}
        />
      </details>
    </div>
  );
}
