import type { Conflict } from '@accord/consent';
import { Card, CardTitle, Row, useWords } from '@accord/ui';
import { calendarDay } from '../../app/when.ts';
import type { WaitingLinks } from './WaitingCard.tsx';
import css from './inbox.module.css';

interface ConflictCardProps extends Pick<WaitingLinks, 'permissions'> {
  conflict: Conflict;
}

/** A signature that does not hold its permission up: whose, since when, and what to do. */
export function ConflictCard({ conflict, permissions }: ConflictCardProps) {
  const t = useWords('inbox');
  const relations = useWords('signers');
  const { name, title, agency, codeName: code, caseId, on } = conflict;
  const who = relations(`relation.${conflict.who}`);
  const day = calendarDay(on);
  return (
    <Card as="li">
      <div>
        <CardTitle>{name}</CardTitle>
        {title ? <p className={css.soft}>{t('person', { title, agency })}</p> : null}
      </div>
      <p className={css.strong}>{t(`conflicts.${conflict.is}.what`, { code })}</p>
      <p>
        {conflict.is === 'disagree'
          ? t('conflicts.disagree.who', { who, other: relations(`relation.${conflict.other}`), day })
          : t(`conflicts.${conflict.is}.who`, { who, day })}
      </p>
      <p>{t(`conflicts.${conflict.is}.next`, { code })}</p>
      <Row>{permissions(caseId, t('see'), t('seeNamed', { code }))}</Row>
    </Card>
  );
}
