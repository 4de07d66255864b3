import { words } from '../words.ts';
import type { ItemOf } from './arrange.ts';
import { Byline } from './Byline.tsx';
import { MySide } from './MySide.tsx';
import { Opened } from './Opened.tsx';

const { plan } = words;

/** What happened, what the writer thinks, and their own words are kept apart. */
export function Note({ note, sides }: { note: ItemOf<'note'>; sides: readonly ItemOf<'statement'>[] }) {
  return (
    <>
      <Opened content={note.content}>
        {({ facts, view, ownWords }) => (
          <>
            {ownWords && (
              <>
                <h3>{plan.ownWords}</h3>
                <blockquote>{ownWords}</blockquote>
              </>
            )}
            <h3>{plan.facts}</h3>
            <p className="written">{facts}</p>
            {view && (
              <>
                <h3>{plan.view}</h3>
                <p className="written">{view}</p>
              </>
            )}
          </>
        )}
      </Opened>
      <Byline item={note} />
      {note.content.is === 'open' && <MySide itemId={note.itemId} sides={sides} />}
    </>
  );
}
