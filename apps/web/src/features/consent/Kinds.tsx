import type { CategoryCode } from '@accord/consent';
import { Chip, Row, useWords } from '@accord/ui';

/** Kinds of information as chips, in plain words. */
export function Kinds({ codes, stopped = false }: { codes: readonly CategoryCode[]; stopped?: boolean }) {
  const t = useWords('categories');
  return (
    <Row>
      {codes.map((code) => (
        <Chip key={code} tone={stopped ? 'neutral' : 'plum'}>
          {t(`${code}.label`)}
        </Chip>
      ))}
    </Row>
  );
}

/** The same kinds inside a sentence: "Goals and steps, School, Health". Some names hold an "and" of their own. */
export function useKindsSentence(): (codes: readonly CategoryCode[]) => string {
  const t = useWords('categories');
  return (codes) => codes.map((code) => t(`${code}.label`)).join(', ');
}
