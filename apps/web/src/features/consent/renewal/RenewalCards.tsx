import type { Permission } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, FullScreen, HeadingBase, Notice, Page, Reviewed, Stack, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useStaff } from '../../../app/session.ts';
import { useTRPCClient } from '../../../app/trpc.ts';
import { calendarDay } from '../../../app/when.ts';
import { MAY_USE_IN_COURT } from '../cards.tsx';
import css from '../handover.module.css';
import { useKindsSentence } from '../Kinds.tsx';
import { type Answer, type Answers, type Same, saidYes } from './answers.ts';
import { SameCard } from './SameCard.tsx';
import { SignAll } from './SignAll.tsx';

interface RenewalCardsProps {
  caseId: CaseId;
  endsOn: string;
  same: readonly Same[];
  onDone: () => void;
}

/** The screen in the young person's hands: that no is fine, one card each, one signature for the yeses, what now holds. */
export function RenewalCards({ caseId, endsOn, same, onDone }: RenewalCardsProps) {
  const t = useWords('handover');
  const client = useTRPCClient();
  const isDemo = useStaff()?.demo ?? false;
  /** -1 is the card before the first; the one after the last signs. */
  const [index, setIndex] = useState(-1);
  const [answers, setAnswers] = useState<Answers>({});
  const [signed, setSigned] = useState<readonly Permission[] | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const stage = signed ? 'signed' : index;
  useEffect(() => box.current?.querySelector<HTMLElement>('h1')?.focus(), [stage]);

  const answering = useMutation({
    mutationFn: async ({ one, answer }: { one: Same; answer: Answer }) => {
      const { grantId } = one.permission;
      if (answer === 'no') await client.renewal.decline.mutate({ caseId, grantId });
      if (answer === 'paused') await client.consent.pause.mutate({ caseId, grantId });
    },
    onSuccess: (_, { one, answer }) => {
      setAnswers({ ...answers, [one.permission.grantId]: answer });
      setIndex(index + 1);
    },
  });
  const go = (to: number) => {
    answering.reset();
    setIndex(to);
  };
  const one = same[index];
  const yes = saidYes(same, answers);
  return (
    <FullScreen label={t('label')}>
      <Reviewed mayBeUnreviewed={isDemo}>
        <HeadingBase level={1}>
          <div ref={box}>
            {signed !== null ? (
              <Done signed={signed} onDone={onDone} />
            ) : index < 0 ? (
              <Start same={same} onStart={() => go(0)} />
            ) : one ? (
              <SameCard
                key={one.permission.grantId}
                same={one}
                endsOn={endsOn}
                card={index + 1}
                cards={same.length}
                busy={answering.isPending}
                failed={
                  answering.error && answering.variables
                    ? { error: answering.error, retry: () => answering.mutate(answering.variables) }
                    : null
                }
                onAnswer={(answer) => answering.mutate({ one, answer })}
                onBack={index > 0 && isOpen(answers, same[index - 1]) ? () => go(index - 1) : null}
              />
            ) : yes.length > 0 ? (
              <SignAll caseId={caseId} endsOn={endsOn} yes={yes} onSigned={setSigned} onBack={() => go(0)} />
            ) : (
              <Page title={t('again.nothingTitle')} lead={t('again.nothing')}>
                <div>
                  <Button kind="primary" onClick={onDone}>
                    {t('done.giveBack')}
                  </Button>
                </div>
              </Page>
            )}
          </div>
        </HeadingBase>
      </Reviewed>
    </FullScreen>
  );
}

/** A no and a pause were sent: they are not taken back by going back. */
const isOpen = (answers: Answers, before: Same | undefined): boolean =>
  before !== undefined && ['yes', 'not-now'].includes(answers[before.permission.grantId] ?? '');

/** That no is fine, and what to think about, before the first card. */
function Start({ same, onStart }: { same: readonly Same[]; onStart: () => void }) {
  const t = useWords('handover');
  const police = same.some(({ permission }) => MAY_USE_IN_COURT.includes(permission.recipient.system));
  return (
    <Page title={t('sayNo.title')} lead={t('again.lead')}>
      <ul className={css.points}>
        {police ? <li>{t('think.police')}</li> : null}
        <li>{t('think.stop')}</li>
        <li>{t('think.known')}</li>
        <li>{t('think.passOn')}</li>
      </ul>
      <div>
        <Button kind="primary" onClick={onStart}>
          {t('again.start')}
        </Button>
      </div>
    </Page>
  );
}

/** A receipt of its own for each paper. */
function Done({ signed, onDone }: { signed: readonly Permission[]; onDone: () => void }) {
  const t = useWords('handover');
  const sentence = useKindsSentence();
  return (
    <Page title={t('again.doneTitle')}>
      <Stack>
        {signed.map(({ grantId, recipient, categories, endsOn }) => (
          <Notice key={grantId} tone="plum">
            <p>
              {categories.length > 0
                ? t('done.can', { name: recipient.name, kinds: sentence(categories) })
                : t('done.waits')}
            </p>
            <p>{t('done.until', { day: calendarDay(endsOn) })}</p>
          </Notice>
        ))}
        <p>{t('done.copy')}</p>
        <div>
          <Button kind="primary" onClick={onDone}>
            {t('done.giveBack')}
          </Button>
        </div>
      </Stack>
    </Page>
  );
}
