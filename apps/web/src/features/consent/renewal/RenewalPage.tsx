import type { Renewal } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import {
  Button,
  Card,
  CardTitle,
  EmptyState,
  List,
  Notice,
  Page,
  Section,
  Stack,
  useWords,
} from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { Loaded } from '../../../app/Loaded.tsx';
import { askAgain } from '../../../app/queries.ts';
import { NotShared } from '../../../app/routeStates.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { useNotShared } from '../../../app/useNotShared.ts';
import { calendarDay, inDays } from '../../../app/when.ts';
import { EndField } from '../EndField.tsx';
import { Kinds } from '../Kinds.tsx';
import { RenewalCards } from './RenewalCards.tsx';
import css from '../consent.module.css';

/** For working together on a plan, in days. */
const PROPOSED_DAYS = 90;

interface RenewalPageProps {
  caseId: CaseId;
  above: ReactNode;
  /** The link that prepares a new one. */
  prepare: ReactNode;
  onDone: () => void;
}

/** What ends soon for one young person: what can be asked with a card each, and then the screen in their hands. */
export function RenewalPage({ caseId, above, prepare, onDone }: RenewalPageProps) {
  const t = useWords('renewal');
  const permissions = useWords('permissions');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const endId = useId();
  const [endsOn, setEndsOn] = useState(inDays(PROPOSED_DAYS));
  const [handed, setHanded] = useState(false);
  const query = useQuery({
    ...trpc.renewal.open.queryOptions({ caseId }),
    retryOnMount: false,
    // What the young person holds in their hands does not change under them.
    enabled: !handed,
  });
  const notShared = useNotShared(query);
  const code = query.data?.codeName ?? permissions('form.theYoungPerson');
  if (notShared) return <NotShared />;
  return (
    <>
      <Page title={t('title', { code })} above={above} lead={t('lead', { code })}>
        <Loaded query={query} lines={6}>
          {(renewal) => (
            <Stack gap="loose">
              {renewal.same.length + renewal.changed.length === 0 ? (
                <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
              ) : null}
              <Part title={t('same')} hint={t('sameHint')} rows={renewal.same} />
              {renewal.same.length > 0 && renewal.mayRenew ? (
                <>
                  <EndField
                    id={endId}
                    label={t('endsOn')}
                    value={endsOn}
                    onChange={(event) => setEndsOn(event.currentTarget.value || inDays(PROPOSED_DAYS))}
                    onDays={(days) => setEndsOn(inDays(days))}
                  />
                  <Notice tone="plum">{t('handOverHint', { code })}</Notice>
                  <div>
                    <Button kind="primary" onClick={() => setHanded(true)}>
                      {t('handOver', { code })}
                    </Button>
                  </div>
                </>
              ) : null}
              {renewal.mayRenew ? null : <p className={css.soft}>{t('cannot', { code })}</p>}
              <Part
                title={t('changed')}
                hint={t('changedHint')}
                rows={renewal.changed.map((each) => ({ ...each, note: t(`why.${each.why}`, { code }) }))}
              />
              {renewal.changed.length > 0 && renewal.mayRenew ? <div>{prepare}</div> : null}
            </Stack>
          )}
        </Loaded>
      </Page>
      {handed && query.data ? (
        <RenewalCards
          caseId={caseId}
          endsOn={endsOn}
          same={query.data.same}
          onDone={() =>
            void askAgain(queries, trpc.consent.list.queryKey({ caseId })).then(() => {
              setHanded(false);
              onDone();
            })
          }
        />
      ) : null}
    </>
  );
}

interface PartProps {
  title: string;
  hint: string;
  rows: readonly (Pick<Renewal['same'][number], 'permission'> & { note?: string })[];
}

function Part({ title, hint, rows }: PartProps) {
  const t = useWords('renewal');
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <p className={css.soft}>{hint}</p>
      <List label={title}>
        {rows.map(({ permission: { grantId, recipient, categories, endsOn }, note }) => (
          <Card as="li" key={grantId}>
            <div>
              <CardTitle>{recipient.name}</CardTitle>
              {recipient.title ? (
                <p className={css.soft}>{`${recipient.title}, ${recipient.agency}`}</p>
              ) : null}
            </div>
            {categories.length > 0 ? <Kinds codes={categories} /> : null}
            <p>{t('until', { day: calendarDay(endsOn) })}</p>
            {note ? <p>{note}</p> : null}
          </Card>
        ))}
      </List>
    </Section>
  );
}
