import type { Evidence } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, FileField, Notice, Stack, useWords } from '@accord/ui';
import { useState, type ReactNode } from 'react';
import { problemOf } from '../../../app/problem.ts';
import { useTRPCClient } from '../../../app/trpc.ts';
import { calendarDay } from '../../../app/when.ts';
import css from '../consent.module.css';
import { useKindsSentence } from '../Kinds.tsx';

interface BringEvidenceProps {
  id: string;
  caseId: CaseId;
  code: string;
  error?: ReactNode;
  /** What the form starts from now; null for nothing. */
  onRead: (evidence: { file: string; says: Evidence } | null) => void;
}

/** A consent of another system, read by the server. It proposes; who sees what is still the form's to say. */
export function BringEvidence({ id, caseId, code, error, onRead }: BringEvidenceProps) {
  const t = useWords('permissions');
  const trouble = useWords('problems');
  const client = useTRPCClient();
  /** Another one each time that what was chosen is put away: a browser's file field empties in no other way. */
  const [turn, setTurn] = useState(0);
  const [says, setSays] = useState<Evidence | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const sentence = useKindsSentence();

  async function read(chosen: File): Promise<void> {
    setProblem(null);
    try {
      const file = await chosen.text();
      const found = await client.standards.readEvidence.query({ caseId, file });
      setSays(found);
      onRead({ file, says: found });
    } catch (failure) {
      const { fields, sentence: said } = problemOf(failure);
      setSays(null);
      onRead(null);
      setProblem(fields[0]?.message ?? said ?? trouble('offline'));
    }
  }

  return (
    <details className={css.more} open={error || problem ? true : undefined}>
      <summary>{t('form.evidence')}</summary>
      <Stack>
        <FileField
          id={id}
          key={turn}
          label={t('form.evidenceFile')}
          hint={t('form.evidenceHint', { code })}
          error={problem ?? error}
          accept=".json,application/json,application/fhir+json"
          onFile={(file) => void read(file)}
        />
        {says ? (
          <Notice tone={says.beyond.length > 0 ? 'care' : 'plum'}>
            {[
              says.signedOn ? t('form.evidenceSigned', { day: calendarDay(says.signedOn) }) : '',
              says.kinds.length > 0
                ? t('form.evidenceNames', { kinds: sentence(says.kinds) })
                : t('form.evidenceNamesNone'),
              says.beyond.length > 0 ? t('form.evidenceBeyond', { parts: says.beyond.join(', ') }) : '',
            ].join(' ')}
          </Notice>
        ) : null}
        {says ? (
          <div>
            <Button
              small
              onClick={() => {
                setSays(null);
                setTurn(turn + 1);
                onRead(null);
              }}
            >
              {t('form.evidenceOut')}
            </Button>
          </div>
        ) : null}
      </Stack>
    </details>
  );
}
