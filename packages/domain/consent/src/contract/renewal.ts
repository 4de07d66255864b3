import { CaseId, GrantId } from '@accord/kernel';
import { z } from 'zod';
import { Category, MOST_KINDS } from './categories.ts';
import { Permission, PrepareInput, PreviewItem, SignInput } from './permission.ts';

/** Permissions of one young person that end within so many days can be renewed in one sitting. */
export const RENEW_DAYS = 45;
/** More than anybody can be asked in one sitting. */
const MOST = 40;

/** Why a permission is not "the same as before", so that it is prepared anew, or left to end. */
export const CHANGES = ['paused', 'post', 'left', 'adult', 'terms', 'law', 'paper', 'said-no'] as const;

/** What ends soon: what can be asked with one card each, and what cannot. */
export const Renewal = z.strictObject({
  codeName: z.string(),
  /** The reader may have it signed. */
  mayRenew: z.boolean(),
  same: z.array(z.strictObject({ permission: Permission, preview: z.array(PreviewItem) })),
  changed: z.array(z.strictObject({ permission: Permission, why: z.enum(CHANGES) })),
});
export type Renewal = z.infer<typeof Renewal>;

/** One signature of the young person for each yes, given in one sitting, with one end for all of them. */
export const RenewInput = SignInput.omit({ grantId: true, initials: true }).extend({
  endsOn: PrepareInput.shape.endsOn,
  yes: z
    .array(z.strictObject({ grantId: GrantId, initials: z.array(Category).max(MOST_KINDS) }))
    .min(1, 'Choose at least one.')
    .max(MOST),
});
export type RenewInput = z.infer<typeof RenewInput>;

export const Renewed = z.strictObject({ permissions: z.array(Permission) });
export const DeclineInput = z.strictObject({ caseId: CaseId, grantId: GrantId });
