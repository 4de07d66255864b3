import { useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../../../app/session.ts';
import { useTRPC } from '../../../app/trpc.ts';

/** The reader's colleagues as choices, without themselves: nobody puts themselves into a post. */
export function useOwnColleagues() {
  const t = useWords('posts');
  const trpc = useTRPC();
  const me = useStaff();
  const { data } = useQuery(trpc.identity.colleagues.queryOptions());
  const own = data?.agencies.find(({ agencyId }) => agencyId === me?.agency.agencyId)?.staff ?? [];
  const others = own.filter(({ staffId }) => staffId !== me?.staffId);
  return {
    nameOf: (id: string) => others.find(({ staffId }) => staffId === id)?.name ?? '',
    options: others.map(({ staffId, name, title }) => ({
      value: staffId,
      label: t('person', { name, title }),
    })),
  };
}
