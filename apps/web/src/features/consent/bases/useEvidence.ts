import { EMERGENCIES, type LawBasisEntry } from '@accord/consent';
import { useWords } from '@accord/ui';

/** What names a basis: its number as it was written, or the nature of an emergency in words. */
export function useEvidence() {
  const t = useWords('bases');
  return ({ kind, evidence }: LawBasisEntry): string => {
    const nature = kind === 'emergency' ? EMERGENCIES.find((each) => each === evidence) : undefined;
    return nature ? t(`natures.${nature}`) : evidence;
  };
}
