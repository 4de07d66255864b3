import type { Emergency } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { List, Section, Stack, useAnnounce, useWords } from '@accord/ui';
import { type ReactNode, useRef } from 'react';
import { useFocusRescue } from '../../../app/focus.ts';
import { Trouble } from '../../../app/Trouble.tsx';
import { EmergencyCard } from './EmergencyCard.tsx';
import { useEmergencies } from './useEmergencies.ts';

interface EmergenciesProps {
  /** Those of one case only. */
  caseId?: CaseId;
  /** The link to the case; left out where the page is about it already. */
  see?: (caseId: CaseId, label: string, name: string) => ReactNode;
  /** The link to the card by the door. */
  card: (label: string) => ReactNode;
}

/**
 * What waits for a second person, and what somebody has to look at. Where there is none, the inbox keeps the link to the
 * card, and the page of a case shows nothing.
 */
export function Emergencies({ caseId, see, card }: EmergenciesProps) {
  const t = useWords('emergencies');
  const announce = useAnnounce();
  const query = useEmergencies({ anew: true });
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  if (query.isError && !query.data)
    return <Trouble error={query.error} onRetry={() => void query.refetch()} />;
  const shown = (query.data?.emergencies ?? []).filter((each) => isOf(each, caseId));
  if (shown.length === 0) return caseId === undefined ? <div>{card(t('toCard'))}</div> : null;
  const changed = async (sentence: string) => {
    await query.refetch();
    announce(sentence);
  };
  return (
    <div ref={region}>
      <Section title={t('title')}>
        <Stack>
          <List label={t('title')}>
            {shown.map((each) => (
              <EmergencyCard key={each.basisId} emergency={each} see={see} onChanged={changed} />
            ))}
          </List>
          <div>{card(t('toCard'))}</div>
        </Stack>
      </Section>
    </div>
  );
}

const isOf = (emergency: Emergency, caseId: CaseId | undefined) =>
  caseId === undefined || emergency.caseId === caseId;
