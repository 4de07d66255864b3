import type { Service } from '@accord/directory';
import type { CaseId } from '@accord/kernel';
import { Page, useWords } from '@accord/ui';
import { useState, type ReactNode } from 'react';
import { FindService } from './FindService.tsx';
import { ReferForm } from './ReferForm.tsx';

interface ReferProps {
  caseId: CaseId;
  above: ReactNode;
  onSent: () => void;
}

/** Find a service of the directory, say why, see who would read it, send. */
export function Refer({ caseId, above, onSent }: ReferProps) {
  const t = useWords('refer');
  const [service, setService] = useState<Service | null>(null);
  return (
    <Page title={t('title')} above={above} lead={t('lead')}>
      {/* The search stays as it was while a service is chosen. */}
      <div hidden={service !== null}>
        <FindService onChoose={setService} />
      </div>
      {service ? (
        <ReferForm caseId={caseId} service={service} onSent={onSent} onAnother={() => setService(null)} />
      ) : null}
    </Page>
  );
}
