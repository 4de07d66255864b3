import type { Permission } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Card, CardTitle, Facts, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { calendarDay, day, monthDay } from '../../app/when.ts';
import { Adults } from './adults/Adults.tsx';
import { Discard } from './Discard.tsx';
import { Kinds } from './Kinds.tsx';
import { LawLines } from './law/LawLines.tsx';
import { NewHolder } from './posts/NewHolder.tsx';
import { usePostName } from './posts/usePostName.ts';
import { ChoiceMark } from './marks/ChoiceMark.tsx';
import { useMarks } from './marks/useMarks.ts';
import { PaperHolds } from './papers/PaperHolds.tsx';
import { PauseSharing } from './PauseSharing.tsx';
import { startsLater } from './starts.ts';
import { StopSharing } from './StopSharing.tsx';
import { TakeAlong } from './TakeAlong.tsx';
import css from './consent.module.css';

interface PermissionCardProps {
  caseId: CaseId;
  permission: Permission;
  /** What its buttons call it. */
  called: string;
  /** Another permission that is not over names the same recipient. */
  hasOthers?: boolean;
  code: string;
  maySign: boolean;
  /** The link that goes on with a draft. */
  goOn: (grantId: Permission['grantId']) => ReactNode;
  /** The link to the page of who may sign. */
  toSigners: ReactNode;
  /** Told in one sentence what has changed. */
  onChanged: (sentence: string) => Promise<void>;
}

/** One recipient: what they can see, what for, until when, and how it ends. */
export function PermissionCard({
  caseId,
  permission,
  called,
  hasOthers = false,
  code,
  maySign,
  goOn,
  toSigners,
  onChanged,
}: PermissionCardProps) {
  const t = useWords('permissions');
  const law = useWords('law');
  const purposes = useWords('purposes');
  const postName = usePostName();
  const { recipient, categories, stopped, state, startsAt } = permission;
  const { open } = useMarks(caseId, permission.grantId);
  const agency =
    recipient.title && state !== 'vacant' ? `${recipient.title}, ${recipient.agency}` : recipient.agency;
  const facts = [
    { term: t('for'), value: purposes(permission.purpose) },
    ...(startsAt && startsLater(permission) ? [{ term: t('from'), value: day(startsAt) }] : []),
    useEnd(permission, code),
    { term: t('shares'), value: permission.discloser },
    { term: t('why'), value: permission.need ?? t('whyPreparing') },
    ...(permission.withoutSharing === null
      ? []
      : [{ term: t('whyNotWithout'), value: permission.withoutSharing }]),
    ...useSignature(permission),
    ...useAdults(permission),
  ];
  return (
    <Card as="li">
      <div>
        <CardTitle>{postName(permission)}</CardTitle>
        {agency === recipient.name && recipient.post === null ? null : <p className={css.soft}>{agency}</p>}
      </div>
      {categories.length > 0 ? (
        <div>
          <p className={css.label}>
            {state !== 'active'
              ? t('kinds')
              : startsAt && startsLater(permission)
                ? t('willSee', { day: day(startsAt) })
                : t('can')}
          </p>
          <Kinds codes={categories} />
        </div>
      ) : null}
      {stopped.length > 0 ? (
        <div>
          <p className={css.label}>{t('stoppedKinds')}</p>
          <Kinds codes={stopped} stopped />
        </div>
      ) : null}
      {permission.law.length > 0 ? (
        <div>
          <p className={css.label}>
            {state === 'draft' ? law('draftTitle') : categories.length === 0 ? t('waits') : law('title')}
          </p>
          <LawLines lines={permission.law} code={code} />
        </div>
      ) : null}
      {state === 'announced' || state === 'vacant' ? (
        <NewHolder
          caseId={caseId}
          permission={permission}
          code={code}
          maySign={maySign}
          onChanged={onChanged}
        />
      ) : null}
      <PaperHolds holds={permission.paper.holds} />
      <Facts facts={facts} />
      <Adults
        caseId={caseId}
        permission={permission}
        called={called}
        maySign={maySign}
        toSigners={toSigners}
        onChanged={onChanged}
      />
      <TakeAlong caseId={caseId} permission={permission} called={called} />
      {['active', 'announced', 'vacant', 'paused'].includes(state) ? (
        <StopSharing
          caseId={caseId}
          permission={permission}
          waiting={permission.law.map(({ kind }) => kind)}
          called={called}
          hasOthers={hasOthers}
          onChanged={onChanged}
        />
      ) : null}
      {(state === 'active' || state === 'paused') && !open ? (
        <PauseSharing
          caseId={caseId}
          permission={permission}
          called={called}
          code={code}
          maySign={maySign}
          onChanged={onChanged}
        />
      ) : null}
      {state === 'draft' || state === 'ended' ? null : (
        <ChoiceMark
          caseId={caseId}
          permission={permission}
          called={called}
          code={code}
          onChanged={onChanged}
        />
      )}
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
function useEnd({ stoppedAt, stoppedByName, stoppedHow, endsOn }: Permission, code: string) {
  const t = useWords('permissions');
  const stops = useWords('stops');
  if (stoppedAt === null) return { term: t('until'), value: calendarDay(endsOn) };
  const by = { day: monthDay(stoppedAt), name: stoppedByName ?? code };
  return { term: t('stoppedOn'), value: stoppedHow ? stops(`how.${stoppedHow}`, by) : t('stoppedBy', by) };
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

/** Who signed beside the young person: what they are to them, never a name. */
function useAdults({ adults }: Permission) {
  const t = useWords('countersign');
  const relations = useWords('signers');
  return adults.map(({ relation, at }) => ({
    term: t('adults'),
    value: t('adult', { who: relations(`relation.${relation}`), day: day(at) }),
  }));
}
