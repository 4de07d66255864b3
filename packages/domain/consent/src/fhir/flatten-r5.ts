import { conditionsOf } from './conditions.ts';
import type { ConsentR5, ProvisionR5 } from './consent-r5.ts';
import { NotUnderstood } from './problem.ts';
import { other, type Rule } from './rules.ts';

/** R5 by its text: `decision` holds everywhere, and each provision turns around what the level above it says. */
export function flattenR5({ decision, provision }: ConsentR5, zone: number): Rule[] {
  const rules: Rule[] = [
    { effect: decision, conditions: [], depth: 0, exceptionTo: null, element: 'Consent.decision' },
  ];
  addExceptions(provision, 'Consent', 0, rules, zone);
  return rules;
}

function addExceptions(
  provisions: readonly ProvisionR5[] | undefined,
  element: string,
  parent: number,
  rules: Rule[],
  zone: number,
): void {
  for (const [at, provision] of (provisions ?? []).entries()) {
    const here = `${element}.provision[${at}]`;
    if (provision.expression !== undefined) {
      throw new NotUnderstood('EXPRESSION', `${here}.expression`, 'Expressions are not evaluated here.');
    }
    const around = rules[parent];
    rules.push({
      effect: other(around?.effect ?? 'permit'),
      conditions: [...(around?.conditions ?? []), conditionsOf(provision, zone, here)],
      depth: (around?.depth ?? 0) + 1,
      exceptionTo: parent,
      element: here,
    });
    addExceptions(provision.provision, here, rules.length - 1, rules, zone);
  }
}
