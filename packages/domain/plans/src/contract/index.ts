export { ENTRIES, findEntry, NEEDS } from './catalogue/index.ts';
export { DOMAINS, type Domain, GRAVITY, type NeedEntry, type PlanEntry } from './catalogue/entry.ts';
export * from './input.ts';
export * from './signing.ts';
