import { GAPS, readerOf, type TextKind } from '@accord/protocols';
import type { Language } from '@accord/ui';
import { findAvoided, findLong, readingOf, RULES } from '@accord/ui/check';

/** What is measured of a paragraph while somebody writes it: the same that the tests ask of every word on screen. */
export function measure(body: string, kind: TextKind, language: Language) {
  const reader = readerOf(kind);
  const text = GAPS.reduce((filled, gap) => filled.replaceAll(`{${gap}}`, 'Sam'), body);
  return {
    reading: readingOf(text, language, reader),
    avoided: findAvoided({ text }, RULES[language][reader]),
    long: findLong({ text }).length,
  };
}
