import { BODY } from './body.ts';
import { DOMAINS, type Domain, type NeedEntry, type NeedRow, type StrengthEntry } from './entry.ts';
import { HOME } from './home.ts';
import { LEARNING } from './learning.ts';
import { MIND } from './mind.ts';
import { PEOPLE } from './people.ts';
import { RIGHTS } from './rights.ts';
import { SAFETY } from './safety.ts';
import { SELF } from './self.ts';
import { STRENGTHS as STRENGTH_ROWS } from './strengths.ts';

const ROWS: Record<Domain, readonly NeedRow[]> = {
  safety: SAFETY,
  home: HOME,
  body: BODY,
  mind: MIND,
  learning: LEARNING,
  people: PEOPLE,
  self: SELF,
  rights: RIGHTS,
};

/** Every need that a plan can name, in the order of the domains. */
export const NEEDS: readonly NeedEntry[] = DOMAINS.flatMap((domain) =>
  ROWS[domain].map(([id, over, category, families, [en, es], outcome, ...brief]): NeedEntry => ({
    kind: 'need',
    id,
    over,
    domain,
    name: { en, es },
    category,
    outcome: { en: outcome[0], es: outcome[1] },
    families,
    brief,
  })),
);

/** Every strength that a plan can name. */
export const STRENGTHS: readonly StrengthEntry[] = STRENGTH_ROWS.map(([id, domain, category, en, es]) => ({
  kind: 'strength',
  id,
  over: 'protective-factor',
  domain,
  name: { en, es },
  category,
}));

const needs = new Map(NEEDS.map((entry) => [entry.id, entry]));
const strengths = new Map(STRENGTHS.map((entry) => [entry.id, entry]));

/** The entry of that id; undefined for one that this version does not know. */
export const findNeed = (id: string): NeedEntry | undefined => needs.get(id);
export const findStrength = (id: string): StrengthEntry | undefined => strengths.get(id);
