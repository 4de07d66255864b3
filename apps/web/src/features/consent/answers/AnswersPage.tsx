import type { OverseenCases } from '@accord/consent';
import { CaseId } from '@accord/kernel';
import { EmptyState, Page, Stack, useWords } from '@accord/ui';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Loaded } from '../../../app/Loaded.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import css from './answers.module.css';
import { AnswerView } from './AnswerView.tsx';
import { NOTHING_CHOSEN, questionOf } from './question.ts';
import { QuestionForm } from './QuestionForm.tsx';

/** "Could this person see this on that day?", for whoever supervises cases. Nothing of it stands in the address. */
export function AnswersPage({
  above,
  accounting,
}: {
  above: ReactNode;
  accounting: (label: string) => ReactNode;
}) {
  const other = useWords('accounting');
  const t = useWords('answers');
  const trpc = useTRPC();
  const query = useQuery(trpc.answers.cases.queryOptions());
  return (
    <Page title={t('title')} lead={t('lead')} above={above} actions={accounting(other('link'))}>
      <Loaded query={query}>
        {({ cases }) =>
          cases.length === 0 ? (
            <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
          ) : (
            <Question cases={cases} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Question({ cases }: OverseenCases) {
  const t = useWords('answers');
  const trpc = useTRPC();
  const [values, setValues] = useState(NOTHING_CHOSEN);
  const caseId = CaseId.safeParse(values.caseId).data;
  const choices = useQuery(trpc.answers.choices.queryOptions(caseId ? { caseId } : skipToken));
  const asked = questionOf(values, choices.data?.people ?? []);
  // Each asking is a line of the ledger: what was answered is not asked again by itself.
  const answer = useQuery({
    ...trpc.answers.ask.queryOptions(asked ?? skipToken),
    staleTime: Infinity,
    retry: false,
  });
  return (
    <Stack gap="loose">
      <div className={css.screenOnly}>
        <QuestionForm
          cases={cases}
          choices={choices.data}
          values={values}
          onChange={(next) => setValues(next.caseId === values.caseId ? next : { ...next, what: '' })}
        />
      </div>
      <div aria-live="polite">
        {choices.isError ? <Loaded query={choices}>{() => null}</Loaded> : null}
        {asked ? (
          <Loaded query={answer} lines={6}>
            {(found) => <AnswerView answer={found} />}
          </Loaded>
        ) : (
          <p className={css.soft}>{t('wait')}</p>
        )}
      </div>
    </Stack>
  );
}
