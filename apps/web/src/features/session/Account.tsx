import { Purpose } from '@accord/kernel';
import { Button, useAnnounce, useWords } from '@accord/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import type { AdvisorMe, StaffMe } from '../../app/session.ts';
import { useSignOut } from '../../app/signOut.ts';
import { useTRPC } from '../../app/trpc.ts';
import css from './Account.module.css';

interface AccountProps {
  me: StaffMe | AdvisorMe;
  lock: ReactNode;
  onSignedOut: () => void;
}

/** Who is signed in, for which agency, and what they are here for. */
export function Account({ me, lock, onSignedOut }: AccountProps) {
  const t = useWords('frame');
  const signOut = useSignOut(onSignedOut);
  return (
    <>
      <p className={css.who}>
        <span className={css.name}>{me.name}</span>
        <span className={css.role}>
          {me.kind === 'staff' ? `${me.title}, ${me.agency.name}` : t('advisor')}
        </span>
      </p>
      {me.kind === 'staff' ? <PurposeChoice me={me} /> : null}
      {lock}
      <Button kind="quiet" small busy={signOut.isPending} onClick={() => signOut.mutate()}>
        {t('signOut')}
      </Button>
    </>
  );
}

/** One purpose at a time, chosen, never implied: what can be seen follows from it. */
function PurposeChoice({ me }: { me: StaffMe }) {
  const t = useWords('frame');
  const purposeName = useWords('purposes');
  const announce = useAnnounce();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const id = useId();
  const choose = useMutation(
    trpc.session.choosePurpose.mutationOptions({
      onSuccess: async (changed, { purpose }) => {
        queries.setQueryData(trpc.session.me.queryKey(), changed);
        announce(t('purposeChanged', { purpose: purposeName(purpose) }));
        await queries.invalidateQueries();
      },
      onError: () => announce(t('purposeFailed', { purpose: purposeName(me.purpose) })),
    }),
  );
  return (
    <div className={css.purpose}>
      <label htmlFor={id}>{t('hereAs')}</label>
      <select
        id={id}
        value={me.purpose}
        disabled={choose.isPending}
        onChange={(event) => choose.mutate({ purpose: Purpose.parse(event.currentTarget.value) })}
      >
        {me.purposes.map((purpose) => (
          <option key={purpose} value={purpose}>
            {purposeName(purpose)}
          </option>
        ))}
      </select>
    </div>
  );
}
