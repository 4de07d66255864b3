import type { CaseId } from '@accord/kernel';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Happened, useNews } from '../../../app/Happened.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { Talks } from './Talks.tsx';

/** Young people who want to talk about somebody new, in the inbox of whoever supervises their case. */
export function WaitingTalks({ linkTo }: { linkTo: (caseId: CaseId, codeName: string) => ReactNode }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data } = useQuery(trpc.cases.caseloads.queryOptions());
  const { news, tell } = useNews();
  const changed = async (sentence: string) => {
    await queries.invalidateQueries({ queryKey: trpc.cases.caseloads.queryKey() });
    tell(sentence);
  };
  return (
    <>
      <Happened news={news} />
      {data && data.talks.length > 0 ? (
        <Talks talks={data.talks} onChanged={changed} linkTo={linkTo} />
      ) : null}
    </>
  );
}
