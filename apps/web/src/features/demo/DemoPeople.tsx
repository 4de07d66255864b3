import type { DemoCard } from '@accord/identity';
import { Page, Section, Stack, useWords } from '@accord/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../app/Loaded.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { PersonCard } from './PersonCard.tsx';
import css from './DemoPeople.module.css';

interface DemoPeopleProps {
  /** Stands beside the people: where both sides can be seen at once. */
  aside: ReactNode;
  onEntered: () => void;
}

/** The log-in cards of the demo: who, for whom they work, and what one will see as them. */
export function DemoPeople({ aside, onEntered }: DemoPeopleProps) {
  const t = useWords('demo');
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.demo.cards.queryOptions(), staleTime: Infinity });
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <Loaded query={query} lines={6}>
        {({ cards, youthUrl }) => (
          <Stack gap="loose">
            {aside}
            <Section title={t('staff')}>
              <Cards cards={cards.filter((card) => card.app === 'staff')} onEntered={onEntered} />
            </Section>
            <Section title={t('youth')}>
              <p>{t('ownApp')}</p>
              <ul className={css.cards}>
                {cards
                  .filter((card) => card.app === 'youth')
                  .map((card) => (
                    <PersonCard key={card.key} card={card} href={youthUrl} />
                  ))}
              </ul>
            </Section>
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Cards({ cards, onEntered }: { cards: readonly DemoCard[]; onEntered: () => void }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const enter = useMutation(
    trpc.demo.signIn.mutationOptions({
      onSuccess: (me) => {
        queries.clear();
        queries.setQueryData(trpc.session.me.queryKey(), me);
        onEntered();
      },
    }),
  );
  return (
    <ul className={css.cards}>
      {cards.map((card) => (
        <PersonCard
          key={card.key}
          card={card}
          busy={enter.isPending && enter.variables.key === card.key}
          error={enter.variables?.key === card.key ? enter.error : null}
          onEnter={() => enter.mutate({ key: card.key })}
        />
      ))}
    </ul>
  );
}
