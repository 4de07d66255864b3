import { type AnswerLine, RULES } from '@accord/consent';
import { useWords } from '@accord/ui';
import css from './answers.module.css';

/** Every rule that was asked, in its order: the step, what it rests on, what it said, and what it is cited from. */
export function Trace({ lines }: { lines: readonly AnswerLine[] }) {
  const t = useWords('answers');
  if (lines.length === 0) return <p>{t('traceEmpty')}</p>;
  return (
    <ol className={css.lines}>
      {lines.map((line, at) => (
        <li key={at}>
          <RuleLine line={line} />
        </li>
      ))}
    </ol>
  );
}

/** What a rule says is why it stops something: of one that passed, its name alone. */
export function RuleLine({ line: { step, basis, rule, outcome } }: { line: AnswerLine }) {
  const t = useWords('answers');
  const law = useWords('law');
  const said = { step: t(`step.${step}`), outcome: t(`outcome.${outcome}`) };
  return (
    <>
      {basis
        ? t('lineOf', { ...said, basis: t(`basisKind.${basis.kind}`), id: shortId(basis.id) })
        : t('line', said)}{' '}
      {rule ? (
        <>
          {law(`officer.${rule}`)}{' '}
          <span className={css.cite}>{law('rule', { rule, cite: RULES[rule].cite })}</span>
        </>
      ) : null}
    </>
  );
}

/** The end of an id tells two of one page apart; the whole of it stands in the list of permissions. */
const shortId = (id: string) => id.slice(-6);
