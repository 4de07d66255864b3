import type { Grid } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, DateField, Notice, Page, Row, Stack, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { useLive } from '../../../app/live.ts';
import { NotShared } from '../../../app/routeStates.tsx';
import { useStaff } from '../../../app/session.ts';
import { Trouble } from '../../../app/Trouble.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { calendarDay, inDays, time } from '../../../app/when.ts';
import { useNotShared } from '../../../app/useNotShared.ts';
import type { Ask } from './draft.ts';
import { GridBoard } from './GridBoard.tsx';
import { GridSkeleton } from './GridSkeleton.tsx';
import css from './grid.module.css';

interface WhoSeesProps {
  caseId: CaseId;
  /** The day that the table is about; undefined is now. */
  asOf: string | undefined;
  onAsOf: (day: string | undefined) => void;
  above: ReactNode;
  /** The link to the form that asks, filled in with a draft. */
  ask: (what: Ask, label: string) => ReactNode;
  /** The link to the permissions of the case. */
  permissions: (label: string, name: string) => ReactNode;
}

/** Who sees what of one agency's items, live; the last answer stays, read only, when no newer one comes. */
export function WhoSees({ caseId, asOf, onAsOf, above, ask, permissions }: WhoSeesProps) {
  const t = useWords('grid');
  const id = useId();
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.consent.whoSeesWhat.queryOptions({ caseId, ...(asOf ? { asOf } : {}) }),
    retryOnMount: false,
  });
  const refresh = async () => {
    await query.refetch();
  };
  useLive({ path: '/api/staff/live', caseId, onChange: () => void refresh() });
  const notShared = useNotShared(query);
  if (notShared) return <NotShared />;
  const { data } = query;
  return (
    <Page
      title={t('title')}
      above={above}
      width="wide"
      lead={data ? t('lead', { owner: data.owner, code: data.codeName }) : undefined}
    >
      <Stack>
        <div className={css.tools}>
          <DateField
            id={id}
            label={t('asOf')}
            hint={t('asOfHint')}
            value={asOf ?? inDays(0)}
            onChange={(event) => {
              const day = event.currentTarget.value;
              if (day) onAsOf(day === inDays(0) ? undefined : day);
            }}
          />
          <Row>
            {asOf ? <Button onClick={() => onAsOf(undefined)}>{t('today')}</Button> : null}
            <Button onClick={() => window.print()}>{t('print')}</Button>
          </Row>
        </div>
        {data ? <Printed grid={data} asOf={asOf} /> : null}
        {data?.dataTerms ? (
          <Notice tone="plum">{t('terms', { owner: data.owner, terms: data.dataTerms })}</Notice>
        ) : null}
        {asOf && data ? (
          <Notice>{t(asOf > inDays(0) ? 'comingDay' : 'otherDay', { day: calendarDay(asOf) })}</Notice>
        ) : null}
        {query.isError && data ? (
          <Notice tone="care">
            <p role="status">{t('stale', { time: time(new Date(query.dataUpdatedAt)) })}</p>
          </Notice>
        ) : null}
        {query.isError && !data ? <Trouble error={query.error} onRetry={() => void refresh()} /> : null}
        {query.isPending ? <GridSkeleton /> : null}
        {data ? (
          <GridBoard
            caseId={caseId}
            grid={data}
            canDraft={!asOf && !query.isError}
            canStop={!query.isError}
            ask={ask}
            permissions={permissions}
            onChanged={refresh}
          />
        ) : null}
      </Stack>
    </Page>
  );
}

/** On paper: whose table, who printed it, for what, and of which day. A code name, and no name of a young person. */
function Printed({ grid, asOf }: { grid: Grid; asOf: string | undefined }) {
  const t = useWords('grid');
  const purposes = useWords('purposes');
  const me = useStaff();
  if (!me) return null;
  return (
    <p className={css.printed}>
      {t('printed', {
        code: grid.codeName,
        name: me.name,
        agency: me.agency.name,
        purpose: purposes(me.purpose),
        day: asOf ? calendarDay(asOf) : `${calendarDay(inDays(0))}, ${time(new Date(grid.at))}`,
      })}
    </p>
  );
}
