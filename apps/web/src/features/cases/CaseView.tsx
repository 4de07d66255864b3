import type { CaseId } from '@accord/kernel';
import { Page, useWords } from '@accord/ui';
import { useRef, type ReactNode } from 'react';
import type { Seat } from '../../app/client.ts';
import { useFocusRescue } from '../../app/focus.ts';
import { NotShared, Pending } from '../../app/routeStates.tsx';
import { Trouble } from '../../app/Trouble.tsx';
import { CaseContent } from './CaseContent.tsx';
import type { MeetingLink } from './Timeline.tsx';
import type { TimelineFilter } from './filter.ts';
import { useCase } from './useCase.ts';
import { useNoteVisit } from './useNoteVisit.ts';

interface CaseViewProps {
  caseId: CaseId;
  seat?: Seat;
  /** Links to what else can be done on this case; left out where the page only shows. */
  actions?: ReactNode;
  /** What of the timeline is shown; without `onFilter` all of it, for good. */
  filter?: TimelineFilter;
  onFilter?: (filter: TimelineFilter) => void;
  /** The link to the search for another service, where a referral will not bring the help. */
  another?: ReactNode;
  meeting?: MeetingLink;
}

const ALL: TimelineFilter = {};

/**
 * One case, live. When access ends the content goes at once, and the neutral sentence stands where it
 * would stand if nothing had ever been shared.
 */
export function CaseView({ caseId, seat, actions, another, meeting, filter = ALL, onFilter }: CaseViewProps) {
  const problems = useWords('problems');
  const { view, changedAt, retry, refresh } = useCase(caseId, seat);
  // In the demo's second seat somebody looks over the reader's shoulder.
  useNoteVisit(caseId, view.is === 'shown' && seat === undefined);
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  return (
    <div ref={region}>
      {view.is === 'loading' ? <Pending delay={300} lines={7} onRetry={retry} /> : null}
      {view.is === 'neutral' ? <NotShared /> : null}
      {view.is === 'failed' ? (
        <Page title={problems('pageTitle')}>
          <Trouble error={view.error} onRetry={retry} kept={view.page ? problems('kept') : undefined} />
        </Page>
      ) : null}
      {/* While it is unknown whether the page may be seen it is covered; what was being written in it stays. */}
      {'page' in view && view.page ? (
        <div hidden={view.is !== 'shown'}>
          <CaseContent
            page={view.page}
            changedAt={changedAt}
            actions={actions}
            another={another}
            meeting={meeting}
            refresh={refresh}
            filter={filter}
            onFilter={onFilter}
          />
        </div>
      ) : null}
    </div>
  );
}
