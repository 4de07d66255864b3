import type { GrantId } from '@accord/kernel';
import type { Place } from '@accord/vault';
import { maskOf } from '../../contract/index.ts';

/** Sealed as plan and identity together: it names people and says why. */
export const DOCUMENT_MASK = maskOf(['id-core', 'case-plan']);

export interface PreparedWords {
  need: string;
  withoutSharing: string;
  /** A FHIR Consent as another system wrote it, where one was brought in. */
  evidence?: string;
}

export interface SignedWords {
  signedName: string;
  witnessName: string;
  method: 'typed' | 'spoken';
}

export function documentPlace(grantId: GrantId, version: number): Place {
  return { table: 'consent_document', rowId: grantId, version };
}
