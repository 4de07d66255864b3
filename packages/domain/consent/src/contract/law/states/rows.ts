import { z } from 'zod';
import { DOMAINS } from '../facts.ts';

/** Where a row is from: a statute, or the source that describes it. No row stands without one. */
export const cite = z.string().trim().min(4);
const words = z.string().trim().min(1);
const hours = z.int().min(0).max(8_760);
const age = z.int().min(0).max(26);

/** One area in which the young person decides alone by state law (consent-rules MC-1). */
export const MinorConsent = z.strictObject({
  domain: z.enum(DOMAINS),
  /** From this full year of age on. */
  minAge: z.int().min(0).max(21),
  /** What must be true beside the age, in the words of the statute's condition. Any at all asks for a person. */
  conditions: z.array(words),
  /** What the row does not reach within its area. Any at all asks for a person: whether it is that, nobody can read. */
  exclusions: z.array(words).optional(),
  maxVisits: z.int().min(1).optional(),
  /** Whether a parent is told of the service. Missing: nobody tells them (MC-1, never by itself). */
  parentNotice: z.enum(['required', 'permitted', 'forbidden']).optional(),
  /** Who decides about what is written of it. Missing: whoever may consent to the service. */
  infoController: z.enum(['youth', 'parent']).optional(),
  cite,
});
export type MinorConsent = z.infer<typeof MinorConsent>;

/** H-12: what a parent may see of a service that the young person chose alone. Silent or missing: a professional decides. */
const ParentAccess = z.strictObject({
  domain: z.enum(DOMAINS),
  answer: z.enum(['required', 'permitted', 'prohibited', 'silent']),
  cite,
});

/** Kinds of agency that a team statute can name, each a fact of the agency and never read from its name. */
const TeamMember = z.enum(['child-welfare', 'justice', 'tribal', 'education', 'health']);
export type TeamMember = z.infer<typeof TeamMember>;

/** Appendix 3 of consent-rules, beside who decides alone: each row may be missing, and missing is the stricter branch. */
export const ROWS = {
  /** Which papers show that a minor is emancipated (MC-4). */
  emancipation: z
    .strictObject({ evidence: z.array(z.enum(['order', 'marriage', 'military', 'parenthood'])), cite })
    .optional(),
  parentAccess: z.array(ParentAccess).optional(),
  /** Whether child protection records can be opened by consent at all, and whose (C-1). Both sign unless it says. */
  cpsRelease: z
    .strictObject({
      byConsent: z.boolean(),
      youngPersonAlone: z.boolean().optional(),
      statutoryRecipients: z.array(words).optional(),
      cite,
    })
    .optional(),
  /** Whether consent suffices for juvenile court and probation records, and whose (JJ-1). */
  justiceRelease: z
    .strictObject({
      consentSuffices: z.boolean(),
      youngPersonAlone: z.boolean().optional(),
      recipients: z.array(words).optional(),
      cite,
    })
    .optional(),
  /** What becomes of a sealed record (JJ-2, JJ-4). Its existence is never told, whatever stands here. */
  sealing: z
    .strictObject({
      automatic: z.boolean().optional(),
      days: z.int().min(0).optional(),
      mustDenyExistence: z.boolean(),
      cite,
    })
    .optional(),
  /** Whether a minor may get victim services, and so release their records, alone (V-3). */
  victimServicesAlone: z.strictObject({ allowed: z.boolean(), cite }).optional(),
  /** Whether a statute lets a case team share, and who can be on it (C-6). Nobody who is not named is on it. */
  teamRule: z
    .strictObject({
      allowed: z.boolean(),
      members: z.array(TeamMember),
      writtenRecord: z.boolean().optional(),
      cite,
    })
    .optional(),
  /** Who must report abuse (MR-1), and whether a victim service is among them (V-7). */
  mandatedReporters: z
    .strictObject({
      victimServices: z.boolean(),
      universal: z.boolean().optional(),
      professions: z.array(z.strictObject({ code: words, mandated: z.boolean() })).optional(),
      hotline: words.optional(),
      oralHours: hours.optional(),
      writtenHours: hours.optional(),
      cite,
    })
    .optional(),
  /** Clocks that are shorter than the federal 24 hours (M-7); what is missing counts by the federal ones. */
  missingFromCare: z
    .strictObject({
      policeHours: hours.optional(),
      ncmecHours: hours.optional(),
      screenOnReturnHours: hours.optional(),
      cite,
    })
    .optional(),
  /** Whether what was said in a screening is kept from an investigation (JJ-7). */
  screeningUseImmunity: z.strictObject({ applies: z.boolean(), cite }).optional(),
  /** Below which age there is no prosecution, and what follows in its place (JJ-5). */
  safeHarbor: z
    .strictObject({ immunityUnder: age, dependencyReferral: z.boolean(), vacatur: words.optional(), cite })
    .optional(),
  shelterLocationCriminal: z.strictObject({ applies: z.boolean(), cite }).optional(),
  /** The address confidentiality program (V-13). */
  addressProgram: z.strictObject({ name: words, cite }).optional(),
  hivRelease: z.strictObject({ specificForm: z.boolean(), cite }).optional(),
  mentalHealthRelease: z
    .strictObject({ specificForm: z.boolean(), maxDays: z.int().min(1).nullable(), cite })
    .optional(),
  extendedCare: z.strictObject({ toAge: age, conditions: z.array(words), cite }).optional(),
  chafee: z.strictObject({ toAge: age, cite }).optional(),
  /** Whether a minor may sign on a screen, and whether a witness is needed. */
  electronicSignature: z.strictObject({ minors: z.boolean(), witness: z.boolean(), cite }).optional(),
  /** A state's shield over reproductive care (H-24). */
  reproductiveShield: z.strictObject({ applies: z.boolean(), cite }).optional(),
};
