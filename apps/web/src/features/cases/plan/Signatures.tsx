import type { CaseId } from '@accord/kernel';
import type { PlanStanding, PlanVersion } from '@accord/plans';
import { Card, Chip, Facts, Stack, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { Loaded } from '../../../app/Loaded.tsx';
import { useStaff } from '../../../app/session.ts';
import { useTRPC } from '../../../app/trpc.ts';
import { monthDay } from '../../../app/when.ts';
import { SayOnPlan } from './SayOnPlan.tsx';
import css from './plan.module.css';

interface SignaturesProps {
  caseId: CaseId;
  codeName: string;
  refresh: () => Promise<void>;
}

/** The two signatures of the plan of the reader's own agency; nobody else is shown who signed. */
export function Signatures({ caseId, codeName, refresh }: SignaturesProps) {
  const t = useWords('needs');
  const heading = useId();
  const agency = useStaff()?.agency.name ?? '';
  const query = useStanding(caseId);
  return (
    <section className={css.kind} aria-labelledby={heading}>
      <p className={css.heading} id={heading}>
        {t('signing.title')}
      </p>
      <p className={css.soft}>
        {t('signing.lead', { code: codeName, agency })} {t('signing.only', { code: codeName })}
      </p>
      <Loaded query={query} lines={2}>
        {(standing) => (
          <Card>
            <Standing standing={standing} codeName={codeName} />
            <SayOnPlan caseId={caseId} codeName={codeName} standing={standing} refresh={refresh} />
          </Card>
        )}
      </Loaded>
    </section>
  );
}

/** Asked again whenever the page was: a signature is news of the same stream. */
function useStanding(caseId: CaseId) {
  const trpc = useTRPC();
  const { dataUpdatedAt } = useQuery({ ...trpc.cases.open.queryOptions({ caseId }), enabled: false });
  const query = useQuery(trpc.plans.standing.queryOptions({ caseId }));
  const { refetch } = query;
  const askedAt = useRef(dataUpdatedAt);
  useEffect(() => {
    if (askedAt.current === dataUpdatedAt) return;
    askedAt.current = dataUpdatedAt;
    void refetch();
  }, [dataUpdatedAt, refetch]);
  return query;
}

function Standing({ standing: { version }, codeName }: { standing: PlanStanding; codeName: string }) {
  const t = useWords('needs');
  const answer = useAnswer();
  if (!version) return <p>{t('signing.none')}</p>;
  const { number, sentBy, sentAt, state, isNow, supervisor, young } = version;
  return (
    <Stack>
      <div className={css.head}>
        <span>{t('signing.version', { number, who: sentBy, day: monthDay(sentAt) })}</span>
        <Chip tone={state === 'agreed' && isNow ? 'ok' : 'neutral'}>{t(`signing.states.${state}`)}</Chip>
      </div>
      <Facts
        facts={[
          { term: t('signing.supervisor'), value: answer(supervisor) },
          { term: t('signing.young', { code: codeName }), value: answer(young) },
        ]}
      />
      {isNow ? null : <p>{t('signing.changed')}</p>}
    </Stack>
  );
}

function useAnswer() {
  const t = useWords('needs');
  return (said: PlanVersion['young']) => {
    if (!said) return t('signing.waiting');
    const day = monthDay(said.at);
    const who = said.by ?? '';
    if (said.is === 'signed')
      return said.by ? t('signing.signedBy', { who, day }) : t('signing.signed', { day });
    const why = said.reason ? t(`signing.reasons.${said.reason}`) : '';
    return said.by ? t('signing.sentBackBy', { who, day, why }) : t('signing.sentBack', { day, why });
  };
}
