import type { AgencyId, CaseId } from '@accord/kernel';
import type { Step } from './arrange.ts';
import { AudienceLine } from './AudienceLine.tsx';
import { StepLine } from './StepLine.tsx';
import css from './case.module.css';

interface StepListProps {
  caseId: CaseId;
  steps: readonly Step[];
  /** Whose goal these stand under; a step of another agency says whose it is. */
  goalOwner?: AgencyId;
  /** The audience line above these steps already says this much; a step with another one says so itself. */
  shownAs?: readonly string[] | null;
  refresh: () => Promise<void>;
}

export function StepList({ steps, shownAs = null, goalOwner, ...rest }: StepListProps) {
  if (steps.length === 0) return null;
  return (
    <ul className={css.steps}>
      {steps.map((step) => (
        <li key={step.itemId} className={css.stepRow}>
          <StepLine step={step} isGuest={step.ownerId !== goalOwner} {...rest} />
          {sameAudience(step.audience, shownAs) ? null : (
            <div className={css.stepMore}>
              <AudienceLine audience={step.audience} itemId={step.itemId} plain />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

const sameAudience = (a: readonly string[] | null, b: readonly string[] | null) =>
  JSON.stringify(a?.toSorted()) === JSON.stringify(b?.toSorted());
