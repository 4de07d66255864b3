import type { PolicyCase, PolicyCases } from '@accord/consent';
import { EmptyState, List, Notice, Page, Section, Stack, useAnnounce, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { useFocusRescue } from '../../../app/focus.ts';
import { Loaded } from '../../../app/Loaded.tsx';
import { askAgain } from '../../../app/queries.ts';
import { useTRPC } from '../../../app/trpc.ts';
import { CaseCard } from './CaseCard.tsx';

/** Saved questions to the rule and whether each is answered as it must be. Nothing of a case comes here. */
export function TesterPage({ above }: { above: ReactNode }) {
  const t = useWords('tester');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const query = useQuery(trpc.policyCases.list.queryOptions());
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  const changed = async (sentence?: string) => {
    await askAgain(queries, trpc.policyCases.list.queryKey());
    if (sentence) announce(sentence);
  };
  return (
    <div ref={region}>
      <Page title={t('title')} lead={t('lead')} above={above}>
        <Loaded query={query} lines={8}>
          {(found) => <Found found={found} onChanged={changed} />}
        </Loaded>
      </Page>
    </div>
  );
}

interface FoundProps {
  found: PolicyCases;
  onChanged: (sentence?: string) => Promise<void>;
}

function Found({ found, onChanged }: FoundProps) {
  const t = useWords('tester');
  const { agency, maySet, laws, cases } = found;
  const failed = cases.filter(({ passes }) => !passes).length;
  // what is not as expected comes first: that is what somebody looks for here
  const list = (isThere: (one: PolicyCase) => boolean) =>
    cases
      .filter(isThere)
      .toSorted((a, b) => Number(a.passes) - Number(b.passes))
      .map((one) => <CaseCard key={one.key} one={one} laws={laws} maySet={maySet} onChanged={onChanged} />);
  const own = list((one) => one.own !== null);
  return (
    <Stack gap="loose">
      <Notice tone={failed === 0 ? 'ok' : 'care'}>
        <p>{t('count', { passed: cases.length - failed, count: cases.length })}</p>
        {failed === 0 ? null : <p>{t('failed', { count: failed })}</p>}
      </Notice>
      <Section title={t('own', { agency })}>
        {own.length === 0 ? (
          <EmptyState title={t('ownEmptyTitle')}>
            {maySet ? t('ownEmpty') : t('ownEmptyOther', { agency })}
          </EmptyState>
        ) : (
          <List label={t('own', { agency })}>{own}</List>
        )}
        {maySet || own.length === 0 ? null : <p>{t('supervisor', { agency })}</p>}
      </Section>
      <Section title={t('shipped')}>
        <List label={t('shipped')}>{list((one) => one.own === null)}</List>
      </Section>
    </Stack>
  );
}
