import type { ReasonCode } from './problem.ts';

/** What a reason says to whoever integrates. No name, no content, nothing of the request itself. */
const TEXTS: Partial<Record<ReasonCode, string>> = {
  BAD_JSON: 'This line is not JSON.',
  FAILURE: 'The evaluation failed, so nothing is permitted.',
  NOT_ACTIVE: 'Left aside: its status is not active.',
  OUTSIDE_PERIOD: 'Left aside: its period has not begun or has ended.',
  OTHER_PATIENT: 'Left aside: it is of another patient.',
  OTHER_CATEGORY: 'Left aside: it is not of the category that was asked for.',
  OTHER_SCOPE: 'Left aside: it is not about privacy.',
  BAD_CHECK_DIGIT: 'A LOINC code of its category has a wrong check digit.',
  PERMITTED: 'A consent permits this by itself, and none denies it.',
  PERMITTED_WITH_REDACTION: 'A consent permits this, but for what must be redacted.',
  DENIED_BY_RULE: 'A consent denies this.',
  NOT_COVERED: 'A consent speaks of this recipient and purpose and does not cover this.',
  NOT_ALL_PURPOSES: 'Not every purpose that was asked for is permitted by one consent.',
  NO_PURPOSE: 'Nothing says what the data is for.',
  NO_CONSENT: 'No consent that counts speaks of this.',
};

export const textOf = (code: ReasonCode): string => TEXTS[code] ?? code;
