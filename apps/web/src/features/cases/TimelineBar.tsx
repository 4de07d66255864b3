import type { AgencyId } from '@accord/kernel';
import { Button, useWords } from '@accord/ui';
import { useId, type ReactNode } from 'react';
import { SHOW_CHOICES, type TimelineFilter } from './filter.ts';
import css from './case.module.css';

interface TimelineBarProps {
  filter: TimelineFilter;
  owners: readonly { id: AgencyId; name: string }[];
  onFilter: (filter: TimelineFilter) => void;
}

/** Filters, not tabs: the one timeline stays where it is. */
export function TimelineBar({ filter, owners, onFilter }: TimelineBarProps) {
  const t = useWords('plan');
  return (
    <div className={css.filters}>
      <Choices label={t('filter.show')}>
        {SHOW_CHOICES.map((show) => (
          <Choice key={show ?? 'all'} on={filter.show === show} onClick={() => onFilter({ ...filter, show })}>
            {t(`filter.${show ?? 'all'}`)}
          </Choice>
        ))}
      </Choices>
      {owners.length > 1 || filter.by ? (
        <Choices label={t('filter.by')}>
          <Choice on={!filter.by} onClick={() => onFilter({ ...filter, by: undefined })}>
            {t('filter.everyone')}
          </Choice>
          {owners.map(({ id, name }) => (
            <Choice key={id} on={filter.by === id} onClick={() => onFilter({ ...filter, by: id })}>
              {name}
            </Choice>
          ))}
        </Choices>
      ) : null}
    </div>
  );
}

function Choices({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={css.filter}>
      <span id={id} className={css.label}>
        {label}
      </span>
      {children}
    </div>
  );
}

function Choice({ on, onClick, children }: { on: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <Button small kind={on ? 'choice' : 'quiet'} aria-pressed={on} onClick={onClick}>
      {children}
    </Button>
  );
}
