import { PURPOSES } from '@accord/kernel';
import type { Decision, ItemDecision, Obligation, Reason, TraceLine } from './decision.ts';
import { decideItem } from './decide-item.ts';
import type { Facts, Policy } from './facts.ts';
import { Indeterminate, isBound } from './recipient.ts';
import { ACTIONS, type Request } from './request.ts';

/**
 * May this reader do this with these items, for these purposes, at this instant? Pure: the same request, facts and
 * policy always give the same answer, and it never throws. The order is that of consent-rules 0.2, the first hard stop
 * wins and consent comes late: bind the reader, own custody, absolute prohibitions, duties and permissions without
 * consent, consent (0.3: one basis covers all kinds of an item by itself, never half of one with half of another), and
 * then any restriction beats it. Whatever is missing, unknown, mixed or failing denies.
 */
export function decide(request: Request, facts: Facts, policy: Policy): Decision {
  try {
    return decideUnderstood(request, facts, policy);
  } catch {
    return closed(request, 'ENGINE_INDETERMINATE', null, []);
  }
}

function decideUnderstood(request: Request, facts: Facts, policy: Policy): Decision {
  understand(request, policy);
  const stop = wholeStop(request, facts);
  const bind: TraceLine = {
    step: 'bind',
    item: null,
    basis: null,
    rule: null,
    outcome: stop === null ? 'pass' : 'deny',
  };
  if (stop) return closed(request, stop, policy.version, [bind]);

  const trace: TraceLine[] = [bind];
  const obligations: Obligation[] = [];
  const items = request.items.map((item, index) => {
    const { answer, lines, carries } = decideItem({ request, item, index, facts, policy });
    trace.push(...lines);
    obligations.push(...carries);
    return answer;
  });
  return {
    ...summaryOf(items),
    items,
    trace,
    obligations: distinct(obligations),
    policyVersion: policy.version,
  };
}

/** Throws `Indeterminate` on a code or an instant that nobody knows. */
function understand({ purposes, action, at }: Request, policy: Policy): void {
  if (!purposes.every((purpose) => Object.hasOwn(PURPOSES, purpose))) throw new Indeterminate('a purpose');
  if (!ACTIONS.includes(action)) throw new Indeterminate('an action');
  if (!Number.isFinite(at)) throw new Indeterminate('an instant');
  if (typeof policy.version !== 'string' || policy.version === '')
    throw new Indeterminate('a policy version');
}

/** Step 1, and what no item could change. */
function wholeStop({ reader, purposes, items, at }: Request, facts: Facts): Reason | null {
  if (!isBound(reader, facts, at)) return 'READER_NOT_BOUND';
  if (purposes.length === 0) return 'NO_PURPOSE';
  return items.length === 0 ? 'NO_ITEM' : null;
}

function summaryOf(items: readonly ItemDecision[]): Pick<Decision, 'decision' | 'reason'> {
  const isOpen = items.some(({ open }) => open);
  const shut = items.find(({ open }) => !open);
  const reason = (shut ?? items[0])?.reason ?? 'NO_ITEM';
  if (!shut) return { decision: 'permit', reason };
  if (isOpen) return { decision: 'partial', reason };
  return { decision: items.some((item) => item.reason === 'REVIEW') ? 'review' : 'deny', reason };
}

/** Everything is closed for one reason. The request may be anything at all. */
function closed(
  request: unknown,
  reason: Reason,
  policyVersion: string | null,
  trace: readonly TraceLine[],
): Decision {
  const asked = (request as Partial<Request> | null | undefined)?.items;
  const item: ItemDecision = { open: false, known: false, reason, basis: null, rules: [] };
  const items = Array.isArray(asked) ? asked.map(() => item) : [];
  return { decision: 'deny', reason, items, trace, obligations: [], policyVersion };
}

/** The same obligation of several items is one. */
function distinct(obligations: readonly Obligation[]): Obligation[] {
  const keyOf = (each: Obligation) =>
    JSON.stringify(each, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
  return [...new Map(obligations.map((each) => [keyOf(each), each])).values()];
}
