import { fill } from '../fill.ts';
import { words } from '../words.ts';
import type { ItemOf } from './arrange.ts';
import { Byline } from './Byline.tsx';
import { Opened } from './Opened.tsx';

const { plan } = words;

type Part = ItemOf<'strength' | 'need' | 'fear' | 'obligation'>;

/** Their own words, and what is to be done; what the catalogue calls it stays with the adults. */
export function MyPart({ part }: { part: Part }) {
  const rating = part.kind === 'need' && part.content.is === 'open' ? part.content.body.rating : null;
  return (
    <>
      <Opened content={part.content}>
        {(body) => (
          <>
            <blockquote>{body.ownWords}</blockquote>
            {rating && <p>{plan.ratings[rating]}</p>}
            {body.adultWords && <p>{fill(plan.adultWords, { text: body.adultWords })}</p>}
          </>
        )}
      </Opened>
      <Byline item={part} as={plan.added} />
    </>
  );
}
