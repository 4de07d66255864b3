import { type Permission, receiptOf } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, Row, useAnnounce, useLanguage, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { saveFile } from '../../app/save-file.ts';
import { Trouble } from '../../app/Trouble.tsx';
import { useTRPC, useTRPCClient } from '../../app/trpc.ts';
import css from './consent.module.css';

interface TakeAlongProps {
  caseId: CaseId;
  permission: Permission;
  /** What its buttons call it. */
  called: string;
}

/** What each file is called where it is kept. */
const FILES = { exportConsent: 'consent.fhir.json', evidenceOf: 'evidence.fhir.json' } as const;
type File = keyof typeof FILES;

/** A signed permission as a file: the receipt, and what other systems read. Neither names the young person. */
export function TakeAlong({ caseId, permission, called }: TakeAlongProps) {
  const t = useWords('permissions');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const announce = useAnnounce();
  const language = useLanguage();
  const [failed, setFailed] = useState<{ error: unknown; file: File } | null>(null);
  const { data } = useQuery(trpc.consent.list.queryOptions({ caseId }));
  if (!permission.signed && !permission.hasEvidence) return null;
  const save = (name: string, type: string, text: string) => {
    saveFile(name, type, text);
    announce(t('file.saved'));
  };
  const saveReceipt = () => {
    const receipt = receiptOf(permission, { caseId, language, judgedBy: data?.judgedBy ?? null });
    save('receipt.json', 'application/json', JSON.stringify(receipt, null, 2));
  };
  const saveConsent = async (file: File) => {
    setFailed(null);
    try {
      const { json } = await client.standards[file].query({ caseId, grantId: permission.grantId });
      save(FILES[file], 'application/fhir+json', json);
    } catch (error) {
      setFailed({ error, file });
    }
  };
  return (
    <details className={css.more}>
      <summary aria-label={t('file.named', { name: called })}>{t('file.title')}</summary>
      <p className={css.soft}>{t(permission.hasEvidence ? 'file.leadEvidence' : 'file.lead')}</p>
      <Row>
        {permission.signed ? (
          <>
            <Button small onClick={saveReceipt}>
              {t('file.receipt')}
            </Button>
            <Button small onClick={() => void saveConsent('exportConsent')}>
              {t('file.fhir')}
            </Button>
          </>
        ) : null}
        {permission.hasEvidence ? (
          <Button small onClick={() => void saveConsent('evidenceOf')}>
            {t('file.evidence')}
          </Button>
        ) : null}
      </Row>
      {failed ? <Trouble error={failed.error} onRetry={() => void saveConsent(failed.file)} /> : null}
    </details>
  );
}
