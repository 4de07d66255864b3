import { words } from '../words.ts';
import type { ItemOf } from './arrange.ts';
import { Byline } from './Byline.tsx';
import { DidItHelp } from './DidItHelp.tsx';
import { MySide } from './MySide.tsx';
import { Opened } from './Opened.tsx';
import { standingWords } from './standing.ts';

export function Service({
  referral,
  sides,
}: {
  referral: ItemOf<'referral'>;
  sides: readonly ItemOf<'statement'>[];
}) {
  const { standing } = referral;
  return (
    <>
      <Opened content={referral.content}>
        {({ service, organization, reason }) => (
          <>
            <h3>{service}</h3>
            <p>{organization}</p>
            {standing && (
              <p>
                <strong>{standingWords(standing)}</strong>
              </p>
            )}
            <p>{reason}</p>
            {standing?.status === 'completed' && (
              <DidItHelp
                itemId={referral.itemId}
                revision={referral.revision}
                helped={standing.helped}
                service={service}
              />
            )}
          </>
        )}
      </Opened>
      <Byline item={referral} as={words.plan.added} />
      {referral.content.is === 'open' && <MySide itemId={referral.itemId} sides={sides} />}
    </>
  );
}
