import type { CaseId } from '@accord/kernel';
import { Page, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../../app/Loaded.tsx';
import { askAgain } from '../../../app/queries.ts';
import { NotShared } from '../../../app/routeStates.tsx';
import { useStaff } from '../../../app/session.ts';
import { useTRPC, useTRPCClient } from '../../../app/trpc.ts';
import { useKnownCodeName } from '../useCodeName.ts';
import { RecordForm } from './RecordForm.tsx';

interface RecordBasisProps {
  caseId: CaseId;
  above: ReactNode;
  /** The link to the card of whom to call after hours. */
  toCard: (label: string) => ReactNode;
  onDone: () => void;
}

/** Records an order or a duty: for whoever writes for an agency that holds items of the case. */
export function RecordBasis({ caseId, above, toCard, onDone }: RecordBasisProps) {
  const t = useWords('bases');
  const permissions = useWords('permissions');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const me = useStaff();
  const code = useKnownCodeName(caseId) ?? permissions('form.theYoungPerson');
  const bases = useQuery({ ...trpc.bases.list.queryOptions({ caseId }), retryOnMount: false });
  const colleagues = useQuery(trpc.identity.colleagues.queryOptions());
  if (bases.error || bases.data?.mayRecord === false) return <NotShared />;
  const needsTwo = bases.data?.emergency.needsTwo ?? false;
  return (
    <Page title={t('form.title')} above={above} lead={t('form.lead', { code })}>
      <Loaded query={colleagues} lines={6}>
        {({ agencies }) => (
          <RecordForm
            caseId={caseId}
            code={code}
            agencies={agencies.filter(({ agencyId }) => agencyId !== me?.agency.agencyId)}
            emergency={{ needsTwo, onHold: bases.data?.emergency.onHold ?? false }}
            toCard={toCard}
            onCancel={onDone}
            onRecord={async (input) => {
              if (input.kind === 'emergency' && needsTwo) await client.emergencies.ask.mutate(input);
              else await client.bases.record.mutate(input);
              await askAgain(queries, trpc.bases.list.queryKey({ caseId }));
              await askAgain(queries, trpc.emergencies.list.queryKey());
              onDone();
            }}
          />
        )}
      </Loaded>
    </Page>
  );
}
