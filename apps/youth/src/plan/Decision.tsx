import type { ItemOf } from './arrange.ts';
import { Byline } from './Byline.tsx';
import { MySide } from './MySide.tsx';
import { Opened } from './Opened.tsx';

/** What was decided in a meeting about them, as far as it is theirs to read. */
export function Decision({
  decision,
  sides,
}: {
  decision: ItemOf<'decision'>;
  sides: readonly ItemOf<'statement'>[];
}) {
  return (
    <>
      <Opened content={decision.content}>{({ text }) => <p className="written">{text}</p>}</Opened>
      <Byline item={decision} />
      {decision.content.is === 'open' && <MySide itemId={decision.itemId} sides={sides} />}
    </>
  );
}
