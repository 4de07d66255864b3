import { type Agreement, AGREED_PURPOSES, type CategoryCode, SHAREABLE } from '@accord/consent';
import { Card, Chip, Facts, Row, Section, useWords } from '@accord/ui';
import { AskFirst } from '../../../app/AskFirst.tsx';
import { useTRPCClient } from '../../../app/trpc.ts';
import { calendarDay, dayOf, listed } from '../../../app/when.ts';
import css from './agreements.module.css';

interface AgreementCardProps {
  agreement: Agreement;
  mayEnd: boolean;
  onChanged: (sentence?: string) => Promise<void>;
}

const TONES = { 'in-force': 'ok', 'to-come': 'neutral', over: 'neutral' } as const;

/** One paper: what it is and with whom, what it lets out and in, who signed it, and until when. */
export function AgreementCard({ agreement, mayEnd, onChanged }: AgreementCardProps) {
  const t = useWords('agreements');
  const purposeName = useWords('purposes');
  const client = useTRPCClient();
  const { agreementId, sort, parties, number, standing, endsSoon, lastOn, endedBy } = agreement;
  const kinds = useKinds();
  const uses = (purposes: Agreement['purposes']) =>
    AGREED_PURPOSES.every((each) => purposes.includes(each))
      ? t('everyUse')
      : listed(purposes.map((each) => purposeName(each)));
  const end = async () => {
    await client.agreements.end.mutate({ agreementId });
    await onChanged(t('endDone'));
  };
  const marks = (
    <Row>
      <Chip tone={TONES[standing]}>{t(`standing.${standing}`)}</Chip>
      {endsSoon ? <Chip tone="care">{t('endsSoon')}</Chip> : null}
    </Row>
  );
  return (
    <Card as="li">
      <Section title={t('named', { sort: t(`sorts.${sort}`), number })} actions={marks}>
        <Facts
          facts={[
            { term: t('parties'), value: parties },
            { term: t('gives'), value: kinds(agreement.gives) },
            { term: t('receives'), value: kinds(agreement.receives) },
            { term: t('purposes'), value: uses(agreement.purposes) },
            {
              term: t('signed'),
              value: t('signedBy', { name: agreement.signedBy, day: calendarDay(agreement.signedOn) }),
            },
            { term: t('from'), value: calendarDay(agreement.startsOn) },
            { term: t('until'), value: lastOn === null ? t('noEnd') : calendarDay(lastOn) },
            ...(agreement.replacesNumber === null
              ? []
              : [{ term: t('replaces'), value: agreement.replacesNumber }]),
            ...(agreement.digest === null
              ? []
              : [{ term: t('digest'), value: <code className={css.digest}>{agreement.digest}</code> }]),
          ]}
        />
        <p className={css.soft}>
          {t('recordedBy', { name: agreement.recordedBy, day: calendarDay(dayOf(agreement.recordedAt)) })}
          {endedBy === null ? null : ` ${t('endedBy', { name: endedBy })}`}
        </p>
        {mayEnd && endedBy === null ? (
          <AskFirst
            label={t('end')}
            name={t('endNamed', { number })}
            question={t('endQuestion', { number })}
            onYes={end}
          />
        ) : null}
      </Section>
    </Card>
  );
}

function useKinds() {
  const t = useWords('agreements');
  const names = useWords('categories');
  return (kinds: readonly CategoryCode[]) => {
    if (kinds.length === 0) return t('nothing');
    if (SHAREABLE.every((kind) => kinds.includes(kind))) return t('everyKind');
    return listed(kinds.map((kind) => names(`${kind}.label`)));
  };
}
