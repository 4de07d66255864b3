import { Card, CardTitle, List, Row, Section, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { calendarDay } from '../../../app/when.ts';
import type { CaseLink } from '../DueCases.tsx';

/** Packages of the reader's own cases that wait for a second person, or to be handed out. */
export function WaitingPackages({ see }: { see: CaseLink }) {
  const t = useWords('packages');
  const trpc = useTRPC();
  const query = useQuery(trpc.packages.waiting.queryOptions());
  if (query.data?.packages.length === 0) return null;
  return (
    <Section title={t('waiting.title')}>
      <Loaded query={query} lines={2}>
        {({ packages }) => (
          <List label={t('waiting.title')}>
            {packages.map(({ packageId, caseId, codeName, number, dueOn, state }) => (
              <Card as="li" key={packageId}>
                <CardTitle>{codeName}</CardTitle>
                <p>
                  {t('waiting.due', { number, day: calendarDay(dueOn) })} {t(`state.${state}`)}.
                </p>
                <Row>{see(caseId, t('waiting.see'), t('waiting.seeNamed', { code: codeName }))}</Row>
              </Card>
            ))}
          </List>
        )}
      </Loaded>
    </Section>
  );
}
