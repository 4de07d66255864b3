import { ACCOUNTINGS, type AccountingList } from '@accord/consent';
import { CaseId } from '@accord/kernel';
import { ChooseOne, EmptyState, Page, SelectField, Stack, useWords } from '@accord/ui';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { Loaded } from '../../../app/Loaded.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import css from '../answers/answers.module.css';
import { Disclosures } from './Disclosures.tsx';
import { SaveAs } from './SaveAs.tsx';

/** Who of other agencies was given what, for whoever supervises cases. Nothing of it stands in the address. */
export function AccountingPage({
  above,
  answers,
}: {
  above: ReactNode;
  answers: (label: string) => ReactNode;
}) {
  const t = useWords('accounting');
  const other = useWords('answers');
  const trpc = useTRPC();
  const query = useQuery(trpc.answers.cases.queryOptions());
  const id = useId();
  const [chosen, setChosen] = useState('');
  const [list, setList] = useState<AccountingList>('all');
  const caseId = CaseId.safeParse(chosen).data;
  // Each asking is a line of the ledger: what was answered is not asked again by itself.
  const accounting = useQuery({
    ...trpc.answers.accounting.queryOptions(caseId ? { caseId, list } : skipToken),
    staleTime: Infinity,
    retry: false,
  });
  return (
    <Page title={t('title')} lead={t('lead')} above={above} actions={answers(t('toAnswers'))}>
      <Loaded query={query}>
        {({ cases }) =>
          cases.length === 0 ? (
            <EmptyState title={other('emptyTitle')}>{other('empty')}</EmptyState>
          ) : (
            <Stack gap="loose">
              <div className={css.screenOnly}>
                <Stack>
                  <SelectField
                    id={`${id}-case`}
                    label={t('case')}
                    value={chosen}
                    onChange={(event) => setChosen(event.currentTarget.value)}
                    options={[
                      { value: '', label: t('chooseCase') },
                      ...cases.map((each) => ({ value: each.caseId, label: each.codeName })),
                    ]}
                  />
                  <ChooseOne<AccountingList>
                    id={`${id}-list`}
                    legend={t('list')}
                    choices={ACCOUNTINGS.map((value) => ({
                      value,
                      label: t(`lists.${value}`),
                      hint: t(`listHint.${value}`),
                    }))}
                    value={list}
                    onChange={setList}
                  />
                </Stack>
              </div>
              {caseId ? (
                <Loaded query={accounting} lines={6}>
                  {(found) => (
                    <Stack>
                      <SaveAs caseId={caseId} accounting={found} />
                      <Disclosures accounting={found} />
                    </Stack>
                  )}
                </Loaded>
              ) : (
                <p className={css.soft}>{t('wait')}</p>
              )}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}
