import type { Authority } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Card, CardTitle, Chip, Facts, Row, useWords, type Tone } from '@accord/ui';
import { calendarDay, listed } from '../../../app/when.ts';
import css from '../consent.module.css';
import { ChangeSigner } from './ChangeSigner.tsx';

interface SignerCardProps {
  caseId: CaseId;
  authority: Authority;
  /** What they are called here; nobody's name. */
  who: string;
  code: string;
  mayChange: boolean;
  onChanged: (sentence: string) => Promise<void>;
}

/** One signer: what they may decide, what shows it, and where it stands. */
export function SignerCard({ caseId, authority, who, code, mayChange, onChanged }: SignerCardProps) {
  const t = useWords('signers');
  const { capacity, domains, evidence, sinceOn, endsOn, excluded, isOver } = authority;
  const state = stateOf(authority);
  return (
    <Card as="li">
      <Row spread>
        <CardTitle>{who}</CardTitle>
        {state ? <Chip tone={TONES[state]}>{t(`state.${state}`)}</Chip> : null}
      </Row>
      <Facts
        facts={[
          { term: t('as'), value: t(`capacity.${capacity}`) },
          { term: t('areas'), value: listed(domains.map((domain) => t(`area.${domain}`))) },
          { term: t('shown'), value: t(`evidence.${evidence}`) },
          { term: t('since'), value: calendarDay(sinceOn) },
          { term: t('until'), value: endsOn === null ? t('noEnd') : calendarDay(endsOn) },
        ]}
      />
      {excluded ? (
        <p className={css.label}>
          {excluded === 'young_person' ? t('exclude.byYoung', { code }) : t('exclude.byStaff')}
        </p>
      ) : null}
      {mayChange && !(isOver && excluded === null) ? (
        <ChangeSigner caseId={caseId} authority={authority} who={who} code={code} onChanged={onChanged} />
      ) : null}
    </Card>
  );
}

type State = 'excluded' | 'over' | 'contact' | 'waiting';
const TONES: Record<State, Tone> = { excluded: 'stop', over: 'neutral', contact: 'ok', waiting: 'care' };

/** Nothing where there is nobody to contact: the young person's own authority. */
function stateOf({ capacity, excluded, isOver, mayContact }: Authority): State | null {
  if (excluded) return 'excluded';
  if (isOver) return 'over';
  if (capacity === 'young-person') return null;
  return mayContact ? 'contact' : 'waiting';
}
