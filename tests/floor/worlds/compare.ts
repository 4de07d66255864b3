import { type Decision, decide, type Facts, type Reader, type Request } from '@accord/consent';
import type { Actor } from '@accord/kernel';
import type { Answer } from './floor.ts';
import type { PlacedWorld } from './place.ts';

export type Rule = (request: Request, facts: Facts) => Decision;

interface Disagreement {
  /** `opens` when the floor lets through what the rule denies, `hides` when it holds back what the rule permits. */
  floor: 'opens' | 'hides';
  layer: 'know' | 'see';
  reader: Actor;
  purpose: string;
  item: string;
  reason: string;
}

export interface Comparison {
  decisions: number;
  permits: number;
  disagreements: Disagreement[];
}

/** Compares the answers of the floor with the rule, item by item; `at` is the instant the floor was read at. */
export function compare(
  world: PlacedWorld,
  answers: readonly Answer[],
  rule: Rule = decide,
  at = world.at,
): Comparison {
  const result: Comparison = { decisions: 0, permits: 0, disagreements: [] };
  for (const { reader, purpose, known, seen } of answers) {
    const ours = new Set<string>(world.items.map((item) => item.id));
    for (const stray of new Set([...known, ...seen])) {
      if (!ours.has(stray)) {
        result.disagreements.push({
          floor: 'opens',
          layer: 'know',
          reader,
          purpose,
          item: stray,
          reason: 'another world',
        });
      }
    }
    for (const item of world.items) {
      const { decision, reason } = rule(
        { reader: readerOf(reader), item, purposes: [purpose], at },
        world.facts,
      );
      const permits = decision === 'permit';
      result.decisions += 1;
      result.permits += permits ? 1 : 0;
      for (const [layer, open] of [
        ['know', known.has(item.id)],
        ['see', seen.has(item.id)],
      ] as const) {
        if (open === permits) continue;
        const floor = open ? 'opens' : 'hides';
        result.disagreements.push({ floor, layer, reader, purpose, item: item.id, reason });
      }
    }
  }
  return result;
}

function readerOf(actor: Actor): Reader {
  return actor.kind === 'staff' || actor.kind === 'youth' ? actor : { kind: actor.kind };
}
