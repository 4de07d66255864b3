import type { GridColumn } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, Section, Stack, useWords } from '@accord/ui';
import { useEffect, useRef } from 'react';
import { Kinds, useKindsSentence } from '../Kinds.tsx';
import { StopSharing } from '../StopSharing.tsx';
import css from './grid.module.css';

interface PersonPanelProps {
  caseId: CaseId;
  column: GridColumn;
  onChanged: (sentence: string) => Promise<void>;
  onClose: () => void;
}

/** One recipient's permissions, each with its stop. */
export function PersonPanel({ caseId, column, onChanged, onClose }: PersonPanelProps) {
  const t = useWords('grid');
  const all = useWords('permissions');
  const sentence = useKindsSentence();
  const panel = useRef<HTMLDivElement>(null);
  const { name, permissions, isOwn } = column;
  useEffect(() => panel.current?.querySelector<HTMLElement>('h2')?.focus(), [column.recipient]);
  return (
    <div ref={panel} className={css.panel}>
      <Section
        title={t('stop.title', { name })}
        actions={
          <Button kind="quiet" small onClick={onClose}>
            {t('stop.close')}
          </Button>
        }
      >
        {isOwn ? <p>{t('stop.own', { name })}</p> : null}
        {!isOwn && permissions.length === 0 ? <p>{t('stop.none', { name })}</p> : null}
        <Stack>
          {permissions.map((permission) => (
            <Stack key={permission.grantId} gap="tight">
              <Kinds codes={permission.categories} />
              <StopSharing
                caseId={caseId}
                permission={{ ...permission, recipient: { name } }}
                called={
                  permissions.length > 1
                    ? all('alikeKinds', { name, kinds: sentence(permission.categories) })
                    : name
                }
                hasOthers={permissions.length > 1}
                onChanged={onChanged}
              />
            </Stack>
          ))}
        </Stack>
      </Section>
    </div>
  );
}
