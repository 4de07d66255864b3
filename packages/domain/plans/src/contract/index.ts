export { findNeed, findStrength, NEEDS, STRENGTHS } from './catalogue/index.ts';
export {
  DOMAINS,
  type Domain,
  GRAVITY,
  type NeedEntry,
  type Said,
  type StrengthEntry,
} from './catalogue/entry.ts';
