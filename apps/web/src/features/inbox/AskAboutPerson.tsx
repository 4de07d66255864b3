import { Stack, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTRPC } from '../../app/trpc.ts';

interface AskAboutPersonProps {
  link: ((label: string) => ReactNode) | undefined;
  tester: ((label: string) => ReactNode) | undefined;
}

/**
 * For whoever supervises cases: the way to an answer about one person, with every rule, and to made-up cases. Nothing
 * for anybody else.
 */
export function AskAboutPerson({ link, tester }: AskAboutPersonProps) {
  const t = useWords('answers');
  const other = useWords('tester');
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.answers.cases.queryOptions(), enabled: link !== undefined });
  if (!link || !data || data.cases.length === 0) return null;
  return (
    <Stack gap="tight">
      <p>{t('linkLead')}</p>
      <div>{link(t('link'))}</div>
      {tester ? (
        <>
          <p>{other('linkLead')}</p>
          <div>{tester(other('title'))}</div>
        </>
      ) : null}
    </Stack>
  );
}
