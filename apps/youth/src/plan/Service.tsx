import { words } from '../words.ts';
import type { ItemOf } from './arrange.ts';
import { Byline } from './Byline.tsx';
import { Opened } from './Opened.tsx';

export function Service({ referral }: { referral: ItemOf<'referral'> }) {
  return (
    <>
      <Opened content={referral.content}>
        {({ service, organization, reason }) => (
          <>
            <h3>{service}</h3>
            <p>{organization}</p>
            <p>{reason}</p>
          </>
        )}
      </Opened>
      <Byline item={referral} as={words.plan.added} />
    </>
  );
}
