import type { Prepared } from '@accord/consent';
import type { Prepare } from './PrepareForm.tsx';
import type { NamedRecipient } from './recipients.ts';

/** A prepared permission: nobody has said yes, nothing is shared. */
export interface Draft {
  input: Prepare;
  recipient: NamedRecipient;
  prepared: Prepared;
}
