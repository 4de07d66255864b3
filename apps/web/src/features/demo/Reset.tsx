import { Button, Notice, Section, Stack, useAnnounce, useWords } from '@accord/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Trouble } from '../../app/Trouble.tsx';
import { useTRPC } from '../../app/trpc.ts';
import css from './Reset.module.css';

const LOOK_MS = 400;

/** One click makes the whole demo anew, and one brings the one before back. Not there where it cannot be done. */
export function Reset() {
  const t = useWords('demo');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [said, setSaid] = useState<string | null>(null);
  const state = useQuery({
    ...trpc.demo.state.queryOptions(),
    refetchInterval: ({ state: { data } }) => (data?.working === null ? false : LOOK_MS),
  });
  // Whoever was signed in here is not any more: nothing that they asked for stays.
  const turned = (sentence: string) => ({
    onSuccess: async () => {
      setSaid(sentence);
      announce(sentence);
      queries.removeQueries({ predicate: ({ queryKey }) => !isOfDemo(queryKey) });
      await queries.invalidateQueries(trpc.demo.state.queryFilter());
    },
    onError: () => void state.refetch(),
  });
  const reset = useMutation(trpc.demo.reset.mutationOptions(turned(t('reset.done'))));
  const undo = useMutation(trpc.demo.undoReset.mutationOptions(turned(t('reset.undone'))));
  const { isPending } = reset;
  const look = state.refetch;
  // Asking begins with the click: before it nothing was being made.
  useEffect(() => {
    if (!isPending) return undefined;
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isPending, look]);

  if (!state.data?.canReset) return null;
  const { working, canUndo } = state.data;
  const busy = isPending || undo.isPending || working !== null;
  const failed = reset.error ?? undo.error;
  return (
    <Section title={t('reset.title')}>
      <Stack>
        <p>{t('reset.lead')}</p>
        {busy ? <Progress part={working ?? 0} own={isPending} /> : null}
        {said && !busy ? <Notice tone="ok">{said}</Notice> : null}
        {failed ? <Trouble error={failed} onRetry={() => void state.refetch()} /> : null}
        <div className={css.buttons}>
          <Button
            busy={busy}
            onClick={() => {
              setSaid(null);
              reset.mutate();
            }}
          >
            {t('reset.go')}
          </Button>
          {canUndo && !busy ? (
            <Button kind="quiet" onClick={() => undo.mutate()}>
              {t('reset.undo')}
            </Button>
          ) : null}
        </div>
      </Stack>
    </Section>
  );
}

const isOfDemo = ([path]: readonly unknown[]) => Array.isArray(path) && path[0] === 'demo';

function Progress({ part, own }: { part: number; own: boolean }) {
  const t = useWords('demo');
  const label = own ? t('reset.working', { percent: Math.round(part * 100) }) : t('reset.waiting');
  return (
    <label className={css.progress}>
      {label}
      <progress value={part} max={1} />
    </label>
  );
}
