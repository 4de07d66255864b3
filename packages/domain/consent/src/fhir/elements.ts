import { z } from 'zod';

/** The parts that R4 and R5 share. Strict: an element that is not here could change the meaning of the rest. */
const text = z.string().min(1);
const id = text.optional();

export const Coding = z.strictObject({
  id,
  system: text.optional(),
  version: text.optional(),
  code: text.optional(),
  display: text.optional(),
  userSelected: z.boolean().optional(),
});

export const CodeableConcept = z.strictObject({
  id,
  coding: z.array(Coding).min(1).optional(),
  text: text.optional(),
});
export type CodeableConcept = z.infer<typeof CodeableConcept>;

export const Period = z.strictObject({ id, start: text.optional(), end: text.optional() });

const Identifier = z.strictObject({
  id,
  use: text.optional(),
  type: CodeableConcept.optional(),
  system: text.optional(),
  value: text.optional(),
  period: Period.optional(),
  assigner: z.unknown().optional(),
});

export const Reference = z.strictObject({
  id,
  reference: text.optional(),
  type: text.optional(),
  identifier: Identifier.optional(),
  display: text.optional(),
});
export type Reference = z.infer<typeof Reference>;

/** One or more: FHIR has no empty lists. */
export const some = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).min(1).optional();

const Data = z.strictObject({
  id,
  meaning: z.enum(['instance', 'related', 'dependents', 'authoredby']),
  reference: Reference,
});

export const Effect = z.enum(['deny', 'permit']);

/** What a rule can ask for in either version. */
export const conditionElements = {
  id,
  period: Period.optional(),
  action: some(CodeableConcept),
  securityLabel: some(Coding),
  purpose: some(Coding),
  code: some(CodeableConcept),
  dataPeriod: Period.optional(),
  data: some(Data),
};

/** What says nothing about who gets what: it is kept out of the rules, and need not be understood. */
export const aside = z.unknown().optional();

export const Meta = z.looseObject({ profile: z.array(text).optional() }).optional();
