import type { CaseId } from '@accord/kernel';
import { Card, CardTitle, List, Row, Section, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Trouble } from '../../../app/Trouble.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { calendarDay, instant } from '../../../app/when.ts';
import { StandingChip } from './StandingChip.tsx';
import { useEntryName } from './useEntryName.ts';

interface DutiesDueProps {
  /** The link to the register of a case. */
  see: (caseId: CaseId, label: string, name: string) => ReactNode;
}

/** Asked again every minute, in ms: what is on time now is due soon later, by itself. */
const EVERY = 60_000;

/** Papers and duties that nobody has closed, over all the reader's cases, the soonest first. */
export function DutiesDue({ see }: DutiesDueProps) {
  const t = useWords('register');
  const trpc = useTRPC();
  const nameOf = useEntryName();
  const query = useQuery({ ...trpc.register.due.queryOptions(), refetchInterval: EVERY });
  if (query.isError && !query.data)
    return <Trouble error={query.error} onRetry={() => void query.refetch()} />;
  const entries = query.data?.entries ?? [];
  if (entries.length === 0) return null;
  return (
    <Section title={t('waiting')}>
      <List label={t('waiting')}>
        {entries.map((entry) => (
          <Card as="li" key={entry.entryId}>
            <CardTitle>{t('of', { code: entry.codeName, what: nameOf(entry) })}</CardTitle>
            <Row>
              <StandingChip standing={entry.standing} />
            </Row>
            <p>{t('by', { at: entry.dueOn === null ? instant(entry.dueAt) : calendarDay(entry.dueOn) })}</p>
            <Row>{see(entry.caseId, t('see'), t('seeNamed', { code: entry.codeName }))}</Row>
          </Card>
        ))}
      </List>
    </Section>
  );
}
