import type { CasePage } from '@accord/cases';
import { EmptyState, List, Section, Stack, useWords } from '@accord/ui';
import { useStaff } from '../../../app/session.ts';
import type { ArrangedPage } from '../arrange.ts';
import { AddPart } from './AddPart.tsx';
import { Families } from './Families.tsx';
import { PartCard } from './PartCard.tsx';
import { byKind } from './parts.ts';
import { Signatures } from './Signatures.tsx';
import css from './plan.module.css';

interface PlanPartsProps {
  page: CasePage;
  arranged: ArrangedPage;
  refresh: () => Promise<void>;
}

/** The plan beside its goals, strengths first. Nothing is scored and nothing is added up. */
export function PlanParts({ page, arranged, refresh }: PlanPartsProps) {
  const t = useWords('needs');
  const mayWrite = page.writes.includes('case-plan');
  const { parts } = arranged;
  const goals = arranged.goals.map(({ goal }) => goal);
  const { caseId } = page;
  const agencyId = useStaff()?.agency.agencyId;
  const isOwn = page.items.some(({ ownerId }) => ownerId === agencyId);
  // For whoever has none of it, nothing says that there could be some.
  if (parts.length === 0 && !mayWrite && !isOwn) return null;
  return (
    <Section title={t('title')}>
      <Stack gap="loose">
        {byKind(parts).map(({ kind, parts: of }) => (
          <div key={kind} className={css.kind}>
            <p className={css.heading}>{t(`kinds.${kind}`)}</p>
            <List label={t(`kinds.${kind}`)}>
              {of.map((part) => (
                <PartCard
                  key={part.itemId}
                  caseId={caseId}
                  part={part}
                  goals={goals.filter((goal) => goal.parentId === part.itemId).length}
                  mayWrite={mayWrite}
                  refresh={refresh}
                />
              ))}
            </List>
          </div>
        ))}
        {parts.length === 0 && mayWrite ? <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState> : null}
        {mayWrite ? <AddPart caseId={caseId} refresh={refresh} /> : null}
        {parts.length > 0 ? <Families parts={parts} goals={goals} /> : null}
        {isOwn ? <Signatures caseId={caseId} codeName={page.codeName} refresh={refresh} /> : null}
      </Stack>
    </Section>
  );
}
