import { type Basis, idOf } from './basis.ts';
import { codesOf } from './categories.ts';
import type { ItemDecision, Obligation, Reason, Step, TraceLine } from './decision.ts';
import { prohibitions } from './law/prohibited.ts';
import { deny, type Finding, isFinding, review, type RuleId } from './law/rules.ts';
import { type ItemQuestion, type Look, looksAt, STEP_OF } from './look.ts';
import { obligationsOf } from './obligations.ts';
import { getAgency } from './recipient.ts';
import { hardStop, isRestricted, poolingStop } from './stops.ts';
import { asksForTreatment } from './treatment.ts';

interface ItemAnswer {
  answer: ItemDecision;
  lines: TraceLine[];
  carries: Obligation[];
}

/** Steps 2 to 10 of consent-rules 0.2 for one item. Throws where a code of it is unknown. */
export function decideItem(question: ItemQuestion): ItemAnswer {
  const { request, item, index, facts } = question;
  const lines: TraceLine[] = [];
  const line = (
    step: Step,
    outcome: TraceLine['outcome'],
    rule: RuleId | null = null,
    basis: Basis | null = null,
  ) =>
    lines.push({ step, item: index, basis: basis && { kind: basis.kind, id: idOf(basis) }, rule, outcome });
  const shut = (reason: Reason, rules: readonly Finding[] = [], known = false): ItemAnswer => {
    line('existence', known ? 'pass' : 'deny');
    return { answer: { open: false, known, reason, basis: null, rules }, lines, carries: [] };
  };
  const stopAt = (step: Step, reason: Reason, rules: readonly Finding[]): ItemAnswer => {
    for (const { rule, outcome } of rules) line(step, outcome, rule);
    return shut(reason, rules);
  };

  const kinds = codesOf(item.mask);
  if (kinds.length === 0) return shut('EMPTY_CATEGORIES');
  const hard = hardStop(question);
  if (hard) return stopAt('prohibition', 'PROHIBITED', [deny(hard)]);

  const looks = looksAt(question);
  const opening = looks.find(({ opens }) => opens);
  for (const { basis, checks, opens } of looks) {
    for (const { rule, outcome } of checks) line(STEP_OF[basis.kind], outcome, rule, basis);
    line(STEP_OF[basis.kind], opens ? 'pass' : 'deny', null, basis);
  }
  if (isRestricted(question)) {
    line('restriction', 'deny');
    return shut('RESTRICTED');
  }
  if (opening && isOwn(opening.basis)) return open(opening);

  const never = prohibitions(item.mask);
  const pooled = poolingStop(question);
  const prohibited = pooled ? [...never, deny(pooled)] : never;
  if (prohibited.length > 0) return stopAt('prohibition', 'PROHIBITED', prohibited);
  if (opening) return open(opening);

  const known = looks.some((look) => look.knows);
  if (asksForTreatment(question)) {
    line('without-consent', 'review', 'H-1');
    return shut('REVIEW', [review('H-1')], known);
  }
  const rules = looks.flatMap(({ checks }) => checks.filter(isFinding));
  return shut(whyShut(looks), rules, known);

  function open({ basis, sight }: Look): ItemAnswer {
    line('existence', 'pass');
    const reason = `BY_${basis.kind.toUpperCase()}` as Reason;
    const answer = {
      open: true,
      known: true,
      reason,
      basis: { kind: basis.kind, id: idOf(basis) },
      rules: [],
    };
    if (isOwn(basis) || !sight) return { answer, lines, carries: [] };
    const custodian = getAgency(facts, item.owner);
    return { answer, lines, carries: obligationsOf(item.mask, basis, sight, custodian, request.action) };
  }
}

const isOwn = ({ kind }: Basis) => kind === 'own_custody' || kind === 'self_access';

/** `review` only where a person's look is all that one basis lacks. */
function whyShut(looks: readonly Look[]): Reason {
  const found = looks.map(({ checks }) => checks.filter(isFinding)).filter((findings) => findings.length > 0);
  if (found.some((findings) => findings.every(({ outcome }) => outcome === 'review'))) return 'REVIEW';
  if (found.length > 0) return 'LAW';
  return looks.some(({ isUnclear }) => isUnclear) ? 'ENGINE_INDETERMINATE' : 'NO_BASIS';
}
