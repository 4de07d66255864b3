export * from './accounting.ts';
export * from './agreements/cover.ts';
export * from './agreements/library.ts';
export * from './answers.ts';
export * from './authority.ts';
export * from './bases.ts';
export * from './basis-forms.ts';
export * from './categories.ts';
export * from './clocks/index.ts';
export * from './permission.ts';
export * from './instant.ts';
export * from './request.ts';
export * from './basis.ts';
export * from './facts.ts';
export * from './decision.ts';
export * from './decide.ts';
export * from './derived.ts';
export * from './emergencies.ts';
export * from './evidence.ts';
export * from './explain.ts';
export * from './posts.ts';
export * from './project.ts';
export * from './grid.ts';
export * from './kept-out.ts';
export * from './marks.ts';
export * from './notices.ts';
export * from './packages.ts';
export * from './papers.ts';
export * from './register.ts';
export * from './who-sees.ts';
export * from './receipt.ts';
export * from './requests.ts';
export * from './waiting.ts';
export * from './least.ts';
export * from './renewal.ts';
export * from './stopping.ts';
export * from './standards.ts';
export * from './why.ts';
export type {
  AgencyFacts,
  Capacity,
  Domain as DomainCode,
  LawCase,
  Paper,
  RecipientFacts,
  Signature,
  YoungFacts,
} from './law/facts.ts';
export { DOMAINS } from './law/facts.ts';
export { INITIALLED } from './law/paper.ts';
export { missingFor } from './law/missing.ts';
export { openableBy, type Openable } from './law/openable.ts';
export { type Finding, RULE_IDS, RULES, type RuleId } from './law/rules.ts';
export { StatePolicy } from './law/state.ts';
export { inForce, lawCaseOf, openedBy } from './sight.ts';
export { ASSENT_FROM } from './law/signers.ts';
export * from './policy.ts';
export * from './policy-cases.ts';
export { PolicyBody } from './law/state.ts';
export { cautionsOf, clashAmong, type DatedRules, endOfRules } from './law/states/index.ts';
