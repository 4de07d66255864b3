import type { WaitingOrder } from '@accord/consent';
import { Card, CardTitle, Row, useWords } from '@accord/ui';
import { calendarDay } from '../../app/when.ts';
import type { WaitingLinks } from './WaitingCard.tsx';
import css from './inbox.module.css';

interface OrderCardProps extends Pick<WaitingLinks, 'permissions'> {
  order: WaitingOrder;
}

/** What a court opened, and what is still to be done about it. */
export function OrderCard({ order, permissions }: OrderCardProps) {
  const t = useWords('inbox');
  const { name, title, agency, codeName: code, caseId, number, endsOn, isTold } = order;
  return (
    <Card as="li">
      <div>
        <CardTitle>{name}</CardTitle>
        {title ? <p className={css.soft}>{t('person', { title, agency })}</p> : null}
      </div>
      <p className={css.strong}>{t('ordered.of', { code, number })}</p>
      {isTold ? null : <p>{t('ordered.notTold', { code })}</p>}
      <p>{t('ends', { day: calendarDay(endsOn) })}</p>
      <Row>{permissions(caseId, t('see'), t('seeNamed', { code }))}</Row>
    </Card>
  );
}
