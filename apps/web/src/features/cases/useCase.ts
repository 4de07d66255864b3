import type { CasePage } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { useAnnounce, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Seat } from '../../app/client.ts';
import { useLive } from '../../app/live.ts';
import { askAgain } from '../../app/queries.ts';
import { useTRPC } from '../../app/trpc.ts';
import { useAccessEnd } from '../../app/useAccessEnd.ts';
import { time } from '../../app/when.ts';
import { useNotShared } from '../../app/useNotShared.ts';
import { fingerprint } from './arrange.ts';

/**
 * `neutral` holds no page: what has ended is gone from memory, not only from sight. `failed` keeps it for
 * the forms that stand in it, covered: whether it may still be seen is unknown, and unknown means no.
 */
type CaseView =
  | { is: 'loading' }
  | { is: 'shown'; page: CasePage }
  | { is: 'failed'; page: CasePage | undefined; error: unknown }
  | { is: 'neutral' };

export interface OpenCase {
  view: CaseView;
  /** When the page last changed by itself, in words; null when it has not. */
  changedAt: string | null;
  retry: () => void;
  /** After one's own change: the page is asked for again, and nobody is told that it changed. */
  refresh: () => Promise<void>;
}

/** One's own change comes back as an answer and as a ping; for this long, in ms, it is no news. */
const OWN_CHANGE = 2_000;

export function useCase(caseId: CaseId, seat?: Seat): OpenCase {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const query = useQuery({ ...trpc.cases.open.queryOptions({ caseId }), retryOnMount: false });
  const refetch = query.refetch;
  const retry = useCallback(() => void refetch(), [refetch]);
  const onChange = () => void askAgain(queries, trpc.cases.open.queryKey({ caseId }));
  const onReady = useUnlessSame(query.error ? undefined : query.data?.mark, query.isFetching, onChange);
  useLive({ path: '/api/staff/live', caseId, seat, onChange, onReady });
  const over = useAccessEnd(query.data?.accessEndsAt, retry);

  const notShared = useNotShared(query);
  const view = viewOf(query.data, query.error, over || notShared);
  const quietUntil = useRef(0);
  const changedAt = useChangeNotice(view, quietUntil);
  const refresh = useCallback(async () => {
    quietUntil.current = Date.now() + OWN_CHANGE;
    await refetch();
  }, [refetch]);
  return { view, changedAt, retry, refresh };
}

/**
 * What a stream says when it is ready: with the mark of the page that is already here, or on its way, nothing has to be
 * asked again. Each time that a page is asked for counts as a look at somebody.
 */
function useUnlessSame(mark: string | undefined, isFetching: boolean, ask: () => void) {
  const [ready, setReady] = useState<{ mark: string } | null>(null);
  const compared = useRef<object | null>(null);
  useEffect(() => {
    if (ready === null || ready === compared.current || isFetching) return;
    compared.current = ready;
    if (ready.mark === '' || ready.mark !== mark) ask();
  }, [ready, mark, isFetching, ask]);
  return useCallback((said: string) => setReady({ mark: said }), []);
}

function viewOf(page: CasePage | undefined, error: unknown, ended: boolean): CaseView {
  if (ended) return { is: 'neutral' };
  if (error) return { is: 'failed', page, error };
  return page ? { is: 'shown', page } : { is: 'loading' };
}

/** Says politely that the page changed by itself, and when. */
function useChangeNotice(view: CaseView, quietUntil: { current: number }): string | null {
  const t = useWords('cases');
  const announce = useAnnounce();
  const [changedAt, setChangedAt] = useState<string | null>(null);
  const seen = useRef<string | null>(null);
  const print = view.is === 'shown' ? fingerprint(view.page) : view.is === 'neutral' ? '' : null;
  useEffect(() => {
    if (print === null || print === seen.current) return;
    const first = seen.current === null;
    seen.current = print;
    if (first || Date.now() < quietUntil.current) return;
    const now = time(new Date());
    setChangedAt(now);
    announce(print === '' ? t('page.ended') : t('page.changed', { time: now }));
  }, [print, quietUntil, announce, t]);
  return changedAt;
}
