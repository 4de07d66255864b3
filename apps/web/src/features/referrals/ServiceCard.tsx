import type { Service } from '@accord/directory';
import { Button, Card, CardTitle, Chip, Facts, Row, useWords } from '@accord/ui';
import css from './referrals.module.css';

/** A service of the directory, as its source describes it. */
export function ServiceCard({ service, onChoose }: { service: Service; onChoose?: () => void }) {
  const t = useWords('refer');
  const { name, organization, description, availability } = service;
  const facts = [
    { term: t('fees'), value: service.fees },
    { term: t('how'), value: service.applicationProcess },
    { term: t('phones'), value: service.phones.join(', ') },
    { term: t('hours'), value: service.hours.join('\n') },
    // As text: a click would tell another site where it came from.
    { term: t('web'), value: service.url },
  ].filter(({ value }) => value);
  return (
    <Card as={onChoose ? 'li' : 'div'}>
      <div>
        <CardTitle>{name}</CardTitle>
        <p className={css.soft}>{organization.name}</p>
        {organization.placeholder ? <p className={css.small}>{t('placeholder')}</p> : null}
      </div>
      {availability === 'listed' && !organization.agency ? null : (
        <Row>
          {organization.agency ? (
            <Chip tone="primary">{t('inAccord', { agency: organization.agency.name })}</Chip>
          ) : null}
          {availability === 'listed' ? null : <Chip tone="care">{t(`availability.${availability}`)}</Chip>}
        </Row>
      )}
      {description ? <p className={css.description}>{description}</p> : null}
      {facts.length > 0 ? (
        <details className={css.more}>
          <summary>{t('more')}</summary>
          <Facts facts={facts} />
        </details>
      ) : null}
      {onChoose ? (
        <div>
          <Button aria-label={t('chooseNamed', { name })} onClick={onChoose}>
            {t('choose')}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
