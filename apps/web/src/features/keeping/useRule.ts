import { RETENTION_SOURCES, type Schedule } from '@accord/cases';
import { useWords } from '@accord/ui';

type Rule = Schedule['rules'][number]['rule'];

/** A rule as one sentence: how long, counted from what, and where it stands. */
export function useRule() {
  const t = useWords('keeping');
  return ({ source, number, years, countedFrom }: Rule): string => {
    const { cite } = RETENTION_SOURCES[source];
    return t(`from.${countedFrom}`, {
      years: t('years', { count: years }),
      source: cite === null || cite === number ? `${t(`source.${source}`)}, ${number}` : `${cite}, ${number}`,
    });
  };
}
