import type { Permission } from '@accord/consent';
import { FullScreen, HeadingBase, Reviewed, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useStaff } from '../../app/session.ts';
import { useTRPC } from '../../app/trpc.ts';
import type { Draft } from './draft.ts';
import { Answered, Receipt } from './Receipt.tsx';
import { HandoverCards } from './HandoverCards.tsx';
import { SignForm } from './SignForm.tsx';

type Stage =
  | { is: 'cards' }
  | { is: 'sign' }
  | { is: 'shared'; permission: Permission }
  | { is: 'no' }
  | { is: 'later' };

/**
 * The screen in the young person's hands: plain cards, three answers of equal weight, a signature with a
 * witness, and what happens now. Only "yes" and a signature share anything.
 */
export function Handover({ draft, onDone }: { draft: Draft; onDone: () => void }) {
  const t = useWords('handover');
  const trpc = useTRPC();
  const [stage, setStage] = useState<Stage>({ is: 'cards' });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('h1')?.focus(), [stage.is]);
  const { caseId, grantId } = draft;
  const isDemo = useStaff()?.demo ?? false;
  const discard = useMutation(
    trpc.consent.discard.mutationOptions({ onSuccess: () => setStage({ is: 'no' }) }),
  );
  return (
    <FullScreen label={t('label')}>
      <Reviewed mayBeUnreviewed={isDemo}>
        <HeadingBase level={1}>
          <div ref={box}>
            {stage.is === 'cards' ? (
              <HandoverCards
                draft={draft}
                busy={discard.isPending}
                error={discard.error}
                onYes={() => setStage({ is: 'sign' })}
                onNo={() => discard.mutate({ caseId, grantId })}
                onLater={() => setStage({ is: 'later' })}
              />
            ) : null}
            {stage.is === 'sign' ? (
              <SignForm
                caseId={caseId}
                permission={draft}
                onSigned={(permission) => setStage({ is: 'shared', permission })}
                onBack={() => setStage({ is: 'cards' })}
              />
            ) : null}
            {stage.is === 'shared' ? (
              <Receipt caseId={caseId} permission={stage.permission} onDone={onDone} />
            ) : null}
            {stage.is === 'no' || stage.is === 'later' ? (
              <Answered answer={stage.is} onDone={onDone} />
            ) : null}
          </div>
        </HeadingBase>
      </Reviewed>
    </FullScreen>
  );
}
