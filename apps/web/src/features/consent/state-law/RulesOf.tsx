import type { StateLaw, StatePolicy } from '@accord/consent';
import { Card, CardTitle, Chip, Facts, Row, Section, Stack, useWords } from '@accord/ui';
import { calendarDay } from '../../../app/when.ts';
import { Alone, Cite, Listed } from './Alone.tsx';
import { useRules } from './rows.ts';
import { stateName } from './state-names.ts';
import css from './state-law.module.css';

const TONES = { 'in-force': 'ok', 'to-come': 'neutral', over: 'neutral' } as const;

/** One version of a state's rules: where it stands, who answers for it, and what it says. */
export function RulesOf({ law }: { law: StateLaw }) {
  const t = useWords('stateLaw');
  const { version, standing, policy, cautions } = law;
  const state = stateName(law.state);
  // What is in force is the state's law; another version is told apart by its name.
  const title = standing === 'in-force' ? state : t('facts.titleOf', { state, version });
  return (
    <Card as="li">
      <Section title={title} actions={<Marks standing={standing} cautions={cautions} />}>
        {policy ? (
          <Rules policy={policy} />
        ) : (
          <Stack>
            <Facts facts={[{ term: t('facts.version'), value: version }]} />
            <p>{t('unreadable')}</p>
          </Stack>
        )}
      </Section>
    </Card>
  );
}

function Marks({ standing, cautions }: Pick<StateLaw, 'standing' | 'cautions'>) {
  const t = useWords('stateLaw');
  return (
    <Row>
      <Chip tone={TONES[standing]}>{t(`standing.${standing}`)}</Chip>
      {cautions.map((caution) => (
        <Chip key={caution} tone="care">
          {t(`cautions.${caution}`)}
        </Chip>
      ))}
    </Row>
  );
}

function Rules({ policy }: { policy: StatePolicy }) {
  const t = useWords('stateLaw');
  const { version, effectiveFrom, effectiveTo, verifiedOn, verifiedBy, reviewedBy } = policy;
  const { present, missing } = useRules(policy);
  const facts = [
    { term: t('facts.version'), value: version },
    { term: t('facts.from'), value: calendarDay(effectiveFrom) },
    ...(effectiveTo === null ? [] : [{ term: t('facts.until'), value: calendarDay(effectiveTo) }]),
    {
      term: t('facts.verified'),
      value: verifiedBy ? `${calendarDay(verifiedOn)}, ${verifiedBy}` : calendarDay(verifiedOn),
    },
    { term: t('facts.reviewer'), value: reviewedBy ?? t('facts.nobody') },
  ];
  return (
    <>
      <Facts facts={facts} />
      <CardTitle>{t('alone')}</CardTitle>
      <Alone rows={policy.minorConsent} />
      <CardTitle>{t('more')}</CardTitle>
      <dl className={css.rules}>
        {present.map(({ label, says, data, cite }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={css.rule}>
              <p>{says.join(' ')}</p>
              <Listed title={t('onlyIf')} lines={data} />
              {cite ? <Cite>{cite}</Cite> : null}
            </dd>
          </div>
        ))}
      </dl>
      {missing.length === 0 ? null : (
        <details className={css.missing}>
          <summary>{t('missing', { number: missing.length })}</summary>
          <dl className={css.rules}>
            {missing.map(({ label, means }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{means}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
