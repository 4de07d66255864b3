import { Conflict, WaitingByLaw } from '../../contract/index.ts';
import type { ConflictRow, LawRow } from './waiting.queries.ts';

export function waitingByLawOf(row: LawRow): WaitingByLaw {
  const { kind, basisId, caseId, codeName, name, title, agency, endsAt, endsOn } = row;
  const about = { basisId, caseId, codeName, name, title, agency };
  return WaitingByLaw.parse(
    kind === 'emergency'
      ? {
          ...about,
          is: 'emergency',
          nature: row.evidence,
          startedAt: row.startedAt,
          endsAt,
          isOpen: row.isOpen,
          recordedBy: row.recordedBy,
        }
      : {
          ...about,
          is: 'order',
          number: row.evidence,
          endsOn,
          isTold: row.isTold,
          isEnding: row.isEnding,
        },
  );
}

export function conflictOf({ what, relation, otherRelation, ...row }: ConflictRow): Conflict {
  return Conflict.parse({
    ...row,
    is: what,
    who: relation,
    ...(what === 'disagree' && { other: otherRelation }),
  });
}
