import { Button, Notice, Page, Row, Section, useWords } from '@accord/ui';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Trouble } from '../../app/Trouble.tsx';
import type { Draft } from './draft.ts';
import { LawLines } from './law/LawLines.tsx';
import { PreviewList } from './PreviewList.tsx';

interface PreviewProps {
  draft: Draft;
  code: string;
  above: ReactNode;
  onHandOver: () => void;
  /** Left out where the form is no longer there. */
  onChange?: () => Promise<void>;
  onKeep: () => void;
  /** What else can be done with a draft. */
  more?: ReactNode;
}

/** What the recipient would see today, before anyone is asked. The server made it with their own rule. */
export function Preview({ draft, code, above, onHandOver, onChange, onKeep, more }: PreviewProps) {
  const t = useWords('permissions');
  const law = useWords('law');
  const box = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('h1')?.focus(), []);
  const change = () => void onChange?.().catch(setError);
  return (
    <div ref={box}>
      <Page title={t('preview.title', { name: draft.recipient.name })} above={above} lead={t('preview.lead')}>
        <PreviewList preview={draft.preview} />
        {draft.law.length > 0 ? (
          <Section title={law('draftTitle')}>
            <p>{law('draftLead', { code })}</p>
            <LawLines lines={draft.law} code={code} />
          </Section>
        ) : null}
        <Notice tone="plum">{t('preview.handOverHint', { code })}</Notice>
        <Row>
          <Button kind="primary" onClick={onHandOver}>
            {t('preview.handOver', { code })}
          </Button>
          {onChange ? <Button onClick={change}>{t('preview.change')}</Button> : null}
          <Button kind="quiet" onClick={onKeep}>
            {t('preview.keep')}
          </Button>
        </Row>
        {more}
        {error ? <Trouble error={error} onRetry={change} /> : null}
      </Page>
    </div>
  );
}
