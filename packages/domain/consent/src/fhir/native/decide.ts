import { codesOf, decide, type Decision, type ItemDecision } from '../../contract/index.ts';
import { NotUnderstood, type Reason } from '../problem.ts';
import { readAs } from '../read.ts';
import { NativeLine } from './schema.ts';

type Obligation = Decision['obligations'][number];

export interface NativeDecision {
  decision: Decision['decision'];
  reason: Decision['reason'];
  items: readonly ItemDecision[];
  /** What goes with what is opened; sets of kinds as lists of codes, instants as ISO texts. */
  obligations: readonly object[];
  /** The bases that opened something, as `consent/<id>`. */
  basedOn: string[];
  reasons: Reason[];
  trace: Decision['trace'];
  policyVersion: string | null;
}

/**
 * The product's own rule, asked by JSON (schema.ts). What is missing, unknown or too much is a denial that names the
 * field.
 */
export function decideNative(line: unknown): NativeDecision {
  try {
    const { request, facts, policy }: NativeLine = readAs(NativeLine, line, '');
    return written(decide(request, facts, policy));
  } catch (error) {
    const reason: Reason =
      error instanceof NotUnderstood
        ? { code: error.code, element: error.element || 'line', text: error.message }
        : { code: 'FAILURE', text: 'The evaluation failed, so nothing is permitted.' };
    return {
      decision: 'deny',
      reason: 'ENGINE_INDETERMINATE',
      items: [],
      obligations: [],
      basedOn: [],
      reasons: [reason],
      trace: [],
      policyVersion: null,
    };
  }
}

function written({ decision, reason, items, trace, obligations, policyVersion }: Decision): NativeDecision {
  const bases = items.flatMap(({ open, basis }) => (open && basis ? [`${basis.kind}/${basis.id}`] : []));
  const rules = items.flatMap((item) => item.rules);
  return {
    decision,
    reason,
    items,
    obligations: obligations.map(inJson),
    basedOn: [...new Set(bases)],
    reasons: [
      { code: reason, text: decision === 'permit' ? 'A basis opens this.' : 'Not everything is open.' },
      ...[...new Map(rules.map((each) => [each.rule, each])).values()].map(({ rule, outcome }) => ({
        code: rule,
        text: outcome === 'review' ? 'This rule asks for a person to look.' : 'This rule keeps it closed.',
      })),
    ],
    trace,
    policyVersion,
  };
}

function inJson(obligation: Obligation): object {
  if (obligation.code === 'EXPIRES') return { ...obligation, at: new Date(obligation.at).toISOString() };
  if (obligation.code !== 'PERSISTLABEL') return obligation;
  const { mask, ...rest } = obligation;
  return { ...rest, kinds: codesOf(mask) };
}
