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

/** Who wrote it and who else can see it, right under what was written: nobody looks for that in a menu. */
export function Byline({ item: { author, owner, at, audience }, as = plan.written }: Props) {
  const who = [author, owner].filter(Boolean).join(', ');
  return (
    <div className="quiet">
      <p>{fill(as, { who, day: day(at) })}</p>
      {audience && (
        <p>{audience.length > 0 ? fill(plan.audience, { who: listed(audience) }) : plan.audienceNone}</p>
      )}
    </div>
  );
}
