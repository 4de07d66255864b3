import type { CategoryCode } from '@accord/consent';
import type { PartKind, ServiceFamily } from '@accord/cases';

/** The same words in each language of the product. */
interface Said {
  en: string;
  es: string;
}

/** The Gravity categories of social need (CC0), and `local`: written for this product. */
export const GRAVITY = [
  'food-insecurity',
  'housing-instability',
  'homelessness',
  'inadequate-housing',
  'transportation-insecurity',
  'financial-insecurity',
  'material-hardship',
  'educational-attainment',
  'employment-status',
  'stress',
  'social-connection',
  'intimate-partner-violence',
  'personal-health-literacy',
  'health-insurance-coverage-status',
  'medical-cost-burden',
  'digital-literacy',
  'digital-access',
  'utility-insecurity',
  'language-access',
  'incarceration-status',
  'protective-factor',
] as const;

/** The parts of a life that the plan is arranged by, in the order in which it shows them. */
export const DOMAINS = ['safety', 'home', 'body', 'mind', 'learning', 'people', 'self', 'rights'] as const;
export type Domain = (typeof DOMAINS)[number];

interface Entry {
  /** Stored, sealed, in the items that use it: never changed and never used again for something else. */
  id: string;
  over: (typeof GRAVITY)[number] | 'local';
  domain: Domain;
  /** What it is called on every screen, the young person's too: no label, nothing about why. */
  name: Said;
  /** The kind of data that an item of it is. Whoever writes cannot make it more open. */
  category: CategoryCode;
}

export interface NeedEntry extends Entry {
  kind: 'need';
  /** What is asked again later, and can be seen or counted by the young person too. */
  outcome: Said;
  /** The families of services that answer it; the first is what is looked for first. */
  families: readonly [ServiceFamily, ...ServiceFamily[]];
  /** Consequences and areas of functioning that the policy brief names and that this is the entry for. */
  brief: readonly string[];
}

/** What is known about them beside their needs; it has neither a rating nor an outcome. */
export interface PlainEntry extends Entry {
  kind: Exclude<PartKind, 'need'>;
}

/** A row as it is written down: English and Spanish side by side. */
export type NeedRow = readonly [
  id: string,
  over: NeedEntry['over'],
  category: CategoryCode,
  families: NeedEntry['families'],
  name: readonly [en: string, es: string],
  outcome: readonly [en: string, es: string],
  ...brief: string[],
];

/** A row of what has no outcome. */
export type PlainRow = readonly [id: string, domain: Domain, category: CategoryCode, en: string, es: string];

export type PlanEntry = NeedEntry | PlainEntry;
