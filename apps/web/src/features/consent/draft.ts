import type { CategoryCode, OpenDraft, Prepared } from '@accord/consent';
import type { System } from '@accord/identity';
import type { CaseId, GrantId, Purpose } from '@accord/kernel';

/** A prepared permission: nobody has said yes, nothing is shared. */
export interface Draft {
  caseId: CaseId;
  grantId: GrantId;
  recipient: { name: string; title: string | null; agency: string; system: System };
  categories: readonly CategoryCode[];
  purpose: Purpose;
  /** Null where its key is still on the way. */
  need: string | null;
  endsOn: string;
  mayWrite: boolean;
  preview: Prepared['preview'];
}

/** A draft that was kept, taken up again. */
export function draftOf(caseId: CaseId, { permission, preview }: OpenDraft): Draft {
  const { grantId, recipient, categories, purpose, need, endsOn, mayWrite } = permission;
  return { caseId, grantId, recipient, categories, purpose, need, endsOn, mayWrite, preview };
}
