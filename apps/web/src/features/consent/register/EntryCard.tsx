import type { DutyEntry, LawBasisEntry } from '@accord/consent';
import { Card, CardTitle, Facts, Notice, Row, useWords } from '@accord/ui';
import { calendarDay, instant } from '../../../app/when.ts';
import { CloseDuty } from './CloseDuty.tsx';
import { StandingChip } from './StandingChip.tsx';
import { useEntryName } from './useEntryName.ts';

interface EntryCardProps {
  entry: DutyEntry;
  /** Orders of a court that a subpoena can have led to. */
  orders: readonly LawBasisEntry[];
  refresh: () => Promise<void>;
}

/** One paper or duty: how it stands, since when, until when, and how it ended. */
export function EntryCard({ entry, orders, refresh }: EntryCardProps) {
  const t = useWords('register');
  const nameOf = useEntryName();
  const { kind, standing, closed } = entry;
  return (
    <Card as="li">
      <CardTitle>{nameOf(entry)}</CardTitle>
      <Row>
        <StandingChip standing={standing} />
      </Row>
      {kind === 'subpoena' && closed === null ? <Notice tone="care">{t('bare')}</Notice> : null}
      <Facts facts={useFacts(entry)} />
      {closed === null ? <CloseDuty entry={entry} orders={orders} refresh={refresh} /> : null}
    </Card>
  );
}

function useFacts({ receivedAt, dueAt, dueOn, recordedBy, closed }: DutyEntry) {
  const t = useWords('register');
  const facts = [
    { term: t('had'), value: instant(receivedAt) },
    { term: t('due'), value: dueOn === null ? instant(dueAt) : calendarDay(dueOn) },
    { term: t('recordedBy'), value: recordedBy },
  ];
  if (closed === null) return facts;
  const { outcome, confirmation, at, by, lateBecause } = closed;
  return [
    ...facts,
    {
      term: t('ended'),
      value: `${t(`outcomes.${outcome}`, { number: confirmation ?? '' })}. ${t('endedBy', { at: instant(at), name: by })}`,
    },
    ...(lateBecause ? [{ term: t('late'), value: t(`lateBecause.${lateBecause}`) }] : []),
  ];
}
