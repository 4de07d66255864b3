import type { CategoryCode } from '@accord/consent';
import { Chip, Row, useWords } from '@accord/ui';
import { listed } from '../../app/when.ts';

/** Kinds of information as chips, in plain words. */
export function Kinds({ codes }: { codes: readonly CategoryCode[] }) {
  const t = useWords('categories');
  return (
    <Row>
      {codes.map((code) => (
        <Chip key={code} tone="plum">
          {t(`${code}.label`)}
        </Chip>
      ))}
    </Row>
  );
}

/** The same kinds inside a sentence: "Goals and steps, School and Health". */
export function useKindsSentence(): (codes: readonly CategoryCode[]) => string {
  const t = useWords('categories');
  return (codes) => listed(codes.map((code) => t(`${code}.label`)));
}
