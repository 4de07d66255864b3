import type { CategoryCode } from '@accord/consent';
import { fill, kindsListed } from '../fill.ts';
import { words as allWords } from '../words.ts';

const { sharing } = allWords;

interface Props {
  words: string;
  kinds: readonly CategoryCode[];
  who: string;
  onAsk: (button: HTMLElement) => void;
}

/** The words on it are short; its name says what is stopped and with whom. */
export function StopButton({ words: shown, kinds, who, onAsk }: Props) {
  const rest = fill(sharing.stopNamed, { what: kindsListed(kinds), who });
  return (
    <button
      type="button"
      className="stop"
      aria-label={rest.startsWith(shown) ? rest : `${shown}: ${rest}`}
      onClick={(event) => onAsk(event.currentTarget)}
    >
      {shown}
    </button>
  );
}
