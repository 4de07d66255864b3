import type { CasePage } from '@accord/cases';
import { Notice, Page, Section, useWords } from '@accord/ui';
import { useMemo, useState, type ReactNode } from 'react';
import { calendarDay, monthDay } from '../../app/when.ts';
import { useStaff } from '../../app/session.ts';
import { AddAppointment } from './AddAppointment.tsx';
import { AddNote } from './AddNote.tsx';
import { AskElse } from './AskElse.tsx';
import { JustSent } from './JustSent.tsx';
import { arrange } from './arrange.ts';
import { Sheets } from './care/Sheets.tsx';
import { CaseContext } from './case-context.ts';
import type { TimelineFilter } from './filter.ts';
import { Goals } from './Goals.tsx';
import { CaseRail } from './CaseRail.tsx';
import { Obligations } from './Obligations.tsx';
import { ProfileFacts } from './ProfileFacts.tsx';
import { PlanParts } from './plan/PlanParts.tsx';
import { type MeetingLink, Timeline } from './Timeline.tsx';
import css from './case.module.css';

interface CaseContentProps {
  page: CasePage;
  changedAt: string | null;
  actions: ReactNode;
  another?: ReactNode;
  meeting?: MeetingLink | undefined;
  refresh: () => Promise<void>;
  filter: TimelineFilter;
  onFilter: ((filter: TimelineFilter) => void) | undefined;
}

/** Goals first, always; then what is next and who is there; then what happened, newest first. */
export function CaseContent(props: CaseContentProps) {
  const { page, changedAt, actions, another, meeting, refresh, filter, onFilter } = props;
  const t = useWords('cases');
  const arranged = useMemo(() => arrange(page.items), [page.items]);
  const { profile } = arranged;
  // That of the first answer: the later ones know of this very look.
  const [lookedAt] = useState(page.lookedAt);
  const about = useMemo(
    () => ({ caseId: page.caseId, codeName: page.codeName }),
    [page.caseId, page.codeName],
  );
  const name = profile?.content.is === 'open' ? profile.content.body.name : undefined;
  return (
    <Page
      width="wide"
      above={<HereFor page={page} />}
      title={name ?? page.codeName}
      lead={
        <>
          {name ? <p>{t('page.code', { code: page.codeName })}</p> : null}
          {profile ? <ProfileFacts caseId={page.caseId} profile={profile} refresh={refresh} /> : null}
          {page.sharedBy.map(({ owner, endsOn }) => (
            <p key={owner}>{t('page.openUntil', { day: calendarDay(endsOn), owner, code: page.codeName })}</p>
          ))}
        </>
      }
      actions={page.writes.length > 0 ? actions : undefined}
    >
      {changedAt ? <p className={css.changed}>{t('page.changed', { time: changedAt })}</p> : null}
      {page.heldSince ? (
        <Notice tone="care">{t('page.held', { day: monthDay(page.heldSince) })}</Notice>
      ) : null}
      <JustSent caseId={page.caseId} />
      <Obligations obligations={page.obligations} />
      {page.writes.length === 0 && page.sharedBy.length > 0 ? <AskElse page={page} /> : null}
      <CaseContext value={about}>
        <div className={css.columns}>
          <div className={css.goals}>
            <Goals page={page} arranged={arranged} refresh={refresh} />
            <Sheets page={page} arranged={arranged} refresh={refresh} />
          </div>
          <div className={css.rail}>
            <CaseRail arranged={arranged} team={page.team} />
          </div>
          <div className={css.parts}>
            <PlanParts page={page} arranged={arranged} refresh={refresh} />
          </div>
          <div className={css.timeline}>
            <Section title={t('page.timeline')}>
              {page.writes.length > 0 ? (
                <div className={css.writing}>
                  <AddNote page={page} refresh={refresh} />
                  <AddAppointment caseId={page.caseId} refresh={refresh} />
                </div>
              ) : null}
              <Timeline
                entries={arranged.timeline}
                lookedAt={lookedAt}
                sidesOf={arranged.sidesOf}
                mayWrite={page.writes.length > 0}
                filter={filter}
                onFilter={onFilter}
                caseId={page.caseId}
                refresh={refresh}
                another={another}
                meeting={meeting}
              />
            </Section>
          </div>
        </div>
      </CaseContext>
    </Page>
  );
}

/** The same person can be here in two roles: which one it is stands above the page. */
function HereFor({ page }: { page: CasePage }) {
  const t = useWords('frame');
  const systems = useWords('systems');
  const purposes = useWords('purposes');
  const me = useStaff();
  if (!me) return null;
  return <p>{t('hereFor', { system: systems(me.agency.system), purpose: purposes(page.purpose) })}</p>;
}
