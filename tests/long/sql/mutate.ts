import { operandsOf } from './conditions.ts';
import { bracketsOf, type Token, tokensOf } from './tokens.ts';

/** One mistake in a text of SQL. */
export interface Mutation {
  /** What was done to what, as a person reads it; the same for the same mistake in the same text. */
  name: string;
  text: string;
}

interface Edit {
  what: string;
  from: number;
  to: number;
  instead: string;
}

/** Comparisons of order. One for equality is left out whole: turned round it would fail at the first look. */
const TURNED: Readonly<Record<string, string>> = { '<=': '>', '>': '<=', '>=': '<', '<': '>=' };
const AT_THE_EDGE: Readonly<Record<string, string>> = { '<=': '<', '>': '>=', '>=': '>', '<': '<=' };

/** Columns that a hurried hand mistakes for each other. */
const LOOKALIKES = new Map(
  [
    ['discloser_agency', 'recipient_id'],
    ['owner_agency', 'grantee_id'],
    ['see_mask', 'know_mask'],
    ['actor_id', 'agency_id'],
    ['holds', 'may_write'],
  ].flatMap(([one = '', other = '']) => [
    [one, other],
    [other, one],
  ]),
);

export interface Options {
  /** `policy` when the whole text is one condition. */
  root?: 'policy';
  /** Also turn `<` into `<=`: only where a check can stand on the very instant. */
  edges?: boolean;
  /** Also leave out whole statements that write. */
  statements?: boolean;
}

/** Every mistake of our kinds in a text of SQL: no two give the same text. */
export function mutationsOf(sql: string, options: Options = {}): Mutation[] {
  const tokens = tokensOf(sql);
  const edits = [
    ...drops(sql, tokens, options.root ?? ''),
    ...comparisons(tokens, options.edges ?? false),
    ...denials(tokens),
    ...lookalikes(tokens),
    ...masks(sql, tokens),
    ...(options.statements ? statements(sql, tokens) : []),
  ];
  const seen = new Set([sql]);
  const times = new Map<string, number>();
  return edits.flatMap(({ what, from, to, instead }) => {
    const text = `${sql.slice(0, from)}${instead}${sql.slice(to)}`;
    if (seen.has(text)) return [];
    seen.add(text);
    const time = (times.get(what) ?? 0) + 1;
    times.set(what, time);
    return [{ name: time === 1 ? what : `${what} (${time})`, text }];
  });
}

/** A conjunct that always holds, an alternative that never does, a guard that is never met. */
function drops(sql: string, tokens: readonly Token[], root: string): Edit[] {
  const brackets = bracketsOf(tokens);
  const seen = new Set<string>();
  return operandsOf(tokens, root).flatMap(({ from, to, joined, after }) => {
    // What stands alone in brackets is the same part as the brackets.
    let [start, end] = [from, to];
    while (brackets.get(start) === end - 1) [start, end] = [start + 1, end - 1];
    const core = `${start} ${end}`;
    if (seen.has(core)) return [];
    seen.add(core);
    const never = joined === 'or' || (joined === 'alone' && (after === 'if' || after === 'elsif'));
    const place = placeOf(tokens, from, to);
    return [{ what: `without: ${excerpt(sql, place)}`, ...place, instead: never ? 'false' : 'true' }];
  });
}

function comparisons(tokens: readonly Token[], edges: boolean): Edit[] {
  return tokens.flatMap(({ text, from, to }, index) => {
    const instead = TURNED[text];
    if (instead === undefined) return [];
    const what = `${around(tokens, index)} turned`;
    const edge = AT_THE_EDGE[text];
    return [
      { what, from, to, instead },
      ...(edges && edge !== undefined ? [{ what: `${what} at its edge`, from, to, instead: edge }] : []),
    ];
  });
}

function denials(tokens: readonly Token[]): Edit[] {
  return tokens.flatMap(({ text, from, to }, index) => {
    const next = tokens[index + 1]?.text ?? '';
    if (text !== 'not' || tokens[index - 1]?.text === 'is' || next === 'null') return [];
    return [{ what: `no "not" before ${around(tokens, index + 1)}`, from, to, instead: '' }];
  });
}

function lookalikes(tokens: readonly Token[]): Edit[] {
  return tokens.flatMap(({ text, from, to }, index) => {
    const instead = LOOKALIKES.get(text);
    const before = tokens[index - 1]?.text;
    if (instead === undefined || before !== '.') return [];
    if (instead === 'agency_id' && tokens[index - 2]?.text !== 'me') return [];
    if (text === 'agency_id' && tokens[index - 2]?.text !== 'me') return [];
    return [{ what: `${around(tokens, index)}: ${instead} for ${text}`, from, to, instead }];
  });
}

/** `& ~mask` without its sign, and `& mask`, `& ~mask` and `| mask` left out. */
function masks(sql: string, tokens: readonly Token[]): Edit[] {
  const brackets = bracketsOf(tokens);
  return tokens.flatMap(({ text }, index) => {
    if (text !== '&' && text !== '|') return [];
    const sign = tokens[index + 1];
    const inverted = sign?.text === '~';
    const start = index + (inverted ? 2 : 1);
    let end = start;
    for (;;) {
      end = (brackets.get(end) ?? end) + 1;
      const next = tokens[end]?.text;
      if (next === '.' || next === '::') end += 1;
      else if (next !== '(') break;
    }
    const whole = placeOf(tokens, index, end);
    const left = { what: `without: ${excerpt(sql, whole)}`, ...whole, instead: '' };
    return inverted
      ? [left, { what: `not inverted: ${excerpt(sql, whole)}`, from: sign.from, to: sign.to, instead: '' }]
      : [left];
  });
}

/** A writing statement of a PL/pgSQL text, or a call that is made for what it does. */
function statements(sql: string, tokens: readonly Token[]): Edit[] {
  const brackets = bracketsOf(tokens);
  const found: Edit[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const before = tokens[index - 1]?.text ?? ';';
    const text = tokens[index]?.text ?? '';
    const acts =
      ['insert', 'update', 'delete'].includes(text) ||
      (text === 'perform' && tokens[index + 1]?.text !== 'from');
    if (!acts || ![';', 'then', 'else', 'begin', 'loop'].includes(before)) continue;
    let end = index;
    while (end < tokens.length && tokens[end]?.text !== ';') end = (brackets.get(end) ?? end) + 1;
    const place = placeOf(tokens, index, end);
    found.push({ what: `left out: ${excerpt(sql, place)}`, ...place, instead: 'null' });
  }
  return found;
}

const placeOf = (tokens: readonly Token[], from: number, to: number) => ({
  from: tokens[from]?.from ?? 0,
  to: tokens[to - 1]?.to ?? 0,
});

function excerpt(sql: string, { from, to }: { from: number; to: number }): string {
  const text = sql
    .slice(from, to)
    .replaceAll(/--[^\n]*/g, '')
    .replaceAll(/\s+/g, ' ');
  return text.length <= 90 ? text : `${text.slice(0, 60)} ... ${text.slice(-25)}`;
}

/** The few words that a sign stands among. */
const around = (tokens: readonly Token[], index: number): string =>
  tokens
    .slice(Math.max(0, index - 3), index + 4)
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/ ?\. ?/g, '.');
