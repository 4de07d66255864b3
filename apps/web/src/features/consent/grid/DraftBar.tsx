import type { ChangePreview } from '@accord/consent';
import { SYSTEMS } from '@accord/identity';
import { Purpose, type CaseId } from '@accord/kernel';
import { Button, DateField, LoadingSkeleton, Row, Section, SelectField, Stack, useWords } from '@accord/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { Trouble } from '../../../app/Trouble.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { inDays } from '../../../app/when.ts';
import { useKindsSentence } from '../Kinds.tsx';
import { LawLines } from '../law/LawLines.tsx';
import { PreviewList } from '../PreviewList.tsx';
import type { Ask, DraftChange } from './draft.ts';
import css from './grid.module.css';

/** As long as the form proposes. */
const PROPOSED_DAYS = 90;

interface DraftBarProps {
  caseId: CaseId;
  code: string;
  owner: string;
  draft: DraftChange;
  ask: (what: Ask, label: string) => ReactNode;
  onStop: () => void;
  onClear: () => void;
}

/** What a draft would do, in a sentence, with the page that its recipient would get beside it. */
export function DraftBar({ caseId, code, owner, draft, ask, onStop, onClear }: DraftBarProps) {
  const t = useWords('grid');
  const purposeName = useWords('purposes');
  const id = useId();
  const trpc = useTRPC();
  const { column, add, remove } = draft;
  const purposes = SYSTEMS[column.system];
  const [purpose, setPurpose] = useState<Purpose>(purposes[0]);
  const [endsOn, setEndsOn] = useState(inDays(PROPOSED_DAYS));
  const query = useQuery({
    ...trpc.consent.previewChange.queryOptions({
      caseId,
      recipient: column.recipient,
      add: [...add],
      remove: [...remove],
      purpose,
      endsOn,
    }),
    enabled: endsOn !== '',
    placeholderData: keepPreviousData,
    // Each look is a line in the ledger: none by itself.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { name } = column;
  return (
    <div className={css.draft} role="group" aria-label={t('draft.title')}>
      <Section title={t('draft.title')}>
        <div aria-live="polite">{query.data ? <Sentence change={query.data} name={name} /> : null}</div>
        {query.data && query.data.law.length > 0 ? <LawLines lines={query.data.law} code={code} /> : null}
        {add.length > 0 ? <p className={css.soft}>{t('draft.hint', { code })}</p> : null}
        {remove.length > 0 ? <p className={css.soft}>{t('draft.stopHint')}</p> : null}
        {add.length > 0 ? (
          <div className={css.fields}>
            <SelectField
              id={`${id}-purpose`}
              label={t('draft.purpose')}
              value={purpose}
              onChange={(event) => setPurpose(Purpose.parse(event.currentTarget.value))}
              options={purposes.map((value) => ({ value, label: purposeName(value) }))}
            />
            <DateField
              id={`${id}-ends`}
              label={t('draft.endsOn')}
              value={endsOn}
              min={inDays(0)}
              onChange={(event) => setEndsOn(event.currentTarget.value)}
            />
          </div>
        ) : null}
        <Row>
          {add.length > 0
            ? ask({ recipient: column.recipient, kinds: add, purpose, endsOn }, t('draft.ask', { code }))
            : null}
          {remove.length > 0 ? (
            <Button kind="stop" onClick={onStop}>
              {t('draft.stop', { name })}
            </Button>
          ) : null}
          <Button kind="quiet" onClick={onClear}>
            {t('draft.clear')}
          </Button>
        </Row>
      </Section>
      <Section title={t('draft.preview', { name })}>
        <Stack gap="tight">
          {query.isError ? <Trouble error={query.error} onRetry={() => void query.refetch()} /> : null}
          {query.data ? <PreviewList preview={query.data.preview} /> : null}
          {query.isPending && !query.isError ? <LoadingSkeleton lines={3} /> : null}
          <p className={css.soft}>{t('draft.previewHint', { owner })}</p>
        </Stack>
      </Section>
    </div>
  );
}

/** "Rafael Ortiz would also see: School. 2 now, and what is added later." */
function Sentence({ change, name }: { change: ChangePreview; name: string }) {
  const t = useWords('grid');
  const kinds = useKindsSentence();
  const { gains, loses, more } = change;
  if (gains.length + loses.length === 0) return <p className={css.says}>{t('draft.nothing', { name })}</p>;
  return (
    <p className={css.says}>
      {gains.length > 0
        ? `${t('draft.gains', { name, kinds: kinds(gains) })} ${t('draft.more', { count: more })} `
        : null}
      {loses.length > 0 ? t('draft.loses', { name, kinds: kinds(loses) }) : null}
    </p>
  );
}
