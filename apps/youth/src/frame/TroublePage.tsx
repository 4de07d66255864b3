import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { type Trouble, troubleOf } from '../api.ts';
import { fill } from '../fill.ts';
import { words } from '../words.ts';
import { Page } from './Page.tsx';

/** What happened, that nothing changed, and what to do. */
export function troubleWords({ code }: Trouble): string {
  if (code === 'unreachable') return words.trouble.unreachable;
  if (code === 'NOT_FOUND') return words.trouble.notFound;
  if (code === 'TOO_MANY') return words.trouble.tooMany;
  return words.trouble.ours;
}

export function TroublePage({ error }: ErrorComponentProps) {
  const router = useRouter();
  const trouble = troubleOf(error);
  return (
    <Page title={words.trouble.title}>
      <p role="alert">{troubleWords(trouble)}</p>
      {trouble.reference && <p>{fill(words.trouble.reference, { reference: trouble.reference })}</p>}
      <button type="button" onClick={() => void router.invalidate()}>
        {words.trouble.again}
      </button>
    </Page>
  );
}
