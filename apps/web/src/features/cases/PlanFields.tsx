import type { Doers } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { DateField, SelectField, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTRPC } from '../../app/trpc.ts';
import type { Step } from './arrange.ts';

/** Who does a step and by when, as the fields of a form hold it; empty is nobody, and no day. */
export interface PlanValues extends Record<string, string> {
  doer: string;
  dueOn: string;
}

export const YOUNG = 'young-person';

export const planInput = ({ doer, dueOn }: PlanValues) => ({
  doer: doer === '' ? null : doer,
  dueOn: dueOn === '' ? null : dueOn,
});

export function planOf({ doer, dueOn }: Pick<Step, 'doer' | 'dueOn'>): PlanValues {
  const id = doer === null ? '' : 'youngPerson' in doer ? YOUNG : doer.staffId;
  return { doer: id, dueOn: dueOn ?? '' };
}

export function useDoers(caseId: CaseId) {
  return useQuery(useTRPC().cases.doers.queryOptions({ caseId }));
}

interface PlanFieldsProps {
  doers: Doers['doers'];
  field: (name: 'doer' | 'dueOn') => {
    id: string;
    value: string;
    error: ReactNode;
    onChange: (event: { currentTarget: { value: string } }) => void;
  };
}

/** Only people who would see the step can be chosen: the server says who they are. */
export function PlanFields({ doers, field }: PlanFieldsProps) {
  const t = useWords('plan');
  const common = useWords('common');
  const byAgency = [...Map.groupBy(doers, ({ agency }) => agency)].map(([group, people]) => ({
    group,
    items: people.map(({ staffId, name, title }) => ({ value: staffId, label: `${name}, ${title}` })),
  }));
  return (
    <>
      <SelectField
        {...field('doer')}
        label={t('doer.label')}
        hint={t('doer.hint')}
        options={[
          { value: '', label: t('doer.nobody') },
          { value: YOUNG, label: t('doer.youngPerson') },
          ...byAgency,
        ]}
      />
      <DateField {...field('dueOn')} label={common('optional', { label: t('due.label') })} />
    </>
  );
}
