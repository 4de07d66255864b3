import { LONGEST_DAYS } from '@accord/consent';
import { Button, DateField, useWords } from '@accord/ui';
import type { ComponentProps } from 'react';
import { inDays } from '../../app/when.ts';
import css from './consent.module.css';

const LENGTHS = [30, 90, 180];

type EndFieldProps = Omit<ComponentProps<typeof DateField>, 'label' | 'hint'> & {
  label?: string;
  onDays: (days: number) => void;
  /** In days from today. */
  longest?: number;
};

/** The last day. There is no choice without an end. */
export function EndField({ label, onDays, longest = LONGEST_DAYS, ...field }: EndFieldProps) {
  const t = useWords('permissions');
  return (
    <div>
      <DateField
        {...field}
        label={label ?? t('form.endsOn')}
        hint={t('form.endsOnHint')}
        min={inDays(0)}
        max={inDays(longest)}
      />
      <div className={css.quick}>
        {LENGTHS.map((days) => (
          <Button key={days} small onClick={() => onDays(days)}>
            {t('form.days', { count: days })}
          </Button>
        ))}
      </div>
    </div>
  );
}
