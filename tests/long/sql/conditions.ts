import { bracketsOf, type Token } from './tokens.ts';

/** A part of a condition that decides by itself, as positions in the list of tokens; `to` is not in it. */
export interface Operand {
  from: number;
  to: number;
  /** What the part is joined to the others with; `alone` when there are no others. */
  joined: 'and' | 'or' | 'alone';
  /** The word that the whole condition follows: `where`, `if`, `then` ... */
  after: string;
}

/** Words at which a condition, or what stands before one, ends. */
const BOUNDS = new Set(
  `where on if elsif when then else end case select from join left cross lateral group order limit union returning loop
   for return into perform set := declare begin values do using having filter with as raise insert update delete query
   ; ,`.split(/\s+/),
);
/** After these even a single comparison is a condition. */
const OPENERS = new Set(['where', 'on', 'if', 'elsif', 'policy']);

/** The operands of every condition in a text, the joined ones and those in brackets. */
export function operandsOf(tokens: readonly Token[], root = ''): Operand[] {
  const brackets = bracketsOf(tokens);
  const found: Operand[] = [];
  const level = (from: number, to: number, opener: string): void => {
    let start = from;
    let after = opener;
    for (let index = from; index < to; index += 1) {
      const end = brackets.get(index);
      if (end !== undefined) {
        const before = tokens[index - 1]?.text ?? '';
        level(index + 1, end, before === 'filter' ? 'filter' : isPlain(tokens, start, index) ? after : '(');
        index = end;
        continue;
      }
      const text = tokens[index]?.text ?? '';
      // `is distinct from` compares; the other `from` begins a list of tables.
      if (!BOUNDS.has(text) || (text === 'from' && tokens[index - 1]?.text === 'distinct')) continue;
      condition(start, index, after);
      start = index + 1;
      after = text;
    }
    condition(start, to, after);
  };
  const condition = (from: number, to: number, after: string): void => {
    if (from >= to || tokens[from]?.text === 'conflict') return;
    const alternatives = split(from, to, 'or');
    for (const [start, end] of alternatives) {
      const parts = split(start, end, 'and');
      if (alternatives.length > 1) found.push({ from: start, to: end, joined: 'or', after });
      if (parts.length > 1) for (const [a, b] of parts) found.push({ from: a, to: b, joined: 'and', after });
      if (alternatives.length === 1 && parts.length === 1 && OPENERS.has(after))
        found.push({ from: start, to: end, joined: 'alone', after });
    }
  };
  const split = (from: number, to: number, word: string): [number, number][] => {
    const parts: [number, number][] = [];
    let start = from;
    for (let index = from; index < to; index += 1) {
      index = brackets.get(index) ?? index;
      if (tokens[index]?.text !== word) continue;
      parts.push([start, index]);
      start = index + 1;
    }
    return [...parts, [start, to]];
  };
  level(0, tokens.length, root);
  return found;
}

/** Nothing stands before this bracket: what is in it is the condition itself. */
const isPlain = (tokens: readonly Token[], start: number, index: number): boolean =>
  index === start || (index === start + 1 && tokens[start]?.text === 'not');
