import { type CategoryCode, maskOf, type Openable, openableBy } from '../../contract/index.ts';
import { type FhirDecision, look } from '../decide.ts';
import type { ReadConsent } from '../evaluate.ts';
import type { Reason } from '../problem.ts';
import type { ReadLine } from '../request.ts';
import { lawCaseOf, MOST_OPEN } from './cases.ts';
import { kindsOf } from './kinds.ts';
import { legalPurposeOf } from './purposes.ts';

export interface LegalDecision extends Omit<FhirDecision, 'decision'> {
  decision: FhirDecision['decision'] | 'review';
}

type Verdict = 'permit' | 'review' | 'deny';
const ORDER: readonly Verdict[] = ['permit', 'review', 'deny'];
const worst = (verdicts: readonly Verdict[]) =>
  ORDER[Math.max(...verdicts.map((v) => ORDER.indexOf(v)))] ?? 'deny';
const best = (verdicts: readonly Verdict[]) =>
  ORDER[Math.min(...verdicts.map((v) => ORDER.indexOf(v)))] ?? 'deny';

/**
 * What FHIR Consents say, and then what the law lets stand of it. A permit can become a denial or a review; nothing else
 * changes. What a Consent cannot tell is taken both ways: closed even at its best is a denial, open even at its worst
 * stays a permit, and what hangs on something unknown is for a person (`review`, a denial for software).
 */
export function decideLegal(line: unknown): LegalDecision {
  const { decision, read } = look(line);
  if (decision.decision !== 'permit') return decision;
  if (!read) return closed(decision, 'deny', [{ code: 'FAILURE', text: 'The law could not be asked.' }]);
  try {
    return underLaw(decision, read.asked, read.consents);
  } catch {
    return closed(decision, 'deny', [{ code: 'FAILURE', text: 'The law could not be asked.' }]);
  }
}

function underLaw(decision: FhirDecision, asked: ReadLine, consents: readonly ReadConsent[]): LegalDecision {
  const purposes = asked.purposes.map(legalPurposeOf);
  if (purposes.includes('never')) return closed(decision, 'deny', [reasonOf('A16-11', 'deny')]);
  if (!asked.parts) {
    return closed(decision, 'review', [
      {
        code: 'KINDS_NOT_KNOWN',
        element: 'request.content',
        text: 'The law asks what would be handed over.',
      },
    ]);
  }
  const permitting = consents.filter(({ name }) => decision.basedOn.includes(name));
  const found = new Map<string, Reason>();
  const verdicts = asked.parts.map((part): Verdict => {
    const kinds = kindsOf(part);
    if (kinds) return best(permitting.map((consent) => verdictOf(consent, asked, kinds, found)));
    const code = 'KINDS_NOT_KNOWN';
    found.set(code, { code, text: 'What kind of data this is cannot be told from its labels and type.' });
    return 'review';
  });
  if (purposes.includes('ask')) {
    verdicts.push('review');
    found.set('PURPOSE', { code: 'PURPOSE', text: 'A person decides whether the law knows this purpose.' });
  }
  const verdict = worst(verdicts);
  return verdict === 'permit' ? decision : closed(decision, verdict, [...found.values()]);
}

/** What the law says of content of these kinds on the strength of this one Consent. */
function verdictOf(
  consent: ReadConsent,
  asked: ReadLine,
  kinds: readonly CategoryCode[],
  found: Map<string, Reason>,
): Verdict {
  const atBest = openableBy(lawCaseOf(consent, asked, kinds, 'best'), MOST_OPEN);
  const atWorst = openableBy(lawCaseOf(consent, asked, kinds, 'worst'), null);
  return worst(
    kinds.map((kind): Verdict => {
      const opens = ({ mask }: Openable) => (mask & maskOf([kind])) !== 0n;
      if (opens(atWorst)) return 'permit';
      // A kind that the consent's permissions do not name has no finding of its own.
      const sure =
        atBest.findings.get(kind) ?? (opens(atBest) ? [] : [{ rule: 'initials', outcome: 'deny' }]);
      const verdict = sure.some(({ outcome }) => outcome === 'deny') ? 'deny' : 'review';
      for (const { rule } of sure.length > 0 ? sure : (atWorst.findings.get(kind) ?? [])) {
        found.set(rule, reasonOf(rule, verdict));
      }
      return verdict;
    }),
  );
}

const reasonOf = (rule: string, verdict: 'deny' | 'review'): Reason => ({
  code: rule,
  text:
    verdict === 'deny'
      ? 'This rule of law keeps it closed.'
      : 'Whether this rule of law is met is for a person.',
});

const closed = (
  decision: FhirDecision,
  to: 'deny' | 'review',
  reasons: readonly Reason[],
): LegalDecision => ({
  ...decision,
  decision: to,
  obligations: [],
  reasons: [...reasons, ...decision.reasons.slice(1)],
});
