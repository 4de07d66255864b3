import type { Answer, AnswerSpan } from '@accord/consent';
import { Card, Chip, Facts, useWords } from '@accord/ui';
import css from './answers.module.css';
import { RuleLine, Trace } from './Trace.tsx';
import { useWhen } from './useWhen.ts';

/** A part of the day in which the answer was one: what it was, why, what would have opened it, and every rule. */
export function SpanCard({ answer, span }: { answer: Answer; span: AnswerSpan }) {
  const t = useWords('answers');
  const law = useWords('law');
  const { open, reason, differs, firstFailing, cures, policyVersion, trace } = span;
  const when = useWhen(answer)(span);
  const facts = [
    ...(open || !firstFailing ? [] : [{ term: t('firstFailing'), value: <RuleLine line={firstFailing} /> }]),
    ...(cures.length > 0
      ? [{ term: t('cures'), value: cures.map((cure) => law(`cure.${cure}`)).join(' ') }]
      : []),
    { term: t('policy'), value: policyVersion ?? t('noPolicy') },
  ];
  return (
    <Card as="li">
      <div className={css.span}>
        <div className={css.head}>
          <span>{when}</span>
          <Chip tone={open ? 'ok' : 'neutral'}>{t(open ? 'open' : 'closed')}</Chip>
        </div>
        <p>{law(`officer.${reason}`)}</p>
        {differs ? <p>{t(reason.startsWith('BY_') ? 'differs' : 'differsOpen')}</p> : null}
        <Facts facts={facts} />
        <details className={css.trace}>
          <summary aria-label={t('traceNamed', { when })}>{t('trace')}</summary>
          <Trace lines={trace} />
        </details>
        <div className={css.printed}>
          <p>{t('trace')}</p>
          <Trace lines={trace} />
        </div>
      </div>
    </Card>
  );
}
