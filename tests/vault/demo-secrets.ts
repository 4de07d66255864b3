import { JORDAN, type YoungPerson } from '@accord/api/demo';

/** Everything that the demo's young person said and was told about: no such text may lie about unsealed. */
export function demoSecrets(more: readonly string[]): {
  firstName: string;
  whole: string[];
  distinctive: string[];
} {
  const { name, language, safeContact, goals, referrals } = JORDAN;
  const notes: YoungPerson['notes'] = JORDAN.notes;
  const whole = [
    name,
    language,
    safeContact,
    ...referrals.map((referral) => referral.reason),
    ...goals.flatMap((goal) => [goal.ownWords, goal.adultWords, ...goal.steps.map((step) => step.text)]),
    ...notes.flatMap(({ facts, view = [], ownWords = [] }) => [facts, view, ownWords].flat()),
    ...more,
  ];
  const firstName = name.split(' ')[0] ?? name;
  return { firstName, whole, distinctive: [...new Set([...whole, ...whole.flatMap(runsOfWords)])] };
}

/** Three words in a row, if they are long enough not to stand anywhere else. */
function runsOfWords(text: string): string[] {
  const words = text.split(' ');
  const runs = words.map((_, index) => words.slice(index, index + 3).join(' '));
  return runs.filter((run) => run.length >= 14);
}
