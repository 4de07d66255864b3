import { Stack, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTRPC } from '../../app/trpc.ts';

/** For whoever supervises cases: the way to an answer about one person, with every rule. Nothing for anybody else. */
export function AskAboutPerson({ link }: { link: ((label: string) => ReactNode) | undefined }) {
  const t = useWords('answers');
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.answers.cases.queryOptions(), enabled: link !== undefined });
  if (!link || !data || data.cases.length === 0) return null;
  return (
    <Stack gap="tight">
      <p>{t('linkLead')}</p>
      <div>{link(t('link'))}</div>
    </Stack>
  );
}
