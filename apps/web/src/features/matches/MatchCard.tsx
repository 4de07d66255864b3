import type { WaitingMatch } from '@accord/matches';
import type { CaseId } from '@accord/kernel';
import { Card, CardTitle, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { calendarDay } from '../../app/when.ts';
import { AskDecision } from './AskDecision.tsx';
import { FoundDecision } from './FoundDecision.tsx';
import { LinkedActions } from './LinkedActions.tsx';
import css from './matches.module.css';

export type CaseLink = (caseId: CaseId, label: string, name: string) => ReactNode;

export const keyOf = (match: WaitingMatch) => (match.is === 'ask' ? match.askId : match.matchId);

/** A colleague's question, a case that another agency seems to know, or a link; with what can be said to it. */
export function MatchCard({ match, see }: { match: WaitingMatch; see?: CaseLink | undefined }) {
  const t = useWords('matches');
  const { name, title, agency, codeName: code, reason, on } = match;
  return (
    <Card as="li">
      <div>
        <CardTitle>{t(`${match.is}.title`, { name, agency, code })}</CardTitle>
        {match.is === 'linked' ? null : (
          <p className={css.soft}>
            {t('person', { name, title })}, {agency}
          </p>
        )}
      </div>
      <p>
        {match.is === 'linked'
          ? t('linked.what', { other: match.otherCode, name, title })
          : t(`${match.is}.what`, { code })}
      </p>
      <p className={css.soft}>
        {match.is === 'linked' ? t('linked.next', { code }) : t('why', { reason: t(`reasons.${reason}`) })}{' '}
        {t('on', { day: calendarDay(on) })}
      </p>
      <Decision match={match} see={see} />
    </Card>
  );
}

function Decision({ match, see }: { match: WaitingMatch; see: CaseLink | undefined }) {
  switch (match.is) {
    case 'ask':
      return <AskDecision ask={match} />;
    case 'found':
      return <FoundDecision found={match} />;
    case 'linked':
      return <LinkedActions linked={match} see={see} />;
  }
}
