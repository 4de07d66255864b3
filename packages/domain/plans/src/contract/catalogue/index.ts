import { BODY } from './body.ts';
import {
  DOMAINS,
  type Domain,
  type NeedEntry,
  type NeedRow,
  type PlainEntry,
  type PlainRow,
  type PlanEntry,
} from './entry.ts';
import { HOME } from './home.ts';
import { FEARS, OBLIGATIONS } from './inputs.ts';
import { LEARNING } from './learning.ts';
import { MIND } from './mind.ts';
import { PEOPLE } from './people.ts';
import { RIGHTS } from './rights.ts';
import { SAFETY } from './safety.ts';
import { SELF } from './self.ts';
import { STRENGTHS } from './strengths.ts';

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

const plain = (kind: PlainEntry['kind'], rows: readonly PlainRow[], over: PlainEntry['over'] = 'local') =>
  rows.map(([id, domain, category, en, es]): PlainEntry => ({
    kind,
    id,
    over,
    domain,
    name: { en, es },
    category,
  }));

/** Everything that a plan can name, strengths first. */
export const ENTRIES: readonly PlanEntry[] = [
  ...plain('strength', STRENGTHS, 'protective-factor'),
  ...NEEDS,
  ...plain('fear', FEARS),
  ...plain('obligation', OBLIGATIONS),
];

const byId = new Map(ENTRIES.map((entry) => [entry.id, entry]));

/** The entry of that id; undefined for one that this version does not know. */
export const findEntry = (id: string): PlanEntry | undefined => byId.get(id);
