import { z } from 'zod';
import {
  aside,
  CodeableConcept,
  conditionElements,
  Coding,
  Effect,
  Meta,
  Period,
  Reference,
  some,
} from './elements.ts';

const level = z.strictObject({
  ...conditionElements,
  actor: some(
    z.strictObject({ id: aside, role: CodeableConcept.optional(), reference: Reference.optional() }),
  ),
  documentType: some(Coding),
  resourceType: some(Coding),
  expression: aside,
});
export interface ProvisionR5 extends z.infer<typeof level> {
  provision?: ProvisionR5[] | undefined;
}
const ProvisionR5: z.ZodType<ProvisionR5> = level.extend({
  provision: z.lazy(() => z.array(ProvisionR5).min(1).optional()),
});

/** FHIR R5 (5.0.0) Consent: https://hl7.org/fhir/R5/consent.html */
export const ConsentR5 = z.strictObject({
  resourceType: z.literal('Consent'),
  id: z.string().min(1).optional(),
  meta: Meta,
  language: aside,
  text: aside,
  contained: z.array(z.looseObject({ resourceType: z.string() })).optional(),
  identifier: aside,
  status: z.string(),
  category: some(CodeableConcept),
  subject: Reference,
  date: z.string().optional(),
  period: Period.optional(),
  grantor: some(Reference),
  grantee: aside,
  manager: aside,
  controller: aside,
  sourceAttachment: aside,
  sourceReference: aside,
  regulatoryBasis: aside,
  policyBasis: aside,
  policyText: aside,
  verification: aside,
  decision: Effect,
  provision: some(ProvisionR5),
});
export type ConsentR5 = z.infer<typeof ConsentR5>;
