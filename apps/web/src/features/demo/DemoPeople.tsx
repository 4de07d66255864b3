import type { DemoCard } from '@accord/identity';
import { Notice, Page, Section, Stack, useWords } from '@accord/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../app/Loaded.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { inGroups } from './groups.ts';
import { PersonCard } from './PersonCard.tsx';
import { Reset } from './Reset.tsx';
import css from './DemoPeople.module.css';

interface DemoPeopleProps {
  /** Stands above the people: where both sides can be seen at once, and the tour. */
  aside: ReactNode;
  /** True: somebody's session ended under them, and that is why they are here. */
  over: boolean;
  onEntered: () => void;
}

/** The log-in cards of the demo: who, for whom they work, and what one will see as them. */
export function DemoPeople({ aside, over, onEntered }: DemoPeopleProps) {
  const t = useWords('demo');
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.demo.cards.queryOptions(), staleTime: Infinity });
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      {over ? (
        <div role="status">
          <Notice tone="plum">{t('over')}</Notice>
        </div>
      ) : null}
      <Loaded query={query} lines={6}>
        {({ cards, youthUrl }) => (
          <Stack gap="loose">
            <div className={css.offers}>{aside}</div>
            <div className={css.groups}>
              {inGroups(cards).map((each) => (
                <div key={each.group} data-few={each.cards.length === 1 || undefined}>
                  <Section title={t(`groups.${each.group}`)}>
                    {each.group === 'youth' ? <p>{t('ownApp')}</p> : null}
                    <Cards cards={each.cards} youthUrl={youthUrl} onEntered={onEntered} />
                  </Section>
                </div>
              ))}
            </div>
            <Reset />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

interface CardsProps {
  cards: readonly DemoCard[];
  youthUrl: string;
  onEntered: () => void;
}

function Cards({ cards, youthUrl, onEntered }: CardsProps) {
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
      {cards.map((card) =>
        card.app === 'youth' ? (
          <PersonCard key={card.key} card={card} href={youthUrl} />
        ) : (
          <PersonCard
            key={card.key}
            card={card}
            busy={enter.isPending && enter.variables.key === card.key}
            error={enter.variables?.key === card.key ? enter.error : null}
            onEnter={() => enter.mutate({ key: card.key })}
          />
        ),
      )}
    </ul>
  );
}
