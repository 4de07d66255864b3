import { ASSENT_FROM, type Permission, type Signers } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { firstNeed, Stack, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Disclosed } from '../../../app/Disclosed.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import css from '../consent.module.css';
import { Countersign } from './Countersign.tsx';
import { Withdraw } from './Withdraw.tsx';

export interface AdultsProps {
  caseId: CaseId;
  permission: Permission;
  /** What its buttons call it. */
  called: string;
  maySign: boolean;
  /** The link to the page of who may sign. */
  toSigners: ReactNode;
  /** Told in one sentence what has changed. */
  onChanged: (sentence: string) => Promise<void>;
}

/** The adults of one permission: who signs beside the young person where the law asks for it, and who takes it back. */
export function Adults({ caseId, permission, called, maySign, toSigners, onChanged }: AdultsProps) {
  const t = useWords('countersign');
  const trpc = useTRPC();
  const { state, adults } = permission;
  const isAsked = maySign && isAskedOfAdults(permission);
  const { data } = useQuery({ ...trpc.consent.signers.queryOptions({ caseId }), enabled: isAsked });
  const mayComeFirst = data?.years != null && data.years < ASSENT_FROM;
  const isOffered = isAsked && data && (state === 'active' || mayComeFirst);
  const eligible = data ? whoMaySign(data, permission) : [];
  return (
    <>
      {['active', 'announced', 'vacant', 'paused'].includes(state)
        ? adults.map((adult) => (
            <Withdraw
              key={adult.capacity}
              caseId={caseId}
              permission={permission}
              adult={adult}
              called={called}
              onChanged={onChanged}
            />
          ))
        : null}
      {isOffered && eligible.length > 0 ? (
        <Disclosed label={t('open')} name={t('openNamed', { name: called })} small>
          {(close) => (
            <Countersign
              caseId={caseId}
              permission={permission}
              authorities={eligible}
              onSigned={onChanged}
              close={close}
            />
          )}
        </Disclosed>
      ) : null}
      {isOffered && eligible.length === 0 ? (
        <Stack gap="tight">
          <p className={css.label}>{t(adults.length > 0 ? 'nobodyElse' : 'nobody')}</p>
          <div>{toSigners}</div>
        </Stack>
      ) : null}
    </>
  );
}

/** Where the law waits for an adult, or for somebody to look at it: then both have signed by that time. */
const isAskedOfAdults = ({ state, law }: Permission): boolean =>
  (state === 'active' || state === 'draft') &&
  law.map(firstNeed).some((need) => need === 'adult' || need === 'counsel');

/** They may be contacted, their time is not over, nobody said no to them, and nobody signed as they would. */
const whoMaySign = ({ authorities }: Signers, { adults }: Permission) =>
  authorities.filter(
    ({ capacity, mayContact, isOver, excluded }) =>
      capacity !== 'young-person' &&
      mayContact &&
      !isOver &&
      excluded === null &&
      adults.every((adult) => adult.capacity !== capacity),
  );
