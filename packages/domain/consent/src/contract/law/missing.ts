import { type CategoryCode, maskOf } from '../categories.ts';
import type { LawLine } from '../authority.ts';
import { DOMAINS, type LawCase, type Signature } from './facts.ts';
import { openableBy } from './openable.ts';
import type { StatePolicy } from './state.ts';

/**
 * The kinds that a paper names and the law keeps closed, each with the rules that keep it and with what would open it:
 * found by asking the law again with that added, and never by a list of its own. What is held closed for the recipient,
 * the use or the day has nothing that could be added here.
 */
export function missingFor(law: LawCase, policy: StatePolicy | null): LawLine[] {
  const now = openableBy(law, policy);
  const initialled = withInitials(law);
  const withMarks = openableBy(initialled, policy);
  const withBoth = openableBy(withAdult(initialled), policy);
  const opens = (mask: bigint, kind: CategoryCode) => (mask & maskOf([kind])) !== 0n;

  const needs = (kind: CategoryCode): LawLine['needs'] => {
    if (opens(withMarks.mask, kind)) return 'initials';
    if (opens(withBoth.mask, kind)) return 'adult';
    const left = withBoth.findings.get(kind) ?? [];
    return left.every(({ outcome }) => outcome === 'review') ? 'counsel' : 'no';
  };
  return [...now.findings].map(([kind, findings]) => ({
    kind,
    rules: [...new Set(findings.map(({ rule }) => rule))] as LawLine['rules'],
    needs: needs(kind),
  }));
}

const withInitials = (law: LawCase): LawCase => ({
  ...law,
  paper: { ...law.paper, initialled: law.paper.kinds },
});

/** As if somebody signed who has authority for everything. */
function withAdult(law: LawCase): LawCase {
  const adult: Signature = { capacity: 'guardian', domains: DOMAINS, isExcluded: false, signedAt: law.at };
  return { ...law, paper: { ...law.paper, signatures: [...law.paper.signatures, adult] } };
}
