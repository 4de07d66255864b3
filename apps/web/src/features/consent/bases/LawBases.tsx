import type { CaseId } from '@accord/kernel';
import { List, Section, Stack, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../../app/Loaded.tsx';
import { askAgain } from '../../../app/queries.ts';
import { useTRPC } from '../../../app/trpc.ts';
import css from '../consent.module.css';
import { BasisCard } from './BasisCard.tsx';

interface LawBasesProps {
  caseId: CaseId;
  code: string;
  /** The link that records one. */
  record: ReactNode;
  /** Told in one sentence what has changed. */
  onChanged: (sentence: string) => Promise<void>;
}

/** What opens the agency's items beside permissions, what it stands on, and how it ends. */
export function LawBases({ caseId, code, record, onChanged }: LawBasesProps) {
  const t = useWords('bases');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const query = useQuery({ ...trpc.bases.list.queryOptions({ caseId }), retryOnMount: false });
  const changed = async (sentence: string) => {
    await askAgain(queries, trpc.bases.list.queryKey({ caseId }));
    await onChanged(sentence);
  };
  return (
    <Section title={t('title')}>
      <Loaded query={query} lines={2}>
        {({ bases, mayRecord, mayEnd }) => (
          <Stack>
            <p className={css.soft}>{bases.length > 0 ? t('lead', { code }) : t('none')}</p>
            {bases.length > 0 ? (
              <List label={t('title')}>
                {bases.map((basis) => (
                  <BasisCard
                    key={basis.basisId}
                    caseId={caseId}
                    basis={basis}
                    code={code}
                    mayEnd={mayEnd}
                    onChanged={changed}
                  />
                ))}
              </List>
            ) : null}
            {mayRecord ? <div>{record}</div> : null}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
