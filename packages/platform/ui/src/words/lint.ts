import { easeOf, gradeOf, sentencesOf, wordsOf } from './grade.ts';

/** One hit of the word list: where it stands, what it is, and what to write instead. */
export interface Finding {
  path: string;
  word: string;
  instead: string;
}

type Rule = readonly [pattern: RegExp, instead: string];

/** experience.md 1.6: not in any message that staff read. */
const STAFF_RULES: readonly Rule[] = [
  [/\b(trafficking|exploitation)\b/i, 'do not name it'],
  [/\b(child prostitute|rescue[ds]?|pimp|john)\b/i, 'young person; person who harmed you'],
  [/\b(victims?|survivors?)\b/i, "the person's own word"],
  [/\b(runaways?|awol)\b/i, 'away from placement'],
  [/\b(refused|non-?compliant|failed to appear)\b/i, 'chose not to; missed'],
  [/\b(alleges?|claims|admits)\b/i, 'said'],
  [/\b(denied|denies|violations?|unauthori[sz]ed|forbidden)\b/i, "isn't shared with you"],
  [/\bproxy\b/i, 'trusted person'],
  [/\b(submit|proceed|invalid)\b/i, 'Send; Next; Check the date'],
  [/\b(he|she|his|her|hers|him)\b/i, 'they, or the name'],
  [/!/, 'a full stop'],
];

/** And, beside those, not in any message that a young person reads. */
const YOUTH_RULES: readonly Rule[] = [
  ...STAFF_RULES,
  [/\bconsent\w*\b/i, 'permission'],
  [/\bdisclos\w*\b/i, 'who has seen your information'],
  [/\b(grant\w*|revok\w*|terminat\w*)\b/i, 'share; stop sharing'],
  [/\b(subject|client|case)\b/i, 'you'],
];

/** A whole word of Spanish: the letters with accents are letters too. */
const palabra = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');

/** The same for Spanish. */
const SPANISH_STAFF_RULES: readonly Rule[] = [
  [
    palabra('la trata|trata de (?:personas|menores|blancas)|tráfico|explotación|explotad[oa]s?'),
    'do not name it',
  ],
  [palabra('prostitu\\p{L}*|proxenetas?|rescat\\p{L}*'), 'persona joven; quien le hizo daño'],
  [palabra('víctimas?|(sobre|super)vivientes?'), 'la palabra de la propia persona'],
  [palabra('fugad[oa]s?|fugitiv[oa]s?|prófug[oa]s?'), 'no está en su lugar'],
  [palabra('se negó|rehus\\p{L}*|incumpl\\p{L}*|no se presentó'), 'eligió no; no llegó'],
  [palabra('aleg\\p{L}+|admit\\p{L}+|confes\\p{L}+'), 'dijo'],
  [
    palabra('deneg\\p{L}*|negad[oa]s?|violaci(ón|ones)|no autorizad[oa]s?|prohibid[oa]s?'),
    'no se comparte con usted',
  ],
  [palabra('apoderad[oa]s?'), 'persona de confianza'],
  [palabra('inválid[oa]s?|proceder|proceda'), 'Revise la fecha; Seguir'],
  [palabra('él|ellas?|ellos'), 'el nombre, o sin pronombre'],
  [/[!¡]/, 'un punto'],
];

const SPANISH_YOUTH_RULES: readonly Rule[] = [
  ...SPANISH_STAFF_RULES,
  [palabra('consentimiento\\p{L}*|consentir'), 'permiso'],
  [palabra('divulg\\p{L}*|revel\\p{L}+'), 'quién vio tu información'],
  [palabra('otorg\\p{L}*|revoc\\p{L}*|rescind\\p{L}*'), 'compartir; dejar de compartir'],
  [palabra('sujetos?|clientes?|casos?|usted(es)?'), 'tú'],
];

/** What to avoid, by who reads and in which language. */
export const RULES = {
  en: { staff: STAFF_RULES, youth: YOUTH_RULES },
  es: { staff: SPANISH_STAFF_RULES, youth: SPANISH_YOUTH_RULES },
} as const;

/** Gaps are filled with a short name: what fills them is somebody's own words. */
const filled = (message: string) => message.replaceAll(/\{\{?.*?\}\}?/g, 'Sam');

/** At how many words a message is long enough to be graded. */
const GRADED = 10;
/** experience.md 6.3: school grade at most, and Spanish reading ease at least. */
const LIMITS = { staff: 8, youth: 6, ease: 65 };

/** Every message in a catalogue with the path of its key. */
export function messagesOf(catalogue: object, path = ''): [path: string, message: string][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, string][] => {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'string') return [[here, value]];
    return typeof value === 'object' && value !== null ? messagesOf(value, here) : [];
  });
}

/** Words of the list in a catalogue. Names in braces are filled in later and are not words. */
export function findAvoided(catalogue: object, rules: readonly Rule[]): Finding[] {
  return messagesOf(catalogue).flatMap(([path, message]) => {
    const text = filled(message);
    return rules.flatMap(([pattern, instead]) => {
      const word = pattern.exec(text)?.[0];
      return word === undefined ? [] : [{ path, word, instead }];
    });
  });
}

/** Messages with a sentence of more than 20 words. */
export function findLong(catalogue: object): [path: string, sentence: string][] {
  return messagesOf(catalogue).flatMap(([path, message]) =>
    sentencesOf(filled(message))
      .filter((sentence) => wordsOf(sentence).length > 20)
      .map((sentence): [string, string] => [path, sentence]),
  );
}

export interface ReadingFigure {
  /** School grade in English; reading ease in Spanish. */
  figure: number;
  limit: number;
  isHard: boolean;
}

/** How hard a text reads for somebody; null where it is too short to be measured. */
export function readingOf(
  message: string,
  language: 'en' | 'es',
  reader: 'staff' | 'youth',
): ReadingFigure | null {
  const text = filled(message);
  if (wordsOf(text).length < GRADED) return null;
  const figure = Math.round(10 * (language === 'en' ? gradeOf(text) : easeOf(text))) / 10;
  const limit = language === 'en' ? LIMITS[reader] : LIMITS.ease;
  return { figure, limit, isHard: language === 'en' ? figure > limit : figure < limit };
}

/** Messages of ten words or more that are too hard to read, with their figure. */
export function findHard(
  catalogue: object,
  language: 'en' | 'es',
  reader: 'staff' | 'youth',
): [path: string, figure: number, message: string][] {
  return messagesOf(catalogue).flatMap(([path, message]): [string, number, string][] => {
    const reading = readingOf(message, language, reader);
    return reading?.isHard ? [[path, reading.figure, message]] : [];
  });
}

/** Messages that say the same in both languages, and are not in the list of those that may. */
export function findUntranslated(one: object, other: object, may: readonly string[]): string[] {
  const there = new Map(messagesOf(other));
  return messagesOf(one)
    .filter(
      ([path, message]) => there.get(path) === message && /\p{L}/u.test(message.replaceAll(/\{.*?\}/g, '')),
    )
    .map(([path]) => path)
    .filter((path) => !may.includes(path));
}

/** Messages whose gaps are not those of the other language: something would be missing from the sentence. */
export function findOther(one: object, other: object): string[] {
  const there = new Map(messagesOf(other));
  const gaps = (message = '') => (message.match(/\{\w+\}/g) ?? []).toSorted().join();
  return messagesOf(one)
    .filter(([path, message]) => gaps(message) !== gaps(there.get(path)))
    .map(([path]) => path);
}
