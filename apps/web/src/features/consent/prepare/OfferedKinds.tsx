import { type CategoryCode, type Offer, type Recipient, SHAREABLE } from '@accord/consent';
import type { Purpose } from '@accord/kernel';
import { Notice, Stack, useWords } from '@accord/ui';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { useTRPC } from '../../../app/trpc.ts';
import { listed } from '../../../app/when.ts';
import { KindsField } from '../KindsField.tsx';

type OfferedKindsProps = Omit<ComponentProps<typeof KindsField>, 'only'> & {
  recipient: Recipient | undefined;
  purpose: Purpose | undefined;
};

/**
 * The kinds that both agencies signed for, as soon as it is said who and what for; and why the rest is not there. What
 * is ticked stays in sight, to be taken out.
 */
export function OfferedKinds({ recipient, purpose, ...field }: OfferedKindsProps) {
  const trpc = useTRPC();
  const { data: offer } = useQuery(
    trpc.agreements.offer.queryOptions(recipient && purpose ? { recipient, purpose } : skipToken),
  );
  const isOffered = (kind: CategoryCode) =>
    !offer || offer.kinds.includes(kind) || field.value.includes(kind);
  return (
    <Stack>
      <KindsField {...field} only={SHAREABLE.filter(isOffered)} />
      {offer ? <NotOffered offer={offer} /> : null}
    </Stack>
  );
}

function NotOffered({ offer: { kinds, held } }: { offer: Offer }) {
  const t = useWords('agreements');
  const names = useWords('categories');
  if (held.length === 0) return null;
  if (kinds.length === 0) return <Notice>{t('offer.none')}</Notice>;
  const by = (whose: 'own' | 'theirs') =>
    listed(held.flatMap(({ kind, by: side }) => (side === whose ? [names(`${kind}.label`)] : [])));
  return (
    <Notice>
      {by('own') === '' ? null : <p>{t('offer.own', { kinds: by('own') })}</p>}
      {by('theirs') === '' ? null : <p>{t('offer.theirs', { kinds: by('theirs') })}</p>}
    </Notice>
  );
}
