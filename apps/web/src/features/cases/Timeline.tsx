import { Button, Chip, EmptyState, Neutral, useWords } from '@accord/ui';
import type { CaseId, ItemId } from '@accord/kernel';
import { memo, useDeferredValue, useMemo, type ReactNode } from 'react';
import { Answer } from '../../app/referral/Answer.tsx';
import { Standing } from '../../app/referral/Standing.tsx';
import { useStaff } from '../../app/session.ts';
import { day } from '../../app/when.ts';
import { type ArrangedPage, isOpenNote, type TimelineEntry } from './arrange.ts';
import { AudienceLine } from './AudienceLine.tsx';
import { Closed } from './Closed.tsx';
import { Corrections } from './Corrections.tsx';
import { EntryBody } from './EntryBody.tsx';
import { matches, ownersOf, type TimelineFilter } from './filter.ts';
import { TimelineBar } from './TimelineBar.tsx';
import { useGrowing } from './useGrowing.ts';
import css from './case.module.css';

interface TimelineProps extends EntryContext {
  entries: readonly TimelineEntry[];
  /** Who may write gets a next step where there is nothing; everybody else gets the neutral sentence. */
  mayWrite: boolean;
  filter: TimelineFilter;
  /** Left out where the view cannot be chosen. */
  onFilter?: ((filter: TimelineFilter) => void) | undefined;
}

/** The link to a meeting, by what it is called. */
export type MeetingLink = (meetingId: ItemId, name: string) => ReactNode;

/** What an entry's own buttons need. */
interface EntryContext {
  caseId: CaseId;
  refresh: () => Promise<void>;
  /** The link to the search for another service. */
  another?: ReactNode;
  meeting?: MeetingLink | undefined;
  /** What the young person says to an entry. */
  sidesOf: ArrangedPage['sidesOf'];
  /** When the reader looked at it before; null for a first look. */
  lookedAt: string | null;
}

export function Timeline({ entries, mayWrite, filter, onFilter, ...context }: TimelineProps) {
  const t = useWords('cases');
  const plan = useWords('plan');
  const { caseId, refresh, another, meeting, sidesOf, lookedAt } = context;
  const shown = useMemo(() => entries.filter((entry) => matches(filter, entry)), [entries, filter]);
  const around = useMemo(
    () => ({ caseId, refresh, another, meeting, sidesOf, lookedAt }),
    [caseId, refresh, another, meeting, sidesOf, lookedAt],
  );
  // What changes in a long case is drawn while one can go on typing.
  const drawn = useDeferredValue(around);
  if (entries.length === 0) {
    return mayWrite ? <EmptyState title={t('item.emptyTitle')}>{t('item.empty')}</EmptyState> : <Neutral />;
  }
  return (
    <>
      {onFilter ? <TimelineBar filter={filter} owners={ownersOf(entries)} onFilter={onFilter} /> : null}
      {shown.length === 0 ? (
        <EmptyState
          title={plan('filter.empty')}
          action={<Button onClick={() => onFilter?.({})}>{plan('filter.back')}</Button>}
        >
          {plan(mayWrite ? 'filter.emptyHint' : 'filter.emptyShared')}
        </EmptyState>
      ) : (
        <Entries entries={shown} around={drawn} />
      )}
    </>
  );
}

function Entries({ entries, around }: { entries: readonly TimelineEntry[]; around: EntryContext }) {
  const t = useWords('cases');
  const drawn = useGrowing(entries.length);
  return (
    <ol aria-label={t('page.timeline')}>
      {entries.slice(0, drawn).map((entry) => (
        <li key={entry.itemId} className={css.entry}>
          <time className={css.when} dateTime={entry.at}>
            {day(entry.at)}
          </time>
          <Entry entry={entry} around={around} />
        </li>
      ))}
    </ol>
  );
}

const Entry = memo(function Entry({ entry, around }: { entry: TimelineEntry; around: EntryContext }) {
  const { lookedAt, sidesOf, meeting, ...context } = around;
  const t = useWords('cases');
  const kinds = useWords('categories');
  const me = useStaff();
  const isNew = lookedAt !== null && entry.at > lookedAt && entry.author !== me?.name;
  if (entry.content.is !== 'open') return <Closed item={entry} />;
  return (
    <article className={css.article}>
      <p className={css.meta}>
        {isNew ? <Chip tone="care">{t('item.new')}</Chip> : null}
        {entry.categories.map((code) => (
          <Chip key={code}>{kinds(`${code}.label`)}</Chip>
        ))}
        <span>{entry.author ? t('item.by', { author: entry.author, owner: entry.owner }) : entry.owner}</span>
      </p>
      <EntryBody entry={entry} />
      {isOpenNote(entry) ? <Corrections note={entry} {...context} /> : null}
      {entry.kind === 'meeting' ? meeting?.(entry.itemId, entry.content.body.what) : null}
      {entry.kind === 'referral' ? <Where referral={entry} {...context} /> : null}
      <Sides sides={sidesOf(entry.itemId)} />
      <AudienceLine audience={entry.audience} itemId={entry.itemId} />
    </article>
  );
});

/** The young person's own words beside what they answer. */
function Sides({ sides }: { sides: readonly string[] }) {
  const t = useWords('cases');
  if (sides.length === 0) return null;
  return (
    <div>
      <p className={css.label}>{t('item.theirSide')}</p>
      {sides.map((text) => (
        <blockquote key={text} className={css.smallVoice}>
          “{text}”
        </blockquote>
      ))}
    </div>
  );
}

/** Where a referral stands, and what this reader may do about it. */
function Where({
  referral,
  caseId,
  refresh,
  another,
}: { referral: Extract<TimelineEntry, { kind: 'referral' }> } & Omit<
  EntryContext,
  'lookedAt' | 'sidesOf' | 'meeting'
>) {
  const { itemId, revision, standing, content } = referral;
  if (!standing || content.is !== 'open') return null;
  const { service } = content.body;
  return (
    <div>
      <Standing standing={standing} another={another} />
      <Answer {...{ caseId, itemId, revision, service, standing, refresh }} />
    </div>
  );
}
