/** A word, sign, text or number of SQL, where it stands. Blanks and comments are left out. */
export interface Token {
  text: string;
  from: number;
  to: number;
}

const TOKEN =
  /(?<skip>\s+|--[^\n]*)|'(?:[^']|'')*'|"[^"]*"|[a-z_][\w$]*|\d+(?:\.\d+)?|::|:=|=>|\|\||<=|>=|<>|<<|>>|[^\s\w]/giu;

/** Words are made small; texts in quotes stay as they are. */
export function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  for (const match of sql.matchAll(TOKEN)) {
    if (match.groups?.['skip'] !== undefined) continue;
    const [found] = match;
    const text = /^[a-z_]/i.test(found) ? found.toLowerCase() : found;
    tokens.push({ text, from: match.index, to: match.index + found.length });
  }
  return tokens;
}

/** For each opening bracket the place of its closing one, both as positions in the list. */
export function bracketsOf(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const open: number[] = [];
  const pairs = new Map<number, number>();
  for (const [index, { text }] of tokens.entries()) {
    if (text === '(' || text === '[') open.push(index);
    if (text !== ')' && text !== ']') continue;
    const start = open.pop();
    if (start === undefined) throw new SyntaxError(`a bracket closes that none opened, at ${index}`);
    pairs.set(start, index);
  }
  return pairs;
}
