import type { Permission } from '@accord/consent';
import { fill, kindsListed } from '../fill.ts';
import { words } from '../words.ts';
import { ChangeButton } from './ChangeButton.tsx';

const { choice } = words;

interface Props {
  permission: Permission;
  /** Answers what went wrong, or null. */
  onMark: () => Promise<string | null>;
}

/**
 * Folded away, so that somebody who looks along sees one short word: a yes, or a stop, was not their own. Afterwards
 * the page shows a pause, or nothing new.
 */
export function NotMyChoice({ permission, onMark }: Props) {
  const { state, recipient, categories, stopped } = permission;
  const gaps = { who: recipient.name, what: kindsListed(state === 'stopped' ? stopped : categories) };
  return (
    <details className="more">
      <summary aria-label={fill(choice.moreNamed, gaps)}>{choice.more}</summary>
      <p>{state === 'stopped' ? choice.stop : choice.permission}</p>
      <p>{choice.alone}</p>
      <ChangeButton words={choice.do} name={fill(choice.doNamed, gaps)} onChange={onMark} />
    </details>
  );
}
