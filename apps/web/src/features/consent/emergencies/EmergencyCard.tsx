import type { Emergency } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Card, CardTitle, Chip, Row, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { listed } from '../../../app/when.ts';
import css from '../consent.module.css';
import { AskedFor } from './AskedFor.tsx';
import { ToReview } from './ToReview.tsx';

interface EmergencyCardProps {
  emergency: Emergency;
  see?: ((caseId: CaseId, label: string, name: string) => ReactNode) | undefined;
  onChanged: (sentence: string) => Promise<void>;
}

/** One emergency: what happened, who sees what, and what is asked of the reader. Who is on call reads no code name. */
export function EmergencyCard({ emergency, see, onChanged }: EmergencyCardProps) {
  const t = useWords('emergencies');
  const bases = useWords('bases');
  const kinds = useWords('categories');
  const { recipient, categories, nature, minutes, codeName, caseId, by } = emergency;
  const what = {
    name: recipient.name,
    kinds: listed(categories.map((each) => kinds(`${each}.label`))),
    minutes,
  };
  return (
    <Card as="li">
      <div>
        <CardTitle>{bases(`natures.${nature}`)}</CardTitle>
        {codeName ? <p className={css.soft}>{t('about', { code: codeName })}</p> : null}
      </div>
      {emergency.is === 'review' ? (
        <Row>
          <Chip tone={emergency.standing === 'overdue' ? 'stop' : 'care'}>
            {t(`standing.${emergency.standing}`)}
          </Chip>
        </Row>
      ) : null}
      <p>{emergency.is === 'ask' ? t('would', what) : t('saw', what)}</p>
      <p className={css.soft}>
        {recipient.title
          ? t('person', { title: recipient.title, agency: recipient.agency })
          : recipient.agency}
      </p>
      {emergency.mayDecide && caseId === null ? <p>{t('onCall', { by })}</p> : null}
      {emergency.is === 'ask' ? (
        <AskedFor ask={emergency} onChanged={onChanged} />
      ) : (
        <ToReview emergency={emergency} onChanged={onChanged} />
      )}
      {see && caseId && codeName ? (
        <Row>{see(caseId, t('see'), t('seeNamed', { code: codeName }))}</Row>
      ) : null}
    </Card>
  );
}
