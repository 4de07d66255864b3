import { CaseId, Purpose } from '@accord/kernel';
import { z } from 'zod';
import { Category, maskOf } from './categories.ts';

/**
 * Which disclosures are listed. `all`: everything that another agency read. `hipaa`: what 45 CFR 164.528 asks for
 * (H-21), without treatment and what stood on a permission alone. `part2`: what was disclosed of a Part 2 program by
 * permission (42 CFR 2.24, 2.25; P-15, P-16).
 */
export const ACCOUNTINGS = ['all', 'hipaa', 'part2'] as const;
export type AccountingList = (typeof ACCOUNTINGS)[number];

/** How far back each list reaches. */
export const ACCOUNTING_YEARS = { all: 6, hipaa: 6, part2: 3 } as const satisfies Record<
  AccountingList,
  number
>;

const BasisKind = z.enum(['consent', 'court_order', 'team_statute', 'mandate', 'emergency']);

export const AccountingLine = z.strictObject({
  entry: z.string(),
  /**
   * `heard`: it was on the agenda of a team meeting; a guest is named by the agency that they came for. `reported`: a
   * report that a duty asks for was made. `handed-out`: it went out in a package, by an order.
   */
  how: z.enum(['opened', 'heard', 'reported', 'handed-out']),
  at: z.iso.datetime(),
  /** Addresses are not on record: an agency of the network is named, and the network knows where it is. */
  recipient: z.strictObject({ name: z.string(), title: z.string().nullable(), agency: z.string() }),
  kinds: z.array(Category),
  items: z.int(),
  purpose: Purpose,
  /** What it stood on, by the rows of then. Empty: their record does not go back so far. */
  bases: z.array(z.strictObject({ kind: BasisKind, id: z.string() })),
  /** The notices that went with it, as `code@version#sha256`. */
  notices: z.array(z.string()),
  policyVersion: z.string().nullable(),
});
export type AccountingLine = z.infer<typeof AccountingLine>;

export const AccountingInput = z.strictObject({ caseId: CaseId, list: z.enum(ACCOUNTINGS) });

export const Accounting = z.strictObject({
  list: z.enum(ACCOUNTINGS),
  codeName: z.string(),
  owner: z.string(),
  since: z.iso.datetime(),
  until: z.iso.datetime(),
  /** Newest first. */
  lines: z.array(AccountingLine),
  /** There were more than one answer holds: the list is not whole. */
  isCut: z.boolean(),
});
export type Accounting = z.infer<typeof Accounting>;

const PART2 = maskOf(['sud-part2', 'sud-counseling-notes']);

/** Whether a disclosure stands in a list. What it stood on is not known: it is listed, never left out. */
export function isListed(
  { bases, purpose, kinds }: Omit<AccountingLine, 'recipient'>,
  list: AccountingList,
): boolean {
  const has = (test: (kind: z.infer<typeof BasisKind>) => boolean) =>
    bases.length === 0 || bases.some(({ kind }) => test(kind));
  switch (list) {
    case 'all':
      return true;
    case 'hipaa':
      return purpose !== 'treatment' && has((kind) => kind !== 'consent');
    case 'part2':
      return (maskOf(kinds) & PART2) !== 0n && has((kind) => kind === 'consent');
  }
}

const COLUMNS = [
  'date',
  'recipient',
  'title',
  'agency',
  'what',
  'items',
  'purpose',
  'how',
  'basis',
  'notices',
  'policy',
] as const;

/** The list as CSV (RFC 4180), by codes. A cell that a spreadsheet would run as a formula is made text. */
export function csvOf({ lines }: Pick<Accounting, 'lines'>): string {
  const rows = lines.map((line) => [
    line.at,
    line.recipient.name,
    line.recipient.title ?? '',
    line.recipient.agency,
    line.kinds.join(' '),
    String(line.items),
    line.purpose,
    line.how,
    line.bases.map(({ kind, id }) => `${kind}/${id}`).join(' '),
    line.notices.join(' '),
    line.policyVersion ?? '',
  ]);
  return [COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
