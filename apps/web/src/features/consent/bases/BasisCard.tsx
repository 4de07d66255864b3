import type { LawBasisEntry } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Card, CardTitle, Chip, Facts, Row, useWords } from '@accord/ui';
import { calendarDay, day, instant, listed, monthDay } from '../../../app/when.ts';
import css from '../consent.module.css';
import { Kinds } from '../Kinds.tsx';
import { EndBasis } from './EndBasis.tsx';
import { TellThem } from './TellThem.tsx';
import { useEvidence } from './useEvidence.ts';

interface BasisCardProps {
  caseId: CaseId;
  basis: LawBasisEntry;
  code: string;
  mayEnd: boolean;
  onChanged: (sentence: string) => Promise<void>;
}

/** One basis: for whom, what it opens, which paper says so, until when, and whether they were told. */
export function BasisCard({ caseId, basis, code, mayEnd, onChanged }: BasisCardProps) {
  const t = useWords('bases');
  const { recipient, categories, knowOf, kind, state } = basis;
  const agency = recipient.title ? `${recipient.title}, ${recipient.agency}` : recipient.agency;
  const facts = useFacts(basis);
  return (
    <Card as="li">
      <div>
        <CardTitle>{recipient.name}</CardTitle>
        {agency === recipient.name ? null : <p className={css.soft}>{agency}</p>}
      </div>
      <Row>
        <Chip tone={kind === 'emergency' ? 'care' : 'primary'}>§ {t(`kind.${kind}`)}</Chip>
        {state === 'active' ? null : <Chip>{t(state)}</Chip>}
      </Row>
      <KindsOf label={t('can')} codes={categories} />
      <KindsOf label={t('knowsOf')} codes={knowOf} />
      <Facts facts={facts} />
      {basis.told === null ? (
        <TellThem caseId={caseId} basis={basis} code={code} onChanged={onChanged} />
      ) : null}
      {mayEnd && state === 'active' ? <EndBasis caseId={caseId} basis={basis} onChanged={onChanged} /> : null}
    </Card>
  );
}

function KindsOf({ label, codes }: { label: string; codes: LawBasisEntry['categories'] }) {
  if (codes.length === 0) return null;
  return (
    <div>
      <p className={css.label}>{label}</p>
      <Kinds codes={codes} />
    </div>
  );
}

function useFacts(basis: LawBasisEntry) {
  const t = useWords('bases');
  const purposes = useWords('purposes');
  const emergencies = useWords('emergencies');
  const evidence = useEvidence();
  const { review } = basis;
  const reviewed = review
    ? emergencies(`reviewLine.${review.outcome}`, { day: monthDay(review.at), name: review.by })
    : emergencies('notReviewed');
  const { kind, duty, subpoena, issuedOn, endsAt, endsOn, told, notTold, ended } = basis;
  const optional = (term: string, value: string | null) => (value === null ? [] : [{ term, value }]);
  return [
    ...optional(t('duty'), duty && t(`duties.${duty}`)),
    { term: t(`number.${kind}`), value: evidence(basis) },
    ...optional(t('subpoena'), subpoena),
    ...optional(t('issuedOn'), issuedOn && calendarDay(issuedOn)),
    { term: t('for'), value: listed(basis.purposes.map((purpose) => purposes(purpose))) },
    { term: t('until'), value: kind === 'emergency' ? instant(endsAt) : calendarDay(endsOn) },
    { term: t('recordedBy'), value: basis.recordedBy },
    ...optional(emergencies('secondedBy'), basis.secondedBy),
    ...optional(emergencies('review'), kind === 'emergency' ? reviewed : null),
    {
      term: t('told'),
      value: told
        ? t(`toldHow.${told.how}`, { day: day(told.at) })
        : t(`notTold.${notTold ?? 'not-reached'}`),
    },
    ...optional(
      t('ended'),
      ended &&
        t('endedBy', { day: monthDay(ended.at), name: ended.by, reason: t(`reasons.${ended.reason}`) }),
    ),
  ];
}
