import { words } from '../words.ts';

export function Waiting() {
  return (
    <div className="waiting" role="status">
      <h1 tabIndex={-1}>{words.frame.waiting}</h1>
    </div>
  );
}
