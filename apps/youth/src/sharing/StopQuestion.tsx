import { Question } from '../frame/Question.tsx';
import { words } from '../words.ts';

interface Props {
  question: string;
  /** Answers what went wrong, or null when it is stopped. */
  onStop: () => Promise<string | null>;
  onKeep: () => void;
}

const { sharing } = words;

/** Asks once before something stops. */
export const StopQuestion = ({ question, onStop, onKeep }: Props) => (
  <Question
    question={question}
    yes={sharing.stop}
    sending={sharing.stopping}
    no={sharing.keep}
    onYes={onStop}
    onNo={onKeep}
  />
);
