import type { Permission } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Card, CardTitle, Facts, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { calendarDay, day, monthDay } from '../../app/when.ts';
import { Discard } from './Discard.tsx';
import { Kinds } from './Kinds.tsx';
import { PauseSharing } from './PauseSharing.tsx';
import { StopSharing } from './StopSharing.tsx';
import css from './consent.module.css';

interface PermissionCardProps {
  caseId: CaseId;
  permission: Permission;
  /** What its buttons call it. */
  called: string;
  code: string;
  maySign: boolean;
  /** The link that goes on with a draft. */
  goOn: (grantId: Permission['grantId']) => ReactNode;
  /** Told in one sentence what has changed. */
  onChanged: (sentence: string) => Promise<void>;
}

/** One recipient: what they can see, what for, until when, and how it ends. */
export function PermissionCard({
  caseId,
  permission,
  called,
  code,
  maySign,
  goOn,
  onChanged,
}: PermissionCardProps) {
  const t = useWords('permissions');
  const purposes = useWords('purposes');
  const { recipient, categories, stopped, state } = permission;
  const agency = recipient.title ? `${recipient.title}, ${recipient.agency}` : recipient.agency;
  const facts = [
    { term: t('for'), value: purposes(permission.purpose) },
    useEnd(permission, code),
    { term: t('shares'), value: permission.discloser },
    { term: t('why'), value: permission.need ?? t('whyPreparing') },
    ...useSignature(permission),
  ];
  return (
    <Card as="li">
      <div>
        <CardTitle>{recipient.name}</CardTitle>
        {agency === recipient.name ? null : <p className={css.soft}>{agency}</p>}
      </div>
      {categories.length > 0 ? (
        <div>
          <p className={css.label}>{t(state === 'active' ? 'can' : 'kinds')}</p>
          <Kinds codes={categories} />
        </div>
      ) : null}
      {stopped.length > 0 ? (
        <div>
          <p className={css.label}>{t('stoppedKinds')}</p>
          <Kinds codes={stopped} stopped />
        </div>
      ) : null}
      <Facts facts={facts} />
      {state === 'active' || state === 'paused' ? (
        <StopSharing caseId={caseId} permission={permission} called={called} onChanged={onChanged} />
      ) : null}
      {state === 'active' || state === 'paused' ? (
        <PauseSharing
          caseId={caseId}
          permission={permission}
          called={called}
          code={code}
          maySign={maySign}
          onChanged={onChanged}
        />
      ) : null}
      {state === 'draft' ? (
        <>
          {maySign ? <div>{goOn(permission.grantId)}</div> : null}
          <Discard caseId={caseId} grantId={permission.grantId} onChanged={onChanged} />
        </>
      ) : null}
    </Card>
  );
}

/** Until when it holds; of a stopped one, since when it does not, and on whose word. */
function useEnd({ stoppedAt, stoppedByName, endsOn }: Permission, code: string) {
  const t = useWords('permissions');
  if (stoppedAt === null) return { term: t('until'), value: calendarDay(endsOn) };
  const by = { day: monthDay(stoppedAt), name: stoppedByName ?? code };
  return { term: t('stoppedOn'), value: t('stoppedBy', by) };
}

/** How it was signed, who was beside them, and who wrote that down. */
function useSignature({ signed }: Permission) {
  const t = useWords('permissions');
  if (!signed) return [];
  return [
    { term: t('signed'), value: t(`signedAs.${signed.method}`, { day: day(signed.at) }) },
    { term: t('witness'), value: signed.witness ?? t('witnessPreparing') },
    { term: t('recordedBy'), value: signed.recordedBy },
  ];
}
