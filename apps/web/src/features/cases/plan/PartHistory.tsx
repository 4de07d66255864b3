import type { CaseId, ItemId } from '@accord/kernel';
import { Button, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Loaded } from '../../../app/Loaded.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { monthDay } from '../../../app/when.ts';
import shared from '../case.module.css';
import css from './plan.module.css';

interface PartHistoryProps {
  caseId: CaseId;
  itemId: ItemId;
  /** Of the part: a newer one is asked for anew. */
  revision: number;
  name: string;
}

/** How it was worded before, theirs and the team's side by side, newest first. Reading it is written down. */
export function PartHistory({ name, ...about }: PartHistoryProps) {
  const t = useWords('needs');
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <>
      <Button
        kind="quiet"
        small
        aria-expanded={open}
        aria-controls={panel}
        aria-label={open ? undefined : t('historyNamed', { name })}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'historyHide' : 'history')}
      </Button>
      <div id={panel} className={css.history} hidden={!open}>
        {open ? <Versions key={about.revision} {...about} /> : null}
      </div>
    </>
  );
}

function Versions({ caseId, itemId }: Omit<PartHistoryProps, 'name'>) {
  const t = useWords('needs');
  const query = useQuery({ ...useTRPC().plans.history.queryOptions({ caseId, itemId }), gcTime: 0 });
  return (
    <Loaded query={query} lines={3}>
      {({ versions }) => (
        <ol className={css.versions}>
          {versions.map(({ at, ownWords, adultWords, rating }, index) => (
            <li key={at}>
              <p className={shared.progress}>
                {t(index === 0 ? 'now' : 'written', { day: monthDay(at) })}
                {rating ? ` · ${t(`ratings.${rating}`)}` : null}
              </p>
              <p className={shared.smallVoice}>“{ownWords}”</p>
              {adultWords ? <p className={shared.adult}>{adultWords}</p> : null}
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  );
}
