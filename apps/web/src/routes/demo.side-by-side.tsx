import type { CaseId } from '@accord/kernel';
import { LoadingSkeleton, useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { notShared } from '../app/leave.ts';
import { LinkTo } from '../app/links.tsx';
import { Outside } from '../app/Outside.tsx';
import { OutsideNotShared, OutsidePending, OutsideTrouble } from '../app/routeStates.tsx';
import { CaseView } from '../features/cases/CaseView.tsx';
import { StaffSeat, YouthSeat } from '../features/demo/Seats.tsx';
import { SideBySide } from '../features/demo/SideBySide.tsx';
import { MySharing } from '../features/sharing/MySharing.tsx';

/** Keys of demo cards: who sits left (a young person) and right (someone on the team). */
const Search = z.object({
  l: z.string().max(40).optional().catch(undefined),
  r: z.string().max(40).optional().catch(undefined),
});

/** Whoever has something to lose on the right makes the page worth looking at. */
const FIRST_RIGHT: Record<string, string> = { jordan: 'ortiz', luz: 'tom' };

export const Route = createFileRoute('/demo/side-by-side')({
  validateSearch: Search,
  loader: async ({ context: { trpc, queries } }) => {
    const cards = { ...trpc.demo.cards.queryOptions(), staleTime: Infinity };
    return queries.fetchQuery(cards).catch(notShared);
  },
  component: SideBySidePage,
  pendingComponent: OutsidePending,
  errorComponent: OutsideTrouble,
});

function SideBySidePage() {
  const t = useWords('demo');
  const { cards } = Route.useLoaderData();
  const { l, r } = Route.useSearch();
  const navigate = Route.useNavigate();
  // The right pane opens the case of whoever sits on the left, whether or not it is shared with them.
  const [found, setFound] = useState<{ of: string; caseId: CaseId } | null>(null);
  const youths = cards.filter((card) => card.app === 'youth');
  // An advisor has no agency and no case page.
  const staff = cards.filter((card) => card.app === 'staff' && card.agency !== null);
  const left = youths.find((card) => card.key === l) ?? youths[0];
  const right = staff.find((card) => card.key === (r ?? FIRST_RIGHT[left?.key ?? ''])) ?? staff[0];
  if (!left || !right) return <OutsideNotShared />;
  // An answer for whoever sat there before may still come: it opens nothing.
  const caseId = found?.of === left.key ? found.caseId : null;
  return (
    <Outside demo wide>
      <SideBySide
        above={<LinkTo to="/demo">{t('side.back')}</LinkTo>}
        left={left}
        right={right}
        youths={youths}
        onLeft={(key) => void navigate({ search: { l: key }, replace: true })}
        staff={staff}
        onRight={(key) => void navigate({ search: (last) => ({ ...last, r: key }), replace: true })}
        leftPane={
          <YouthSeat key={left.key} seat="left" personKey={left.key}>
            <MySharing seat="left" of={left.key} onCase={setFound} />
          </YouthSeat>
        }
        rightPane={
          <StaffSeat key={right.key} seat="right" personKey={right.key}>
            {caseId ? <CaseView caseId={caseId} seat="right" /> : <LoadingSkeleton />}
          </StaffSeat>
        }
      />
    </Outside>
  );
}
