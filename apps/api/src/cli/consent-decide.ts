import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { isJson, type Mode, modeOf } from './decide-line.ts';

/**
 * `npm run accord -- consent decide [--legal | --native] --jsonl`: one JSON per line in, one decision per line out, in
 * the same order. It holds one line at a time and needs no database.
 *
 * @param args what follows `consent decide`.
 * @returns the exit code: 0 when every line was answered, whatever the answers; 2 when the options are not understood.
 */
export async function consentDecide(
  args: readonly string[],
  input: Readable,
  output: Writable,
): Promise<number> {
  const mode = understood(args);
  if (!mode) return 2;
  const decide = await modeOf(mode);
  // Whoever reads may have heard enough (`| head`): then nobody is left to answer.
  const gone = new AbortController();
  output.once('error', () => gone.abort());
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (gone.signal.aborted) break;
    const written = line.replace(/^\uFEFF/, '');
    if (written.trim() === '') continue;
    if (output.write(`${JSON.stringify(answerTo(written, decide))}\n`)) continue;
    await once(output, 'drain', { signal: gone.signal }).catch(() => undefined);
  }
  return 0;
}

function understood(args: readonly string[]): Mode | null {
  try {
    const flag = { type: 'boolean' } as const;
    const { values } = parseArgs({
      args: [...args],
      options: { jsonl: flag, legal: flag, native: flag },
      allowPositionals: false,
    });
    if (!values.jsonl || (values.legal && values.native)) return null;
    return values.native ? 'native' : values.legal ? 'legal' : 'fhir';
  } catch {
    return null;
  }
}

function answerTo(written: string, decide: (line: unknown) => object): object {
  let line: unknown;
  try {
    line = JSON.parse(written);
  } catch {
    const reason = { code: 'BAD_JSON', text: 'This line is not JSON.' };
    return { id: null, decision: 'invalid', obligations: [], basedOn: [], reasons: [reason] };
  }
  const id =
    isJson(line) && (typeof line['id'] === 'string' || typeof line['id'] === 'number') ? line['id'] : null;
  return { id, ...decide(line) };
}
