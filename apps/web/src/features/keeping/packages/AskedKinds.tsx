import { CATEGORIES, type CategoryCode } from '@accord/consent';
import { ChooseMany, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import css from './packages.module.css';

interface AskedKindsProps {
  id: string;
  /** What the order names. Left out: the everyday kinds. */
  first: readonly CategoryCode[] | undefined;
  error: ReactNode;
  value: readonly CategoryCode[];
  onChange: (codes: CategoryCode[]) => void;
}

const EVERYDAY = CATEGORIES.flatMap(({ code, existence }) => (existence === 'known' ? [code] : []));
const ALL = CATEGORIES.flatMap(({ code }) => (code === 'private-notes' ? [] : [code]));

/** What the paper asks for, which may be more than it gets: what is held out then says why. */
export function AskedKinds({ id, first = EVERYDAY, error, value, onChange }: AskedKindsProps) {
  const t = useWords('packages');
  const names = useWords('categories');
  const rest = ALL.filter((code) => !first.includes(code));
  const group = (codes: readonly CategoryCode[]) => ({
    choices: codes.map((code) => ({ value: code, label: names(`${code}.label`) })),
    value: value.filter((code) => codes.includes(code)),
    onChange: (chosen: CategoryCode[]) =>
      onChange([...value.filter((code) => !codes.includes(code)), ...chosen]),
  });
  return (
    <div>
      <ChooseMany
        id={id}
        legend={t('prepare.kinds')}
        hint={t('prepare.kindsHint')}
        error={error}
        {...group(first)}
      />
      <details className={css.more}>
        <summary>{t('prepare.moreKinds')}</summary>
        <ChooseMany id={`${id}-more`} legend={t('prepare.moreKinds')} {...group(rest)} />
      </details>
    </div>
  );
}
