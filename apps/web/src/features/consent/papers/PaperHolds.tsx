import type { PaperHold } from '@accord/consent';
import { Notice, Stack, useWords } from '@accord/ui';

/** What a paper lacks, in a sentence each; nothing where it lacks nothing. It stands on every paper and every print. */
export function PaperHolds({ holds, said }: { holds: readonly PaperHold[]; said?: 'demo' | 'wait' }) {
  const t = useWords('papers');
  if (holds.length === 0) return null;
  return (
    <Notice tone="care">
      <Stack gap="tight">
        {holds.map((hold) => (
          <p key={hold}>{t(hold)}</p>
        ))}
        {said ? <p>{t(said)}</p> : null}
      </Stack>
    </Notice>
  );
}
