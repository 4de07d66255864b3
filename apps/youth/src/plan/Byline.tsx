import type { CaseItem } from '@accord/cases';
import { day } from '../days.ts';
import { fill, listed } from '../fill.ts';
import { words } from '../words.ts';

const { plan } = words;

interface Props {
  item: Pick<CaseItem, 'author' | 'owner' | 'at' | 'audience'>;
  /** How the item came here. */
  as?: typeof plan.written | typeof plan.added;
}

/**
 * Who wrote it and who else can see it, right under what was written: nobody looks for that in a menu. The agency that
 * keeps it comes last: its people need no permission, so `audience` does not name them.
 */
export function Byline({ item: { author, owner, at, audience }, as = plan.written }: Props) {
  const who = [author, owner].filter(Boolean).join(', ');
  return (
    <div className="quiet">
      <p>{fill(as, { who, day: day(at) })}</p>
      {audience && (
        <p>{fill(plan.audience, { who: listed([...audience, fill(plan.audienceOwn, { owner })]) })}</p>
      )}
    </div>
  );
}
