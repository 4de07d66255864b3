import { words } from '../words.ts';

export function Waiting() {
  return (
    <p className="waiting" role="status">
      {words.frame.waiting}
    </p>
  );
}
