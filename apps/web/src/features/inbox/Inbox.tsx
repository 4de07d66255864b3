import type { Inbox as Waits } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, EmptyState, List, Page, Row, Section, Stack, useWords } from '@accord/ui';
import { useRef, type ReactNode } from 'react';
import { useFocusRescue } from '../../app/focus.ts';
import { Loaded } from '../../app/Loaded.tsx';
import { useReferralCounts } from '../../app/useReferralCounts.ts';
import { Aside } from './Aside.tsx';
import { AskAboutDay } from './AskAboutDay.tsx';
import { AskAboutPerson } from './AskAboutPerson.tsx';
import { ComingOfAge } from './ComingOfAge.tsx';
import { ConflictCard } from './ConflictCard.tsx';
import { NextPosts, PostCard } from './PostCard.tsx';
import { OrderCard } from './OrderCard.tsx';
import { entriesOf, type Entry, keyOf, SORTS, type Sort } from './sorts.ts';
import { type AsideState, useAside } from './useAside.ts';
import { useInbox } from './useInbox.ts';
import { WaitingCard, type WaitingLinks } from './WaitingCard.tsx';

interface InboxProps extends WaitingLinks {
  show: Sort | undefined;
  onShow: (show: Sort | undefined) => void;
  onAnswer: (caseId: CaseId, day: string) => void;
  /** Emergencies, and legal duties with their clocks: they come before all else. */
  urgent?: ReactNode;
  /** The link to the page that answers about one person. */
  answers?: (label: string) => ReactNode;
  /** The link to the saved cases that test the rules. */
  tester?: (label: string) => ReactNode;
  /** The link to the posts of one's agency. */
  posts?: (label: string) => ReactNode;
  /** The link to who works on what. */
  caseloads?: (label: string) => ReactNode;
  /** The link to the referrals. */
  referrals?: (label: string) => ReactNode;
}

/** What waits for whoever looks after permissions, over all their cases. */
export function Inbox({
  show,
  onShow,
  onAnswer,
  urgent,
  answers,
  tester,
  posts,
  caseloads,
  referrals,
  ...links
}: InboxProps) {
  const t = useWords('inbox');
  const query = useInbox({ anew: true });
  const refresh = async () => {
    await query.refetch();
  };
  const aside = useAside(refresh);
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  return (
    <div ref={region}>
      <Page title={t('title')} lead={t('lead')}>
        {urgent}
        <Aside aside={aside} />
        <Loaded query={query} lines={6}>
          {(inbox) => (
            <Stack gap="loose">
              <Filter entries={entriesOf(inbox)} show={show} onShow={onShow} />
              <Sorts
                inbox={inbox}
                show={show}
                referrals={referrals}
                card={(entry) => <EntryCard key={keyOf(entry)} entry={entry} aside={aside} {...links} />}
              />
              <ComingOfAge inbox={inbox} permissions={links.permissions} />
              <AskAboutDay cases={inbox.cases} onAnswer={onAnswer} />
              <AskAboutPerson link={answers} tester={tester} />
              <NextPosts link={posts} caseloads={caseloads} />
            </Stack>
          )}
        </Loaded>
      </Page>
    </div>
  );
}

function EntryCard({ entry, aside, ...links }: WaitingLinks & { entry: Entry; aside: AsideState }) {
  if ('order' in entry) return <OrderCard order={entry.order} permissions={links.permissions} />;
  if ('post' in entry) return <PostCard post={entry.post} permissions={links.permissions} />;
  if ('conflict' in entry) return <ConflictCard conflict={entry.conflict} permissions={links.permissions} />;
  return <WaitingCard waiting={entry.waiting} aside={aside} {...links} />;
}

interface SortsProps {
  inbox: Waits;
  show: Sort | undefined;
  referrals: InboxProps['referrals'];
  card: (entry: Entry) => ReactNode;
}

function Sorts({ inbox, show, referrals, card }: SortsProps) {
  const t = useWords('inbox');
  const entries = entriesOf(inbox);
  const toAnswer = useReferralCounts().data?.toAnswer ?? 0;
  const shown = SORTS.filter((sort) => show === undefined || sort === show)
    .map((sort) => ({ sort, those: entries.filter((entry) => entry.sort === sort) }))
    .filter(({ those }) => those.length > 0);
  if (shown.length === 0 && show) return <EmptyState title={t(`emptyOf.${show}`)} />;
  if (shown.length === 0) {
    // Whoever looks after no permissions can still be waited for.
    const elsewhere = inbox.cases.length === 0 && toAnswer > 0;
    return (
      <EmptyState
        title={t('emptyTitle')}
        action={elsewhere ? referrals?.(t('toReferrals', { count: toAnswer })) : undefined}
      >
        {t(elsewhere ? 'emptyElsewhere' : 'empty')}
      </EmptyState>
    );
  }
  return shown.map(({ sort, those }) => (
    <Section key={sort} title={t(`section.${sort}`)}>
      <List label={t(`section.${sort}`)}>{those.map(card)}</List>
    </Section>
  ));
}

/** A sort in which nothing waits is no choice, but for the one that is shown. */
function Filter({
  entries,
  show,
  onShow,
}: Pick<InboxProps, 'show' | 'onShow'> & { entries: readonly Entry[] }) {
  const t = useWords('inbox');
  const count = (sort: Sort) => entries.filter((entry) => entry.sort === sort).length;
  if (entries.length === 0 && show === undefined) return null;
  return (
    <div role="group" aria-label={t('filter')}>
      <Row>
        <Button small aria-pressed={show === undefined} onClick={() => onShow(undefined)}>
          {t('all')}
        </Button>
        {SORTS.filter((sort) => sort === show || count(sort) > 0).map((sort) => (
          <Button key={sort} small aria-pressed={show === sort} onClick={() => onShow(sort)}>
            {t('counted', { label: t(sort), count: count(sort) })}
          </Button>
        ))}
      </Row>
    </div>
  );
}
