import type { Basis } from './basis.ts';
import { idOf } from './basis.ts';
import { codesOf } from './categories.ts';
import type { Obligation } from './decision.ts';
import type { AgencyFacts } from './law/facts.ts';
import { type Regime, regimesOf } from './law/regimes.ts';
import { NOTICES, noticesFor, type NoticeCode, referenceOfNotice } from './notices.ts';
import type { Action } from './request.ts';
import type { Sight } from './sight.ts';

/** Cells with fewer people than this are not shown (V-8). */
const SMALL_CELL = 11;

/** An agency bound by a regime sends its notice with whatever it discloses, not with its own kinds alone (P-6). */
const NOTICE_OF: Partial<Record<Regime, NoticeCode>> = {
  part2: '42-CFR-2.32',
  ferpa: '34-CFR-99.33',
  'victim-services': 'VICTIM-SERVICES',
  'youth-shelter': 'VICTIM-SERVICES',
  'child-welfare': 'CAPTA',
};

/** What travels with an item that a basis opens beyond its own agency (consent-rules 0.2 step 10). */
export function obligationsOf(
  mask: bigint,
  basis: Basis,
  sight: Sight,
  custodian: AgencyFacts,
  action: Action,
): Obligation[] {
  const regimes = new Set(codesOf(mask).flatMap((kind) => regimesOf(kind, custodian)));
  const codes = new Set([
    ...noticesFor(mask).map(({ code }) => code),
    ...[...regimes].map((regime) => NOTICE_OF[regime]),
  ]);
  const obligations: Obligation[] = NOTICES.filter(({ code }) => codes.has(code)).map((text) => ({
    code: 'NOTICE',
    notice: referenceOfNotice(text),
  }));
  obligations.push({ code: 'PERSISTLABEL', mask });
  if (Number.isFinite(sight.valid.to)) obligations.push({ code: 'EXPIRES', at: sight.valid.to });
  if (regimes.has('ferpa')) obligations.push({ code: 'NO_REDISCLOSURE', rule: 'F-10' });
  if (regimes.has('child-welfare')) obligations.push({ code: 'NO_REDISCLOSURE', rule: 'C-2' });
  if (basis.kind === 'consent') {
    if (regimes.has('part2')) obligations.push({ code: 'ATTACH_CONSENT_SCOPE', grantId: basis.grantId });
  } else {
    if (regimes.has('hipaa')) obligations.push({ code: 'MINIMUM_NECESSARY', rule: 'H-10' });
    obligations.push({ code: 'TELL_YOUNG_PERSON', basis: idOf(basis) });
  }
  if (basis.kind === 'emergency') obligations.push({ code: 'REVIEW_AFTER', basis: basis.id });
  if (action === 'aggregate') obligations.push({ code: 'SMALL_CELLS', below: SMALL_CELL });
  return obligations;
}
