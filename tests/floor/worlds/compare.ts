import { type Decision, decide, type Facts, type Reader, type Request } from '@accord/consent';
import type { Actor } from '@accord/kernel';
import type { Answer } from './floor.ts';
import { POLICY } from './law.ts';
import type { PlacedWorld } from './place.ts';

export type Rule = (request: Request, facts: Facts) => Decision;

export const bareRule: Rule = (request, facts) => decide(request, facts, POLICY);

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
  rule: Rule = bareRule,
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
      const { items } = rule(
        {
          caseId: item.caseId,
          items: [item],
          reader: readerOf(reader),
          purposes: [purpose],
          action: 'view',
          at,
        },
        world.facts,
      );
      const [answer] = items;
      if (!answer) throw new Error('the rule left an item out');
      result.decisions += 1;
      result.permits += answer.open ? 1 : 0;
      for (const [layer, byFloor, byRule] of [
        ['know', known.has(item.id), answer.known],
        ['see', seen.has(item.id), answer.open],
      ] as const) {
        if (byFloor === byRule) continue;
        const floor = byFloor ? 'opens' : 'hides';
        result.disagreements.push({ floor, layer, reader, purpose, item: item.id, reason: answer.reason });
      }
    }
  }
  return result;
}

function readerOf(actor: Actor): Reader {
  return actor.kind === 'staff' || actor.kind === 'youth' ? actor : { kind: actor.kind };
}
