import type { CaseId, ItemId } from '@accord/kernel';
import { Button, Stack, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import type { Close } from '../../app/Disclosed.tsx';
import { Loaded } from '../../app/Loaded.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { instant } from '../../app/when.ts';
import { NoteText } from './EntryBody.tsx';
import css from './case.module.css';

/** What a note said before. It is asked for when it is wanted: each look leaves its line. */
export function EarlierNote({ caseId, itemId, close }: { caseId: CaseId; itemId: ItemId; close: Close }) {
  const t = useWords('notes');
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.cases.noteVersions.queryOptions({ caseId, itemId }), gcTime: 0 });
  return (
    <Stack>
      <Loaded query={query} lines={2}>
        {({ versions }) =>
          versions.length === 0 ? (
            <p className={css.soft}>{t('noEarlier')}</p>
          ) : (
            <ol className={css.earlier}>
              {versions.map(({ version, writtenAt, body }) => (
                <li key={version} className={css.article}>
                  <p className={css.label}>{t('until', { when: instant(writtenAt) })}</p>
                  <NoteText note={body} />
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
      <div>
        <Button kind="quiet" small onClick={() => close()}>
          {t('hideEarlier')}
        </Button>
      </div>
    </Stack>
  );
}
