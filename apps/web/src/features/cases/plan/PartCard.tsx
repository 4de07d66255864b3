import type { CaseId } from '@accord/kernel';
import { Card, Chip, useLanguage, useWords } from '@accord/ui';
import { AudienceLine } from '../AudienceLine.tsx';
import { AddGoalToward } from '../AddGoal.tsx';
import { Closed } from '../Closed.tsx';
import shared from '../case.module.css';
import { entryOf, isOpenPart, type OpenPart, type Part, ratingOf } from './parts.ts';
import { PartHistory } from './PartHistory.tsx';
import { RevisePart } from './RevisePart.tsx';
import css from './plan.module.css';

interface PartCardProps {
  caseId: CaseId;
  part: Part;
  /** How many goals stand under it, as far as this reader has them. */
  goals: number;
  mayWrite: boolean;
  refresh: () => Promise<void>;
}

export function PartCard({ part, ...rest }: PartCardProps) {
  return (
    <Card as="li">{isOpenPart(part) ? <OpenCard part={part} {...rest} /> : <Closed item={part} />}</Card>
  );
}

/** Their own words first; then what it is called, what the team makes of it, and how everybody will know. */
function OpenCard({ caseId, part, goals, mayWrite, refresh }: PartCardProps & { part: OpenPart }) {
  const t = useWords('needs');
  const states = useWords('states');
  const language = useLanguage();
  const { ownWords, adultWords } = part.content.body;
  const entry = entryOf(part);
  const rating = ratingOf(part);
  const name = entry?.name[language] ?? states(`item.${part.kind}`);
  const isNeed = entry?.kind === 'need' && part.kind === 'need';
  return (
    <>
      <div className={css.head}>
        <strong>{name}</strong>
        {rating ? (
          <Chip tone={rating === 'now' ? 'primary' : 'neutral'}>{t(`ratings.${rating}`)}</Chip>
        ) : null}
      </div>
      <div>
        <blockquote className={shared.smallVoice}>“{ownWords}”</blockquote>
        {adultWords ? <p className={shared.adult}>{adultWords}</p> : null}
      </div>
      {isNeed ? (
        <p className={shared.progress}>
          {t('outcome', { text: entry.outcome[language] })}{' '}
          {goals === 0 ? (rating === 'none' ? null : t('noGoal')) : t('goals', { count: goals })}
        </p>
      ) : null}
      <div className={css.actions}>
        {mayWrite && isNeed ? (
          <AddGoalToward
            caseId={caseId}
            need={{ needId: part.itemId, name, families: entry.families, categories: part.categories }}
            refresh={refresh}
          />
        ) : null}
        {part.mayEdit ? <RevisePart caseId={caseId} part={part} name={name} refresh={refresh} /> : null}
        {part.mayEdit && part.changed ? (
          <PartHistory caseId={caseId} itemId={part.itemId} revision={part.revision} name={name} />
        ) : null}
      </div>
      <AudienceLine audience={part.audience} itemId={part.itemId} />
    </>
  );
}
