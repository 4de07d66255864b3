import { isOver, nudgeOf, type ReferralStanding } from '@accord/cases';
import { Chip, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { day } from '../when.ts';
import css from './referral.module.css';
import { toneOf, useStatus } from './words.ts';

interface StandingProps {
  standing: ReferralStanding;
  /** The link back to the search, where this one will not bring the help. */
  another?: ReactNode;
}

/** Where a referral stands, who said so as far as the reader may know, and what the waiting calls for. */
export function Standing({ standing, another }: StandingProps) {
  const t = useWords('referrals');
  const status = useStatus();
  const sentBy = standing.part === 'owner';
  return (
    <div className={css.standing}>
      <p>
        <Chip tone={toneOf(standing)}>{status(standing)}</Chip>
      </p>
      <p className={css.small}>
        <SaidBy standing={standing} />
      </p>
      {standing.status === 'requested' && standing.reached === false ? (
        <p className={css.small}>{t('notThere')}</p>
      ) : null}
      <Nudge standing={standing} />
      {sentBy && (isOver(standing) || nudgeOf(standing) === 'another') ? another : null}
    </div>
  );
}

function SaidBy({ standing: { status, by, at } }: { standing: ReferralStanding }) {
  const t = useWords('referrals');
  const on = { day: day(at) };
  if (by === null) return t('since', on);
  if (by.is === 'owner') {
    const { name } = by;
    return status === 'cancelled' ? t('by.ownerBack', { name, ...on }) : t('by.owner', { name, ...on });
  }
  return by.is === 'receiver'
    ? t('by.receiver', { name: by.name, agency: by.agency, ...on })
    : t('by.young-person', on);
}

function Nudge({ standing }: { standing: ReferralStanding }) {
  const t = useWords('referrals');
  const nudge = nudgeOf(standing);
  const { part, unansweredDays } = standing;
  if (nudge === null || unansweredDays === null || part === null) return null;
  const count = { count: unansweredDays };
  return (
    <p className={css.nudge}>
      {part === 'receiver' ? t('nudge.receiver', count) : t(`nudge.${nudge}`, count)}
    </p>
  );
}
