/** Sentences whose wording a law prescribes. They are exempt from the word list, and from nothing else. */
export const legal = {
  /** 42 CFR 2.32(a)(2), the short form, word for word. */
  '42-CFR-2.32': '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
} as const;
