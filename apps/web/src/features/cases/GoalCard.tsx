import type { CaseId } from '@accord/kernel';
import { Card, useWords } from '@accord/ui';
import { AddStep } from './AddStep.tsx';
import type { Goal, Step } from './arrange.ts';
import { AudienceLine } from './AudienceLine.tsx';
import { Closed } from './Closed.tsx';
import { StepList } from './StepList.tsx';
import css from './case.module.css';

interface GoalCardProps {
  caseId: CaseId;
  goal: Goal;
  steps: readonly Step[];
  /** What the need is called that it is a goal toward. */
  toward: string | null;
  mayWrite: boolean;
  refresh: () => Promise<void>;
}

/** A goal in the young person's own words; what adults call it stands below, and smaller. */
export function GoalCard({ caseId, goal, steps, toward, mayWrite, refresh }: GoalCardProps) {
  const t = useWords('cases');
  const needs = useWords('needs');
  if (goal.content.is !== 'open') {
    return (
      <Card as="li">
        <Closed item={goal} />
      </Card>
    );
  }
  const { ownWords, adultWords } = goal.content.body;
  const done = steps.filter((step) => step.state === 'done').length;
  return (
    <Card as="li">
      <div>
        <blockquote className={css.voice}>“{ownWords}”</blockquote>
        {adultWords ? <p className={css.adult}>{adultWords}</p> : null}
        {toward ? <p className={css.progress}>{needs('goalToward', { need: toward })}</p> : null}
      </div>
      <p className={css.progress}>
        {steps.length === 0 ? t('goals.noSteps') : t('goals.progress', { done, count: steps.length })}
      </p>
      <StepList
        caseId={caseId}
        steps={steps}
        shownAs={goal.audience}
        goalOwner={goal.ownerId}
        refresh={refresh}
      />
      {mayWrite ? <AddStep caseId={caseId} goalId={goal.itemId} goal={ownWords} refresh={refresh} /> : null}
      <AudienceLine audience={goal.audience} itemId={goal.itemId} />
    </Card>
  );
}
