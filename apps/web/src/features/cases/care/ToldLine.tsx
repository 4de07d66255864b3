import type { CaseId } from '@accord/kernel';
import { Button, Icon, Notice, Row, useAnnounce, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { problemOf } from '../../../app/problem.ts';
import { useTRPC } from '../../../app/trpc.ts';
import { listed } from '../../../app/when.ts';
import { AudienceLine } from '../AudienceLine.tsx';
import shared from '../case.module.css';
import type { OpenTold } from './sheets.ts';
import { WriteTold } from './WriteTold.tsx';

interface ToldLineProps {
  caseId: CaseId;
  told: OpenTold;
  refresh: () => Promise<void>;
}

/** One line: who holds it, what not to ask again, and how often it had to be told all the same. */
export function ToldLine({ caseId, told, refresh }: ToldLineProps) {
  const t = useWords('care');
  const problems = useWords('problems');
  const announce = useAnnounce();
  const trpc = useTRPC();
  const { topics, again } = told.content.body;
  const count = useMutation(
    trpc.care.toldAgain.mutationOptions({
      onSuccess: async () => {
        await refresh();
        announce(t('counted'));
      },
      onError: async (error) => {
        if (problemOf(error).code === 'CONFLICT') await refresh();
      },
    }),
  );
  const problem = count.error ? problemOf(count.error) : null;
  return (
    <>
      <p>
        {t('told', {
          holder: told.holder ?? told.owner,
          topics: listed(topics.map((topic) => t(`topic.${topic}`))),
        })}
      </p>
      {again > 0 ? <p className={shared.soft}>{t('again', { count: again })}</p> : null}
      {told.mayEdit ? (
        <Row>
          <Button
            small
            kind="quiet"
            icon={<Icon name="add" />}
            busy={count.isPending}
            onClick={() => {
              if (!count.isPending) count.mutate({ caseId });
            }}
          >
            {t('count')}
          </Button>
          <WriteTold caseId={caseId} told={told} refresh={refresh} />
        </Row>
      ) : null}
      {problem ? (
        <div role="alert">
          <Notice tone="care">{problem.sentence ?? problems('offlineTitle')}</Notice>
        </div>
      ) : null}
      <AudienceLine audience={told.audience} itemId={told.itemId} />
    </>
  );
}
