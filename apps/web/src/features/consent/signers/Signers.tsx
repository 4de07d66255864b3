import type { CaseId } from '@accord/kernel';
import { EmptyState, List, Page, Stack, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import { useFocusRescue } from '../../../app/focus.ts';
import { Happened, useNews } from '../../../app/Happened.tsx';
import { Loaded } from '../../../app/Loaded.tsx';
import { askAgain } from '../../../app/queries.ts';
import { NotShared } from '../../../app/routeStates.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { useNotShared } from '../../../app/useNotShared.ts';
import { useCodeName } from '../useCodeName.ts';
import { MajorityLine } from './MajorityLine.tsx';
import { RecordSigner } from './RecordSigner.tsx';
import { SignerCard } from './SignerCard.tsx';
import { useWho } from './useWho.ts';

interface SignersProps {
  caseId: CaseId;
  /** The link back to the case. */
  above: ReactNode;
  /** Links to the pages beside this one. */
  actions: ReactNode;
}

/** Who may sign beside the young person, what shows it, and who is not to. For whoever holds items of the case. */
export function Signers({ caseId, above, actions }: SignersProps) {
  const t = useWords('signers');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const code = useCodeName(caseId);
  const query = useQuery({ ...trpc.consent.signers.queryOptions({ caseId }), retryOnMount: false });
  const notShared = useNotShared(query);
  const { news, tell } = useNews();
  const who = useWho(query.data?.authorities ?? []);
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  const changed = async (sentence: string) => {
    await askAgain(queries, trpc.consent.signers.queryKey({ caseId }));
    tell(sentence);
  };
  if (notShared) return <NotShared />;
  return (
    <div ref={region}>
      <Page title={t('titleOf', { code })} above={above} lead={t('lead', { code })} actions={actions}>
        <Happened news={news} />
        <Loaded query={query}>
          {(signers) => (
            <Stack gap="loose">
              <MajorityLine signers={signers} code={code} />
              {signers.authorities.length === 0 ? (
                <EmptyState title={t('emptyTitle')}>{t('empty')}</EmptyState>
              ) : (
                <List label={t('label')}>
                  {signers.authorities.map((authority) => (
                    <SignerCard
                      key={authority.authorityId}
                      caseId={caseId}
                      authority={authority}
                      who={who(authority)}
                      code={code}
                      mayChange={signers.maySign}
                      onChanged={changed}
                    />
                  ))}
                </List>
              )}
              {signers.maySign ? <RecordSigner caseId={caseId} onRecorded={changed} /> : null}
            </Stack>
          )}
        </Loaded>
      </Page>
    </div>
  );
}
