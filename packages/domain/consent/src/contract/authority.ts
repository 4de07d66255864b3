import { CaseId, GrantId } from '@accord/kernel';
import { z } from 'zod';
import { Category } from './categories.ts';
import { DOMAINS } from './law/facts.ts';
import { RULE_IDS } from './law/rules.ts';

/** Somebody's recorded authority over a young person, or the young person's own beyond what their age gives. */
export const AuthorityId = z.uuid().toLowerCase().brand('AuthorityId');
export type AuthorityId = z.infer<typeof AuthorityId>;

export const Domain = z.enum(DOMAINS, 'Choose from the list.');

/** Who they are to the young person: a code, so that no name stands outside of what is sealed. */
export const RELATIONS = [
  'mother',
  'father',
  'grandparent',
  'relative',
  'foster-parent',
  'guardian',
  'agency',
] as const;
export const Relation = z.enum(RELATIONS, 'Choose who they are.');
export type Relation = z.infer<typeof Relation>;

/** What somebody has seen that shows it. */
export const EVIDENCE = {
  guardian: ['birth-record', 'court-order', 'placement'],
  'legal-custodian': ['court-order', 'statute'],
  'young-person': ['emancipation', 'enrolment', 'finding'],
} as const;
const Evidence = z.enum(
  [...EVIDENCE.guardian, 'statute', ...EVIDENCE['young-person']],
  'Choose what shows it.',
);

/** `guardian` and `legal-custodian` sign; `young-person` is their own authority beyond what their age gives. */
export const AuthorityCapacity = z.enum(['young-person', 'guardian', 'legal-custodian'], 'Choose one.');

/** A signer as those who may know of them see them. Nobody's name: who signed stands on what they signed. */
export const Authority = z.strictObject({
  authorityId: AuthorityId,
  capacity: AuthorityCapacity,
  relation: Relation.nullable(),
  domains: z.array(Domain),
  evidence: Evidence,
  sinceOn: z.iso.date(),
  /** The last day, in the network's time zone; null: without an end on record. */
  endsOn: z.iso.date().nullable(),
  isOver: z.boolean(),
  /** The young person agreed that they are contacted, and somebody looked at whether it is safe. */
  mayContact: z.boolean(),
  /** They sign nothing and are told nothing; on whose word. */
  excluded: z.enum(['young_person', 'staff']).nullable(),
});
export type Authority = z.infer<typeof Authority>;

export const RecordAuthorityInput = z
  .strictObject({
    caseId: CaseId,
    capacity: AuthorityCapacity,
    relation: Relation.nullable(),
    domains: z.array(Domain).min(1, 'Choose at least one area.'),
    evidence: Evidence,
    /** The last day of an order or a placement; left out where it has none. */
    endsOn: z.iso
      .date('Choose a day.')
      .refine((day) => day >= '1000', 'Choose a day that is still to come.')
      .optional(),
  })
  .refine(({ capacity, relation }) => (capacity === 'young-person') === (relation === null), {
    path: ['relation'],
    message: 'Choose who they are.',
  })
  .refine(({ capacity, evidence }) => (EVIDENCE[capacity] as readonly string[]).includes(evidence), {
    path: ['evidence'],
    message: 'Choose what shows it.',
  });

export const AuthorityInput = z.strictObject({ caseId: CaseId, authorityId: AuthorityId });

/** Who may sign, and from when on the young person signs alone. */
export const Signers = z.strictObject({
  authorities: z.array(Authority),
  /** The day of their majority, by the state's rule; null where no birthday is known. */
  majorityOn: z.iso.date().nullable(),
  /** Full years; null where no birthday is known. */
  years: z.int().nullable(),
  maySign: z.boolean(),
});
export type Signers = z.infer<typeof Signers>;

/** Why a kind on a paper is not open by it, and what would open it. */
export const LawLine = z.strictObject({
  kind: Category,
  rules: z.array(z.enum(RULE_IDS)).min(1),
  /**
   * `adult`: somebody with authority signs too. `initials`: the young person marks the kind by itself. `counsel`: no
   * rule of the state answers it, or not for certain. `agreement`: the two agencies did not both sign for it. `no`:
   * nothing that could be added here opens it.
   */
  needs: z.enum(['adult', 'initials', 'counsel', 'agreement', 'no']),
});
export type LawLine = z.infer<typeof LawLine>;

export const AdultSignature = z.strictObject({
  capacity: z.enum(['guardian', 'legal-custodian']),
  relation: Relation,
  method: z.enum(['typed', 'spoken']),
  recordedBy: z.string(),
  at: z.iso.datetime(),
});
export type AdultSignature = z.infer<typeof AdultSignature>;

const name = (empty: string) => z.string().trim().min(1, empty).max(120, 'Keep it under 120 characters.');

export const CountersignInput = z.strictObject({
  caseId: CaseId,
  grantId: GrantId,
  authorityId: AuthorityId,
  signedName: name('Type their name, as they want it written.'),
  method: z.enum(['typed', 'spoken'], 'Choose how they want to say it.'),
  witnessName: name('Type the name of the witness.'),
  understood: z.literal(true, 'Say who sees what, and until when. Then mark this.'),
  copyGiven: z.literal(true, 'Give a copy, or keep one for them. Then mark this.'),
});

export const WithdrawInput = z.strictObject({
  caseId: CaseId,
  grantId: GrantId,
  capacity: z.enum(['guardian', 'legal-custodian']),
});
