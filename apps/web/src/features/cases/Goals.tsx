import type { CasePage } from '@accord/cases';
import { EmptyState, List, Neutral, Section, useWords } from '@accord/ui';
import { AddGoal } from './AddGoal.tsx';
import type { ArrangedPage } from './arrange.ts';
import { GoalCard } from './GoalCard.tsx';
import { StepList } from './StepList.tsx';
import { useNeedName } from './plan/useNeedName.ts';

interface GoalsProps {
  page: CasePage;
  arranged: ArrangedPage;
  refresh: () => Promise<void>;
}

export function Goals({ page, arranged, refresh }: GoalsProps) {
  const t = useWords('cases');
  const mayWrite = page.writes.includes('case-plan');
  const { goals, looseSteps } = arranged;
  const nameOf = useNeedName(arranged.parts);
  return (
    <Section title={t('page.goals')}>
      {goals.length > 0 ? (
        <List label={t('page.goals')}>
          {goals.map(({ goal, steps }) => (
            <GoalCard
              key={goal.itemId}
              caseId={page.caseId}
              goal={goal}
              steps={steps}
              toward={nameOf(goal.parentId)}
              mayWrite={mayWrite}
              refresh={refresh}
            />
          ))}
        </List>
      ) : null}
      {looseSteps.length > 0 ? <StepList caseId={page.caseId} steps={looseSteps} refresh={refresh} /> : null}
      {goals.length + looseSteps.length > 0 ? null : mayWrite ? (
        <EmptyState title={t('goals.empty')}>{t('goals.emptyHint')}</EmptyState>
      ) : (
        <Neutral />
      )}
      {mayWrite ? <AddGoal caseId={page.caseId} refresh={refresh} /> : null}
    </Section>
  );
}
