import { CaseId, GrantId, Purpose } from '@accord/kernel';
import { z } from 'zod';
import { Category } from './categories.ts';

/** A FHIR R4 Consent as another system wrote it. Anything longer is no consent of one person. */
export const EvidenceFile = z.string().min(2, 'Choose a file.').max(65_536, 'Choose a file under 64 KB.');

export const EvidenceInput = z.strictObject({ caseId: CaseId, file: EvidenceFile });
export const EvidenceOf = z.strictObject({ caseId: CaseId, grantId: GrantId });

/**
 * What a consent of another system says, as far as a permission can say it. It opens nothing: a permission that was
 * prepared from it holds when the young person has signed that permission.
 */
export const Evidence = z.strictObject({
  /** The day of its signature, as it says itself. */
  signedOn: z.iso.date().nullable(),
  /** The kinds that it names and does not forbid. One that names none suggests none. */
  kinds: z.array(Category),
  /** Where all that it permits is for one of our purposes. */
  purpose: Purpose.nullable(),
  /** Its last whole day, as it says itself. */
  endsOn: z.iso.date().nullable(),
  /** Where it says what a permission cannot: a worker reads these themselves. FHIR's paths, no values. */
  beyond: z.array(z.string()),
});
export type Evidence = z.infer<typeof Evidence>;
