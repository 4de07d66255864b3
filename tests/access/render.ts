import { nameOf } from './procedures.ts';
import type { Cell } from './sweep.ts';
import { outcomeOf } from './words.ts';

const HEAD = `# Who gets what

Every call that the product answers, made by every kind of caller, against one real case. A test writes this file
from what really came back, so a change of it is a change of who can see or do something: read each line of the
difference before you agree to it. README.md says how to read it and how to add to it.

The case is Robin's. County Welfare leads it and wrote goals, a step, two notes and two referrals to
a service that Open House runs; one waits, one is said to be done. River Clinic, which was allowed to add notes, wrote
one. "Nothing here" is the answer for what is not shared and for what does not exist.
`;

/** The matrix: a heading for each procedure, a line for each way of standing to the case. */
export function renderMatrix(cells: readonly Cell[]): string {
  const width = Math.max(...cells.map(({ relation }) => relation.who.length));
  const line = (who: string, what: string) => `| ${who.padEnd(width)} | ${what} |`;
  const sections = [...Map.groupBy(cells, ({ procedure }) => procedure)].map(([procedure, rows]) => {
    const lines = rows.map(({ relation, answer }) =>
      line(relation.who, outcomeOf(answer, procedure.row.says)),
    );
    const table = [line('Who', 'What comes back'), line('-'.repeat(width), '---'), ...lines];
    return `## ${nameOf(procedure)}\n\n${procedure.row.does}\n\n${table.join('\n')}\n`;
  });
  return [HEAD, ...sections].join('\n');
}
