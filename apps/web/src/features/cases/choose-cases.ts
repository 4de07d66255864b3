/** How the list stands, as its address keeps it. What was typed to find a case is not in there: it may be a name. */
export interface CasesView {
  with?: 'me' | 'others' | undefined;
  sort?: 'code' | undefined;
}

interface Choosable {
  caseId: string;
  codeName: string;
  name: string | null;
  withMe: boolean;
}

/**
 * Of the cases that the server gave, those that were asked for, in the order that was asked for: newest first. `looked`:
 * what it found by the same text beyond them.
 */
export function chooseCases<Case extends Choosable>(
  cases: readonly Case[],
  view: CasesView,
  text: string,
  looked: readonly Case[] = [],
): Case[] {
  const listed = cases.filter((each) => matches(each, text));
  const known = new Set(listed.map(({ caseId }) => caseId));
  const found = [...listed, ...looked.filter(({ caseId }) => !known.has(caseId))].filter(
    ({ withMe }) => view.with === undefined || withMe === (view.with === 'me'),
  );
  return view.sort === 'code' ? found.toSorted((a, b) => a.codeName.localeCompare(b.codeName)) : found;
}

/** Every word that was typed begins a word of the code name or of the name. */
function matches({ codeName, name }: Choosable, text: string): boolean {
  const words = plain(`${codeName} ${name ?? ''}`).split(/\s+/);
  return plain(text)
    .split(/\s+/)
    .every((typed) => words.some((word) => word.startsWith(typed)));
}

/** Without accents and capitals: nobody has to type them to find somebody. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
