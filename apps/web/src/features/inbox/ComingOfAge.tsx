import type { Inbox } from '@accord/consent';
import { Card, CardTitle, List, Row, Section, useWords } from '@accord/ui';
import { calendarDay } from '../../app/when.ts';
import type { WaitingLinks } from './WaitingCard.tsx';

interface ComingOfAgeProps extends Pick<WaitingLinks, 'permissions'> {
  inbox: Inbox;
}

/** Who comes of age soon: what adults signed ends that day, and what goes on can be signed from now on. */
export function ComingOfAge({ inbox: { comingOfAge }, permissions }: ComingOfAgeProps) {
  const t = useWords('inbox');
  if (comingOfAge.length === 0) return null;
  return (
    <Section title={t('age.title')}>
      <List label={t('age.title')}>
        {comingOfAge.map(({ caseId, codeName: code, on }) => (
          <Card as="li" key={caseId}>
            <CardTitle>{t('age.on', { code, day: calendarDay(on) })}</CardTitle>
            <p>{t('age.what', { code })}</p>
            <Row>{permissions(caseId, t('see'), t('seeNamed', { code }))}</Row>
          </Card>
        ))}
      </List>
    </Section>
  );
}
