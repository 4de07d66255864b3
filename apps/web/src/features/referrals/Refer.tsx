import type { Service } from '@accord/directory';
import type { CaseId } from '@accord/kernel';
import { Page, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { NotShared, Pending } from '../../app/routeStates.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { useNotShared } from '../../app/useNotShared.ts';
import type { AskLink } from './ask.ts';
import { FindService } from './FindService.tsx';
import { ReferForm } from './ReferForm.tsx';

interface ReferProps {
  caseId: CaseId;
  /** The page of results; what was searched for stands nowhere but on the screen. */
  page: number;
  onPage: (page: number) => void;
  above: ReactNode;
  ask: AskLink;
  onSent: () => void;
}

/** Find a service of the directory, see who would get it, say why, send. For those who may, and for nobody else. */
export function Refer({ caseId, page, onPage, above, ask, onSent }: ReferProps) {
  const t = useWords('refer');
  const trpc = useTRPC();
  // Who holds nothing of this case gets no form about it.
  const access = useQuery({ ...trpc.consent.list.queryOptions({ caseId }), retryOnMount: false });
  const notShared = useNotShared(access);
  const [service, setService] = useState<Service | null>(null);
  if (notShared) return <NotShared />;
  if (access.isPending) return <Pending delay={300} onRetry={() => void access.refetch()} />;
  return (
    <Page title={t('title')} above={above} lead={t('lead')}>
      {/* The search stays as it was while a service is chosen. */}
      <div hidden={service !== null}>
        <FindService page={page} onPage={onPage} onChoose={setService} />
      </div>
      {service ? (
        <ReferForm
          key={service.serviceId}
          caseId={caseId}
          service={service}
          ask={ask}
          onSent={onSent}
          onAnother={() => setService(null)}
        />
      ) : null}
    </Page>
  );
}
