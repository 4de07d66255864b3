import { CardBody, ToldOnceBody } from '@accord/cases';
import { AgencyId, CaseId } from '@accord/kernel';
import { z } from 'zod';

/** What is written; how often it had to be told again is counted, and not written. */
export const Sheet = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('card'), card: CardBody }),
  z.strictObject({ kind: z.literal('told-once'), told: ToldOnceBody.omit({ again: true }) }),
]);
export type Sheet = z.infer<typeof Sheet>;

/** The revision that the writer was looking at; null for a first one. Another one answers CONFLICT. */
const seen = z.int32().positive().nullable();

export const WriteMySheetInput = z.strictObject({ sheet: Sheet, seen });
export const WriteSheetInput = WriteMySheetInput.extend({ caseId: CaseId });
export const CareCaseInput = z.strictObject({ caseId: CaseId });

export const Written = z.strictObject({ revision: z.int() });

/** Who keeps what is written here, and which agencies can be named as the one that holds what was told. */
export const CareChoices = z.strictObject({
  keeper: z.string(),
  agencies: z.array(z.strictObject({ agencyId: AgencyId, name: z.string() })),
});
export type CareChoices = z.infer<typeof CareChoices>;
