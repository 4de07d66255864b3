import type { WaitingByLaw } from '@accord/consent';
import { Card, CardTitle, Row, useWords } from '@accord/ui';
import { calendarDay, instant } from '../../app/when.ts';
import type { WaitingLinks } from './WaitingCard.tsx';
import css from './inbox.module.css';

interface ByLawCardProps extends Pick<WaitingLinks, 'permissions'> {
  byLaw: WaitingByLaw;
}

/** What a law or a court opened, and what is still to be done about it. */
export function ByLawCard({ byLaw, permissions }: ByLawCardProps) {
  const t = useWords('inbox');
  const { name, title, agency, codeName: code, caseId } = byLaw;
  return (
    <Card as="li">
      <div>
        <CardTitle>{name}</CardTitle>
        {title ? <p className={css.soft}>{t('person', { title, agency })}</p> : null}
      </div>
      {byLaw.is === 'emergency' ? <Emergency byLaw={byLaw} /> : <Order byLaw={byLaw} />}
      <Row>{permissions(caseId, t('see'), t('seeNamed', { code }))}</Row>
    </Card>
  );
}

function Emergency({ byLaw }: { byLaw: Extract<WaitingByLaw, { is: 'emergency' }> }) {
  const t = useWords('inbox');
  const bases = useWords('bases');
  const { codeName: code, nature, startedAt, endsAt, isOpen, recordedBy } = byLaw;
  return (
    <>
      <p className={css.strong}>{t('law.of', { code, what: bases(`natures.${nature}`) })}</p>
      <p>{t('law.opened', { name: recordedBy, at: instant(startedAt) })}</p>
      <p>{t(isOpen ? 'law.open' : 'law.over', { at: instant(endsAt) })}</p>
    </>
  );
}

function Order({ byLaw }: { byLaw: Extract<WaitingByLaw, { is: 'order' }> }) {
  const t = useWords('inbox');
  const { codeName: code, number, endsOn, isTold } = byLaw;
  return (
    <>
      <p className={css.strong}>{t('law.of', { code, what: t('law.order', { number }) })}</p>
      {isTold ? null : <p>{t('law.notTold', { code })}</p>}
      <p>{t('ends', { day: calendarDay(endsOn) })}</p>
    </>
  );
}
