import { nameWords } from '@accord/vault';

/** One thing that was typed: a word of a name or of a code name, or a day that may be read in two ways. */
export type Term = { word: string } | { days: string[] };

/** More is no search. */
const MOST_TERMS = 8;

/** What somebody typed to find a case, term by term; all of them have to fit. Days stand with their year, in figures. */
export function termsOf(text: string): Term[] {
  const terms = text
    .trim()
    .split(/\s+/)
    .flatMap((typed): Term[] => {
      const days = daysIn(typed);
      return days.length > 0 ? [{ days }] : nameWords(typed).map((word) => ({ word }));
    });
  return terms.slice(0, MOST_TERMS);
}

/** `2010-03-14`, or with the year last: the month comes first or second, as people write it here and elsewhere. */
function daysIn(typed: string): string[] {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return isoDays([[iso[1], iso[2], iso[3]]]);
  const last = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
  if (!last) return [];
  const [, one, other, year] = last;
  return isoDays([
    [year, one, other],
    [year, other, one],
  ]);
}

function isoDays(parts: (string | undefined)[][]): string[] {
  const days = parts.map(
    ([year, month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  return [...new Set(days)].filter((day) => {
    const date = new Date(`${day}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
  });
}
