import type { CategoryCode, LawLine, OpenDraft, Prepared } from '@accord/consent';
import type { System } from '@accord/identity';
import type { CaseId, GrantId, Purpose } from '@accord/kernel';
import { dayOf } from '../../app/when.ts';

/** A prepared permission: nobody has said yes, nothing is shared. */
export interface Draft {
  caseId: CaseId;
  grantId: GrantId;
  recipient: { name: string; title: string | null; agency: string; system: System; post: string | null };
  categories: readonly CategoryCode[];
  purpose: Purpose;
  /** Null where its key is still on the way. */
  need: string | null;
  /** Why it cannot be done without sharing; null likewise. */
  withoutSharing: string | null;
  /** The day from which it holds, where that is a later one than the signature's. */
  startsOn: string | null;
  endsOn: string;
  mayWrite: boolean;
  preview: Prepared['preview'];
  /** What the law would still ask for. */
  law: readonly LawLine[];
}

/** A draft that was kept, taken up again. */
export function draftOf(caseId: CaseId, { permission, preview }: OpenDraft): Draft {
  const { startsAt, grantId, recipient, categories, purpose, need, withoutSharing, endsOn, mayWrite, law } =
    permission;
  const startsOn = startsAt === null ? null : dayOf(startsAt);
  return {
    caseId,
    grantId,
    recipient,
    categories,
    purpose,
    need,
    withoutSharing,
    startsOn,
    endsOn,
    mayWrite,
    preview,
    law,
  };
}
