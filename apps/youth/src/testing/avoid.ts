/**
 * Words that a young person does not meet here: some mean something else to them, some name what they have not
 * named, some belong to forms and courts. `experience.md` 1.6 says what to write in their place.
 */
export const AVOID: readonly RegExp[] = [
  /\bconsent/i,
  /\bdisclos/i,
  /\b(grant|revo[ck]|terminat)/i,
  /\b(subject|client|case|victim|survivor)s?\b/i,
  /traffick/i,
  /exploit/i,
  /prostitut|\bpimp|\bjohn\b|\brescue/i,
  /runaway|\bawol\b/i,
  /\brefus|non-?complian|failed to/i,
  /\balleg|\bclaims?\b|\badmits?\b/i,
  /\bden(y|ied|ial)|violation|unauthori|forbidden/i,
  /\bproxy\b/i,
  /\b(he|she|his|hers?|him)\b/i,
  /\b(submit|proceed|invalid)/i,
  /!/,
];
