/** What would make it open, for whoever administers permissions. `nothing`: neither a paper nor an order does. */
export const CURES_OF_RULES = [
  'better-paper',
  'own-paper',
  'initials',
  'young-signature',
  'both-signatures',
  'other-signer',
  'other-recipient',
  'named-provider',
  'other-purpose',
  'court-order',
  'order-and-subpoena',
  'notice-first',
  'permission',
  'state-row',
  'counsel',
  'switch-on',
  'evidence',
  'shorter',
  'smaller-set',
  'one-by-one',
  'agreement',
  'nothing',
] as const;
type Cure = (typeof CURES_OF_RULES)[number];

interface Rule {
  cite: string;
  flag: 'T' | 'S' | 'K';
  cure: Cure;
}

const rule = (cite: string, flag: Rule['flag'], cure: Cure): Rule => ({ cite, flag, cure });

/**
 * The rules of consent-rules A that decide whether a basis opens a kind. `T` text of the law was read, `S` a secondary
 * source, `K` general knowledge: a K rule holds in the strict direction only, until a row of the state or the signed
 * bundle answers it. Rules that are a clock, a screen or a duty of an organisation are listed in the README instead.
 */
export const RULES = {
  'H-1': rule('45 CFR 164.506(c)', 'K', 'counsel'),
  'H-2': rule('45 CFR 164.508(c)(1)', 'S', 'better-paper'),
  'H-3': rule('45 CFR 164.508(c)(2)', 'S', 'better-paper'),
  'H-4': rule('45 CFR 164.508(c)(3)-(4)', 'S', 'better-paper'),
  'H-5': rule('45 CFR 164.508(b)(2)', 'S', 'better-paper'),
  'H-8': rule('45 CFR 164.508(a)(2), (b)(3)(ii)', 'S', 'own-paper'),
  'H-9': rule('45 CFR 164.508(b)(4)', 'S', 'better-paper'),
  'H-10': rule('45 CFR 164.502(b), 164.514(d)', 'S', 'smaller-set'),
  'H-11': rule('45 CFR 164.502(g)(3)(i)', 'T', 'both-signatures'),
  'H-13': rule('45 CFR 164.502(g)(5)', 'T', 'other-signer'),
  'H-14': rule('45 CFR 164.512(b)(1)(ii)', 'S', 'smaller-set'),
  'H-15': rule('45 CFR 164.512(a)', 'K', 'counsel'),
  'H-16': rule('45 CFR 164.512(e)(1)', 'K', 'counsel'),
  'H-17': rule('45 CFR 164.512(f)(2)', 'T', 'smaller-set'),
  'H-18': rule('45 CFR 164.512(f)(3)', 'K', 'counsel'),
  'H-19': rule('45 CFR 164.512(j)', 'K', 'counsel'),
  'H-20': rule('45 CFR 164.512(k)(5)', 'K', 'counsel'),
  'P-1': rule('42 CFR 2.12, 2.13(c)', 'S', 'permission'),
  'P-2': rule('42 CFR 2.31(a)', 'T', 'better-paper'),
  'P-3': rule('42 CFR 2.31(b)', 'T', 'own-paper'),
  'P-4': rule('42 CFR 2.31(c)', 'T', 'better-paper'),
  'P-5': rule('42 CFR 2.31(d)', 'T', 'own-paper'),
  'P-8': rule('42 CFR 2.14', 'T', 'both-signatures'),
  'P-9': rule('42 CFR 2.12(d), 2.61-2.67', 'S', 'order-and-subpoena'),
  'P-10': rule('42 CFR 2.61', 'S', 'order-and-subpoena'),
  'P-11': rule('42 CFR 2.12(c)(5)', 'S', 'counsel'),
  'P-12': rule('42 CFR 2.12(c)(6)', 'S', 'smaller-set'),
  'P-13': rule('42 CFR 2.51', 'S', 'named-provider'),
  'P-14': rule('42 CFR 2.52-2.53', 'K', 'counsel'),
  'F-1': rule('34 CFR 99.30', 'T', 'better-paper'),
  'F-3': rule('34 CFR 99.3-99.5', 'K', 'both-signatures'),
  'F-6': rule('20 USC 1232g(b)(1)(L)', 'S', 'switch-on'),
  'F-7': rule('34 CFR 99.31(a)(9); 20 USC 1232g(b)(2)(B)', 'K', 'notice-first'),
  'F-8': rule('34 CFR 99.31(a)(10), 99.36', 'S', 'evidence'),
  'F-9': rule('34 CFR 99.31(a)(5), 99.38', 'K', 'counsel'),
  'F-10': rule('34 CFR 99.33', 'T', 'permission'),
  'V-1': rule('34 USC 12291(b)(2)(B)(i); 28 CFR 94.115(a)(1)', 'T', 'permission'),
  'V-2': rule('34 USC 12291(b)(2)(B)(ii); 28 CFR 94.115(a)(2)', 'T', 'shorter'),
  'V-3': rule('34 USC 12291(b)(2)(B)(ii); 28 CFR 94.115(a)(2)', 'T', 'both-signatures'),
  'V-4': rule('34 USC 12291(b)(2)(B)(ii)', 'T', 'other-signer'),
  'V-5': rule('34 USC 12291(b)(2)(D); 28 CFR 94.115(d)(1)', 'S', 'better-paper'),
  'V-6': rule('34 USC 12291(b)(2)(C); 28 CFR 94.115(b)', 'T', 'notice-first'),
  'V-7': rule('34 USC 12291(b)(2)(E); 28 CFR 94.115(e)', 'S', 'state-row'),
  'V-8': rule('34 USC 12291(b)(2)(D); 28 CFR 94.115(c), (d)(2)', 'S', 'nothing'),
  'V-9': rule('34 USC 12291(b)(2); NNEDV partnership FAQ', 'S', 'permission'),
  'RHY-1': rule('34 USC 11212(b)(7), 11222(a)(13)', 'S', 'both-signatures'),
  'C-1': rule('42 USC 5106a(b)(2)(B)(viii)', 'S', 'state-row'),
  'C-2': rule('42 USC 5106a(b)(2)(B)(ix)', 'K', 'permission'),
  'C-4': rule('42 USC 671(a)(8); 45 CFR 1355.21(a)', 'S', 'other-purpose'),
  'C-6': rule('state', 'S', 'state-row'),
  'JJ-1': rule('18 USC 5038(a); state', 'S', 'court-order'),
  'JJ-3': rule('28 CFR 20.33', 'S', 'nothing'),
  'JJ-7': rule('state', 'K', 'state-row'),
  'IM-1': rule('8 USC 1367(a)(2)', 'K', 'other-recipient'),
  'IM-2': rule('42 CFR 431.300-307', 'K', 'permission'),
  'IM-3': rule('state', 'K', 'initials'),
  'M-2': rule('42 USC 671(a)(34)(A)', 'S', 'smaller-set'),
  'M-3': rule('42 USC 671(a)(35)(B)', 'T', 'smaller-set'),
  'M-5': rule('PL 117-348', 'S', 'smaller-set'),
  'MR-1': rule('state', 'K', 'state-row'),
  'MR-2': rule('34 USC 20341; 28 CFR 81', 'S', 'smaller-set'),
  'MR-3': rule('state', 'K', 'smaller-set'),
  'MC-1': rule('state', 'K', 'state-row'),
  'T18-1': rule('45 CFR 164.502(g); 34 CFR 99.5', 'K', 'young-signature'),
  'A14-assent': rule('consent-rules A14, product overlay', 'T', 'young-signature'),
  'A16-1': rule('18 USC 5038(a); 18 USC 3771A; state', 'S', 'nothing'),
  'A16-2': rule('42 CFR 2.12(d), 2.31(d)', 'S', 'order-and-subpoena'),
  'A16-3': rule('45 CFR 164.508(b)(3)(ii); 42 CFR 2.31(b)', 'S', 'own-paper'),
  'A16-4': rule('28 CFR 20.33; CJIS Security Policy', 'S', 'nothing'),
  'A16-5': rule('42 USC 5106a(b)(2)(B)(vii)-(viii)', 'S', 'nothing'),
  'A16-6': rule('42 USC 10406(c)(5); state', 'S', 'nothing'),
  'A16-7': rule('34 USC 12291(b)(2)(B)(ii)', 'T', 'other-signer'),
  'A16-8': rule('consent-rules A16.8', 'T', 'nothing'),
  'A16-10': rule('34 USC 12291(b)(2)(B)(i)', 'T', 'nothing'),
  'A16-12': rule('privilege', 'S', 'nothing'),
  'A16-13': rule('consent-rules A16.13', 'T', 'one-by-one'),
  agreement: rule('consent-rules 0.2 step 1', 'T', 'agreement'),
  initials: rule('consent-rules 0.3, 0.5', 'T', 'initials'),
  evidence: rule('consent-rules 0.1, 0.4', 'T', 'evidence'),
  emergency: rule('architecture, settled: 60 minutes at most', 'T', 'shorter'),
  'private-notes': rule('consent-rules 0.5, as extended', 'T', 'nothing'),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;
export const RULE_IDS = Object.keys(RULES) as [RuleId, ...RuleId[]];

/** Why a kind does not open: `review` is a denial too, which a person may look at. */
export interface Finding {
  rule: RuleId;
  outcome: 'deny' | 'review';
}

/** A rule that was asked, whatever it said. */
export interface Check {
  rule: RuleId;
  outcome: 'pass' | Finding['outcome'];
}

export const pass = (id: RuleId): Check => ({ rule: id, outcome: 'pass' });
export const deny = (id: RuleId): Finding => ({ rule: id, outcome: 'deny' });
export const review = (id: RuleId): Finding => ({ rule: id, outcome: 'review' });

export const isFinding = (check: Check): check is Finding => check.outcome !== 'pass';
