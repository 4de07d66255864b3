import type { CaseId } from '@accord/kernel';
import { useWords } from '@accord/ui';
import { LinkTo } from './links.tsx';

/** Above the title of every page that belongs to a case. It names nobody. */
export function BackToCase({ caseId }: { caseId: CaseId }) {
  const t = useWords('cases');
  return (
    <LinkTo to="/cases/$caseId" params={{ caseId }}>
      {t('page.back')}
    </LinkTo>
  );
}
