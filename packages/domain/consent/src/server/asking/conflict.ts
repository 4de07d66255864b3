import { Conflict } from '../../contract/index.ts';
import type { ConflictRow } from './waiting.queries.ts';

export function conflictOf({ what, relation, otherRelation, ...row }: ConflictRow): Conflict {
  return Conflict.parse({
    ...row,
    is: what,
    who: relation,
    ...(what === 'disagree' && { other: otherRelation }),
  });
}
