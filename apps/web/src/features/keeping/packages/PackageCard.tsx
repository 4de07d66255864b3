import type { PackageFile, Packages, RecordsPackage } from '@accord/cases';
import { Card, CardTitle, Chip, Facts, Notice, Row, Stack, type Tone, useWords } from '@accord/ui';
import { useTRPC } from '../../../app/trpc.ts';
import { calendarDay, instant, listed } from '../../../app/when.ts';
import { AskOnce } from '../AskOnce.tsx';
import { ItemList } from './ItemList.tsx';
import css from './packages.module.css';

interface PackageCardProps {
  one: RecordsPackage;
  desk: Packages;
  onChanged: (sentence?: string) => Promise<void>;
  onOut: (file: PackageFile) => void;
}

const TONES: Record<RecordsPackage['state'], Tone> = {
  waiting: 'care',
  approved: 'care',
  'handed-out': 'ok',
  'sent-back': 'neutral',
  'taken-back': 'neutral',
  changed: 'neutral',
};

/** One package: what was asked for, what is in it, who said what, and what can be done now. */
export function PackageCard(props: PackageCardProps) {
  const t = useWords('packages');
  const { demand, number, state, items } = props.one;
  return (
    <Card as="li">
      <CardTitle>{t(`name.${demand}`, { number })}</CardTitle>
      <Row>
        <Chip tone={TONES[state]}>{t(`state.${state}`)}</Chip>
      </Row>
      <Facts facts={useFacts(props.one)} />
      <details className={css.more} open={state === 'waiting'}>
        <summary>{t('items.in', { count: items.length })}</summary>
        {items.length === 0 ? (
          <p className={css.soft}>{t('items.none')}</p>
        ) : (
          <ItemList
            label={t('items.in', { count: items.length })}
            items={items}
            below={({ sha256 }) =>
              sha256 ? <span className={css.id}>{t('items.sha', { sha: sha256 })}</span> : null
            }
          />
        )}
      </details>
      {state === 'waiting' || state === 'approved' ? <Actions {...props} /> : null}
    </Card>
  );
}

function useFacts(one: RecordsPackage) {
  const t = useWords('packages');
  const names = useWords('categories');
  const { order, receivedOn, dueOn, kinds, firstDay, lastDay, quietUntil, state } = one;
  const word = (of: { by: string; at: string }) => t('by', { at: instant(of.at), name: of.by });
  const period = t('facts.period', { first: calendarDay(firstDay), last: calendarDay(lastDay) });
  return [
    ...(order ? [{ term: t('facts.order'), value: orderIn(order) }] : []),
    ...(order
      ? [{ term: t('facts.for'), value: [...new Set([order.for, order.forAgency])].join(', ') }]
      : []),
    { term: t('facts.received'), value: calendarDay(receivedOn) },
    { term: t('facts.due'), value: calendarDay(dueOn) },
    {
      term: t('facts.asked'),
      value: `${listed(kinds.map((code) => names(`${code}.label`)))}. ${period}`,
    },
    ...(quietUntil
      ? [{ term: t('facts.quiet'), value: t('facts.quietUntil', { day: calendarDay(quietUntil) }) }]
      : []),
    { term: t('facts.prepared'), value: word(one.prepared) },
    ...(one.approved ? [{ term: t('facts.approved'), value: word(one.approved) }] : []),
    ...(one.ended && state !== 'waiting' && state !== 'approved'
      ? [{ term: t(`facts.ended.${state}`), value: word(one.ended) }]
      : []),
  ];

  function orderIn({ number, subpoena, endsOn }: NonNullable<RecordsPackage['order']>) {
    const day = calendarDay(endsOn);
    return subpoena ? t('facts.orderBoth', { number, subpoena, day }) : t('facts.orderOf', { number, day });
  }
}

/** To approve is somebody else's, who answers for the case; to hand out what was approved, and to end it, anyone's on it. */
function Actions({ one, desk, onChanged, onOut }: PackageCardProps) {
  const t = useWords('packages');
  const trpc = useTRPC();
  const { packageId, state, isMine, isWhole, items, order, prepared } = one;
  const { caseId, mayApprove } = desk;
  const answered = (sentence: string) =>
    trpc.packages.answer.mutationOptions({ onSuccess: () => onChanged(sentence) });
  const ending = isMine ? 'takeBack' : 'back';
  return (
    <Stack gap="tight">
      {isWhole ? null : <Notice tone="care">{t('answer.changed')}</Notice>}
      {state === 'waiting' && isMine ? <p className={css.soft}>{t('answer.mine')}</p> : null}
      {state === 'waiting' && !isMine && !mayApprove ? (
        <p className={css.soft}>{t('answer.supervisor')}</p>
      ) : null}
      <Row>
        {state === 'waiting' && !isMine && mayApprove && isWhole ? (
          <AskOnce
            label={t('answer.approve')}
            question={
              order
                ? t('answer.approveQuestion', { name: prepared.by, count: items.length, for: order.for })
                : t('answer.approvePublic', { name: prepared.by })
            }
            yes={t('answer.approveYes')}
            no={t('answer.no')}
            calm
            mutation={answered(t('answer.approveDone'))}
            input={{ caseId, packageId, approve: true }}
          />
        ) : null}
        {state === 'approved' ? (
          <AskOnce
            label={t('out.do')}
            question={t('out.question')}
            yes={t('out.yes')}
            no={t('answer.no')}
            calm
            mutation={trpc.packages.handOut.mutationOptions({
              onSuccess: async (answer) => {
                if (answer.is === 'handed-out') onOut(answer.file);
                await onChanged(t(answer.is === 'changed' ? 'out.changed' : 'out.done'));
              },
            })}
            input={{ caseId, packageId }}
          />
        ) : null}
        <AskOnce
          label={t(`answer.${ending}`)}
          question={t(`answer.${ending}Question`)}
          yes={t(`answer.${ending}Yes`)}
          no={t('answer.no')}
          calm
          mutation={answered(t(`answer.${ending}Done`))}
          input={{ caseId, packageId, approve: false }}
        />
      </Row>
    </Stack>
  );
}
