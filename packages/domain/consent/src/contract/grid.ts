import { CaseId, GrantId, Purpose } from '@accord/kernel';
import { System } from '@accord/identity';
import { z } from 'zod';
import { LawLine } from './authority.ts';
import { Category, type CategoryCode, MOST_KINDS } from './categories.ts';
import { PreviewItem, Recipient } from './permission.ts';

/** The kinds that every agency may come to hold about a case, and those of its own system. */
const COMMON: readonly CategoryCode[] = ['id-core', 'case-plan', 'service-linkage', 'appointments'];
const OF_SYSTEM: Record<System, readonly CategoryCode[]> = {
  'child-welfare': ['cw-record', 'cw-reporter'],
  'law-enforcement': ['le-investigative'],
  'juvenile-justice': ['jj-record', 'jj-sealed'],
  'runaway-homeless-youth': ['rhy-record', 'shelter-location'],
  'refugee-immigrant': ['immigration'],
  education: ['edu-record'],
  'mental-health': ['mh-record', 'mh-psychotherapy-notes'],
  medical: ['health-general'],
  community: [],
};

/** The rows that an agency of this system starts from, whether or not anything is written yet. */
export const kindsOf = (system: System): readonly CategoryCode[] => [...COMMON, ...OF_SYSTEM[system]];

/** `asOf`: a day in the network's time zone, taken at its last instant. Today, and left out, mean now. */
export const WhoSeesInput = z.strictObject({
  caseId: CaseId,
  asOf: z.iso
    .date('Choose a day.')
    .refine((day) => day >= '1970' && day < '2200', 'Choose a nearer day.')
    .optional(),
});

/** `never`: no permission can open it. `none`: nothing opens it, and a permission could. */
export const CellState = z.enum(['all', 'some', 'none', 'never']);
export type CellState = z.infer<typeof CellState>;

/** What the state rests on, the strongest first: one sentence on the screen each. */
export const CellReason = z.enum([
  'own-colleague',
  'court-order',
  'team-statute',
  'mandate',
  'emergency',
  'permission',
  'in-part',
  'restricted',
  'author-only',
  'never',
  'agency-terms',
  'paused',
  'stopped',
  'ended',
  'not-yet',
  'not-open',
  'law',
  'no-permission',
]);
export type CellReason = z.infer<typeof CellReason>;

export const Cell = z.strictObject({
  state: CellState,
  reason: CellReason,
  /** Opened by law or a court, not by a permission: no stop ends it. */
  byLaw: z.boolean(),
  /** The last day on which it is open; null where there is none, or nothing is open. */
  endsOn: z.iso.date().nullable(),
  /** It ends within 14 days of the day that the grid is about. */
  endsSoon: z.boolean(),
  /** What it may be used for. Empty for own colleagues: they read for what their work is. */
  purposes: z.array(Purpose),
});
export type Cell = z.infer<typeof Cell>;

/** A person, or whoever an agency has put on the case: what comes to a person that way stands with the agency. */
export const GridColumn = z.strictObject({
  recipient: Recipient,
  name: z.string(),
  title: z.string().nullable(),
  agency: z.string(),
  system: System,
  /** A colleague of the reader, on the case. No permission is needed, and none can be stopped. */
  isOwn: z.boolean(),
  /** What they are there, where a permission is for whoever that is. */
  post: z.string().nullable(),
  /** What can be stopped today. */
  permissions: z.array(z.strictObject({ grantId: GrantId, categories: z.array(Category) })),
  /** What their permissions name and the law holds closed today; empty for any other day. */
  law: z.array(LawLine),
});
export type GridColumn = z.infer<typeof GridColumn>;

export const GridRow = z.strictObject({
  kind: Category,
  /** A permission can open it. */
  shareable: z.boolean(),
  /** One for each column, in their order. */
  cells: z.array(Cell),
});
export type GridRow = z.infer<typeof GridRow>;

/** Who sees what of the reader's own agency's items in one case. */
export const Grid = z.strictObject({
  codeName: z.string(),
  /** The reader's agency: the items are its own. */
  owner: z.string(),
  /** The owner's own words on what it shares; null where it has none. */
  dataTerms: z.string().nullable(),
  /** The instant that it is about, by the database's clock. */
  at: z.iso.datetime(),
  columns: z.array(GridColumn),
  rows: z.array(GridRow),
});
export type Grid = z.infer<typeof Grid>;

export const PreviewChangeInput = z.strictObject({
  caseId: CaseId,
  recipient: Recipient,
  /** Kinds of a further permission. */
  add: z.array(Category).max(MOST_KINDS).default([]),
  /** Kinds that would be stopped, in whatever permission names them. */
  remove: z.array(Category).max(MOST_KINDS).default([]),
  purpose: z.enum(Purpose.options, 'Choose one use.'),
  endsOn: z.iso.date('Choose a day.').refine((day) => day >= '1000', 'Choose a day that is still to come.'),
});

/** A draft change: nothing is written, nobody is asked. */
export const ChangePreview = z.strictObject({
  /** What the recipient's own page would hold of this agency's, read for that purpose: same ids, kinds, fields. */
  preview: z.array(PreviewItem),
  /** Kinds that would open, or close, beside what is open now; after restrictions. */
  gains: z.array(Category),
  loses: z.array(Category),
  /** How many of today's items that is. */
  more: z.int().nonnegative(),
  fewer: z.int().nonnegative(),
  /** What the law would still ask for, or never open; see Prepared. */
  law: z.array(LawLine),
});
export type ChangePreview = z.infer<typeof ChangePreview>;
