import { z } from 'zod';

/** A value that cannot be taken as it stands: why, and what would be right. Never a thrown error. */
export class Wrong {
  readonly reason: string;
  readonly expected: string;

  constructor(reason: string, expected: string) {
    this.reason = reason;
    this.expected = expected;
  }
}

/** Reads the text of one cell. An empty result means that the cell says nothing. */
export type Reader<Value> = (text: string) => Value | Wrong;

/** By schema: `must` asks for the column in the header, `must` and `sound` cost the row. */
const weight = new WeakMap<object, 'must' | 'sound'>();

/** A cell without which the row says nothing: empty or wrong, the row is left out. */
export function must<Value>(read: Reader<Value>) {
  const schema = z.string().transform((text, ctx): Value => {
    const value = read(text);
    return settle(value === '' ? new Wrong('is empty', 'a value') : value, ctx);
  });
  weight.set(schema, 'must');
  return schema;
}

/** A cell that may be empty; wrong, the row would mislead and is left out. */
export function sound<Value>(read: Reader<Value>) {
  const schema = may(read);
  weight.set(schema, 'sound');
  return schema;
}

/** A cell that may be empty; wrong, it alone is left out. */
export function may<Value>(read: Reader<Value>) {
  return z
    .string()
    .optional()
    .transform((text, ctx): Value | null => {
      if (text === undefined || text.trim() === '') return null;
      const value = read(text);
      return value === '' ? null : settle(value, ctx);
    });
}

export function isNeeded(schema: object | undefined): boolean {
  return schema !== undefined && weight.get(schema) === 'must';
}

export function isCostly(schema: object | undefined): boolean {
  return schema !== undefined && weight.has(schema);
}

/** `Wrong.expected` of an issue that one of the cells above raised. */
export function expectedBy(issue: z.core.$ZodIssue): string {
  const expected: unknown = issue.code === 'custom' ? issue.params?.['expected'] : undefined;
  return typeof expected === 'string' ? expected : 'a value as HSDS describes it';
}

function settle<Value>(value: Value | Wrong, ctx: z.core.$RefinementCtx<unknown>): Value {
  if (!(value instanceof Wrong)) return value;
  ctx.issues.push({
    code: 'custom',
    message: value.reason,
    params: { expected: value.expected },
    input: ctx.value,
  });
  return z.NEVER;
}
