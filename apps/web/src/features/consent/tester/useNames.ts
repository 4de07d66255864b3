import type { PolicyCase } from '@accord/consent';
import { useWords } from '@accord/ui';
import { stateName } from '../state-law/state-names.ts';

/** The cases that come with Accord and have words in each language, by the names of their files. */
const NAMED = [
  'hiv-without-initials',
  'plan-by-permission',
  'plan-ended',
  'plan-paused',
  'plan-restricted',
  'safe-house-never',
] as const;

/** An agency's case is called as whoever saved it wrote; one of Accord's by its words, where it has some. */
export function useCaseName() {
  const t = useWords('tester');
  return ({ key, name, own }: Pick<PolicyCase, 'key' | 'name' | 'own'>): string => {
    const known = own ? undefined : NAMED.find((each) => each === key);
    return known ? t(`names.${known}`) : name;
  };
}

/** Rules by the name of their state and their version; null is of no state. */
export function useLawName() {
  const t = useWords('tester');
  const laws = useWords('stateLaw');
  return (law: string | null): string => {
    if (law === null) return t('noLaw');
    const [state = '', version = ''] = law.split(' ');
    return laws('facts.titleOf', { state: stateName(state), version });
  };
}

/** A decision and its reason as one line. */
export function useSaid() {
  const t = useWords('tester');
  const law = useWords('law');
  return ({ decision, reason }: PolicyCase['expected']): string => {
    const said = { decision: t(`decision.${decision}`) };
    return reason ? t('because', { ...said, reason: law(`officer.${reason}`) }) : t('anyReason', said);
  };
}
