/** One thing that can be done or gone to. */
export interface Command {
  id: string;
  label: string;
  /** What kind of thing it is, beside the label. */
  kind: string;
  /** The language of the label, where it is not that of the page. */
  lang?: string | undefined;
  /** Found by these words too, and only by what was typed: not shown in a list that nobody has narrowed. */
  words?: string;
  onlyTyped?: boolean;
  /** Found elsewhere by what is typed: it stays, whatever its label says. */
  isFound?: boolean;
  run: () => void;
}

/** What a list holds that somebody still reads. */
const MOST = 12;

/** The commands in which every typed word begins a word. With nothing typed, those that need no typing. */
export function findCommands(commands: readonly Command[], text: string): Command[] {
  const typed = plain(text).split(/\s+/).filter(Boolean);
  const found = commands.filter(({ label, kind, words = '', onlyTyped = false, isFound = false }) => {
    if (typed.length === 0) return !onlyTyped;
    if (isFound) return true;
    const own = plain(`${label} ${kind} ${words}`).split(/[^\p{L}\p{N}]+/u);
    return typed.every((part) => own.some((word) => word.startsWith(part)));
  });
  return found.slice(0, MOST);
}

/** Without accents and capitals: nobody has to type them to find something. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
