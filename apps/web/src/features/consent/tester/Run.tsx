import type { PolicyCaseRun } from '@accord/consent';
import { Facts, Notice, useWords } from '@accord/ui';
import { RuleLine, Trace } from '../answers/Trace.tsx';
import css from './tester.module.css';
import { useSaid } from './useNames.ts';

interface RunProps {
  run: PolicyCaseRun;
  name: string;
  /** It is said that this had to be the answer. */
  isAsMust?: boolean;
}

/** What the rule answered just now: why, what would open it, and folded away every rule that was asked. */
export function Run({ run, name, isAsMust = false }: RunProps) {
  const t = useWords('tester');
  const answers = useWords('answers');
  const law = useWords('law');
  const said = useSaid();
  const { answered, misread, firstFailing, cures, trace } = run;
  if (answered === null) return <Notice tone="care">{t('notAsked')}</Notice>;
  if (misread !== null) return <Notice tone="care">{t('misread', { element: misread })}</Notice>;
  const facts = [
    { term: t(isAsMust ? 'answeredAsMust' : 'answered'), value: said(answered) },
    ...(answered.decision === 'permit' || !firstFailing
      ? []
      : [{ term: answers('firstFailing'), value: <RuleLine line={firstFailing} /> }]),
    ...(cures.length > 0
      ? [{ term: t('cures'), value: cures.map((cure) => law(`cure.${cure}`)).join(' ') }]
      : []),
  ];
  return (
    <>
      <Facts facts={facts} />
      <details className={css.trace}>
        <summary aria-label={t('traceNamed', { name })}>{answers('trace')}</summary>
        <Trace lines={trace} />
      </details>
    </>
  );
}
