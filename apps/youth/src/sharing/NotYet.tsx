import type { LawLine } from '@accord/consent';
import { readForYoung } from '@accord/ui/law';
import { sentenceCase } from '../fill.ts';
import { kindWords, lawNeedWords, lawWords, words } from '../words.ts';

const reading = {
  ruleOf: (rule: LawLine['rules'][number]) => lawWords[rule],
  needOf: (need: LawLine['needs']) => lawNeedWords[need],
};

/** What they said yes to and the law keeps closed for now, and what it waits for. */
export function NotYet({ lines }: { lines: readonly LawLine[] }) {
  return (
    <div>
      <dt>{words.sharing.notYet}</dt>
      {lines.map((line) => (
        <dd key={line.kind}>
          {sentenceCase(kindWords[line.kind])}
          <span className="aside">{readForYoung(line, reading).join(' ')}</span>
        </dd>
      ))}
    </div>
  );
}
