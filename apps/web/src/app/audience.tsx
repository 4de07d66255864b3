import type { CategoryCode } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Loaded } from './Loaded.tsx';
import { showing } from './people.ts';
import { useStaff } from './session.ts';
import { useTRPC } from './trpc.ts';
import { Notice, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';

/** Who would see what is about to be sent: shown above the button that sends it. */
export function WouldSee({ caseId, category }: { caseId: CaseId; category: CategoryCode }) {
  const t = useWords('notes');
  const trpc = useTRPC();
  const agency = useStaff()?.agency.name;
  const query = useQuery(trpc.consent.list.queryOptions({ caseId }));
  return (
    <Notice tone="plum">
      <strong>{t('audience')}</strong>
      <Loaded query={query} lines={2}>
        {({ permissions }) => {
          const others = showing(permissions, category);
          return (
            <ul>
              {agency ? <li>{t('audienceOwn', { agency })}</li> : null}
              {others.map(({ grantId, recipient }) => (
                <li key={grantId}>
                  {t('audienceOther', { name: recipient.name, agency: recipient.agency })}
                </li>
              ))}
              {others.length === 0 ? <li>{t('audienceNobodyElse')}</li> : null}
            </ul>
          );
        }}
      </Loaded>
    </Notice>
  );
}
