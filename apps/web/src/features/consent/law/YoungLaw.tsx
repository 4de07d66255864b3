import type { LawLine } from '@accord/consent';
import { readForYoung, useWords } from '@accord/ui';
import css from '../handover.module.css';

/** What stays closed and why, in the young person's words: no rule ids. */
export function YoungLaw({ lines }: { lines: readonly LawLine[] }) {
  const kinds = useWords('categories');
  const sentence = useYoungSentence();
  return (
    <ul className={css.points}>
      {lines.map((line) => (
        <li key={line.kind}>
          <strong>{kinds(`${line.kind}.label`)}</strong>
          <span className={css.hint}>{sentence(line)}</span>
        </li>
      ))}
    </ul>
  );
}

export function useYoungSentence(): (line: LawLine) => string {
  const t = useWords('law');
  const words = {
    ruleOf: (rule: LawLine['rules'][number]) => t(`young.${rule}`),
    needOf: (need: LawLine['needs']) => t(`youngNeeds.${need}`),
  };
  return (line) => readForYoung(line, words).join(' ');
}
