import type { CaseId } from '@accord/kernel';
import { useWords } from '@accord/ui';
import { CommandPalette } from '@accord/ui/palette';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../app/problem.ts';
import type { AdvisorMe, StaffMe } from '../../app/session.ts';
import { useTRPC } from '../../app/trpc.ts';
import { Trouble } from '../../app/Trouble.tsx';
import { useFoundCases } from '../../app/useFoundCases.ts';
import { accountCommands, caseCommands, hereCommands, pageCommands, type Acts } from './commands.ts';

interface PaletteProps {
  me: StaffMe | AdvisorMe;
  /** The case whose page is open. */
  here: CaseId | null;
  acts: Acts;
  onClose: () => void;
}

/** One field for all that one can go to or do. It knows the cases that the server gave this person, and no other. */
export function Palette({ me, here, acts, onClose }: PaletteProps) {
  const words = { t: useWords('palette'), frame: useWords('frame'), cases: useWords('cases') };
  const grid = useWords('grid');
  const stops = useWords('stops');
  const session = useWords('session');
  const { t } = words;
  const trpc = useTRPC();
  const staff = me.kind === 'staff';
  const query = useQuery({ ...trpc.cases.list.queryOptions(), enabled: staff });
  const cases = query.data?.cases ?? [];
  const [text, setText] = useState('');
  const looked = useFoundCases(staff ? text : '');
  const listed = new Set(cases.map(({ caseId }) => caseId));
  const beyond = looked.cases.filter(({ caseId }) => !listed.has(caseId));
  // Beyond the end of a long list it is not known, and the pages themselves say what there is.
  const holds = query.data && (cases.find(({ caseId }) => caseId === here)?.withMe ?? query.data.more);
  return (
    <CommandPalette
      title={t('title')}
      label={t('label')}
      none={query.isLoading ? t('loading') : looked.isLooking ? t('looking') : t('none')}
      count={(found) => t('count', { count: found })}
      note={<CasesNote query={query} />}
      onText={setText}
      commands={[
        ...(here && holds ? hereCommands(here, { ...words, grid, stops }, acts) : []),
        ...pageCommands(me, words, acts),
        ...caseCommands(cases, words, acts),
        ...caseCommands(beyond, words, acts).map((each) => ({ ...each, isFound: true })),
        ...accountCommands({ ...words, session }, acts),
      ]}
      onClose={onClose}
    />
  );
}

function CasesNote({ query }: { query: { isLoading: boolean; error: unknown; refetch: () => unknown } }) {
  const t = useWords('palette');
  if (query.isLoading) return <p>{t('loading')}</p>;
  if (!query.error || problemOf(query.error).code === 'NOT_FOUND') return null;
  return <Trouble error={query.error} kept={t('failed')} onRetry={() => void query.refetch()} />;
}
