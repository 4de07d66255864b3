import { z } from 'zod';
import {
  aside,
  CodeableConcept,
  conditionElements,
  Coding,
  Effect,
  Meta,
  Reference,
  some,
} from './elements.ts';

const level = z.strictObject({
  ...conditionElements,
  type: Effect.optional(),
  actor: some(z.strictObject({ id: aside, role: CodeableConcept, reference: Reference })),
  class: some(Coding),
});
export interface ProvisionR4 extends z.infer<typeof level> {
  provision?: ProvisionR4[] | undefined;
}
const ProvisionR4: z.ZodType<ProvisionR4> = level.extend({
  provision: z.lazy(() => z.array(ProvisionR4).min(1).optional()),
});

/** FHIR R4 (4.0.1) Consent: https://hl7.org/fhir/R4/consent.html */
export const ConsentR4 = z.strictObject({
  resourceType: z.literal('Consent'),
  id: z.string().min(1).optional(),
  meta: Meta,
  language: aside,
  text: aside,
  contained: z.array(z.looseObject({ resourceType: z.string() })).optional(),
  identifier: aside,
  status: z.string(),
  scope: CodeableConcept,
  category: z.array(CodeableConcept).min(1),
  patient: Reference,
  dateTime: z.string().optional(),
  performer: some(Reference),
  organization: some(Reference),
  sourceAttachment: aside,
  sourceReference: aside,
  policy: some(z.strictObject({ id: aside, authority: aside, uri: aside })),
  policyRule: CodeableConcept.optional(),
  verification: aside,
  provision: ProvisionR4.optional(),
});
export type ConsentR4 = z.infer<typeof ConsentR4>;
