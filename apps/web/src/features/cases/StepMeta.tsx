import { useWords } from '@accord/ui';
import { shortDay } from '../../app/when.ts';
import type { Step } from './arrange.ts';
import css from './case.module.css';

/** Who does it, by when, and whose step it is where that is not the goal's own agency. */
export function StepMeta({ step, isGuest = false }: { step: Step; isGuest?: boolean }) {
  const t = useWords('plan');
  const doer = useDoerName(step);
  const parts = [
    doer ?? (step.mayPlan ? t('doer.nobody') : null),
    dueOf(step, t),
    isGuest ? t('step.from', { owner: step.owner }) : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return (
    <p className={css.stepMeta}>
      {parts.map((part) => (
        <span key={part} data-overdue={(step.isOverdue && part === dueOf(step, t)) || undefined}>
          {part}
        </span>
      ))}
    </p>
  );
}

/** As far as this reader may know them; null where there is nobody to name. */
export function useDoerName({ doer, doerSees, isMine }: Step): string | null {
  const t = useWords('plan');
  if (isMine) return t('doer.you');
  if (doer === null) return null;
  if ('youngPerson' in doer) return t('doer.youngPerson');
  return doerSees ? t('doer.other', doer) : t('doer.blind', doer);
}

/** Overdue is said in words: a colour alone says nothing to many. */
export function dueOf(
  { dueOn, isOverdue }: Pick<Step, 'dueOn' | 'isOverdue'>,
  t: ReturnType<typeof useWords<'plan'>>,
): string | null {
  if (dueOn === null) return null;
  return t(isOverdue ? 'due.was' : 'due.by', { day: shortDay(dueOn) });
}
