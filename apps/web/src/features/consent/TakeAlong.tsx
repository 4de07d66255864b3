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

/** A signed permission as a file: the receipt, and what other systems read. Neither names the young person. */
export function TakeAlong({ caseId, permission, called }: TakeAlongProps) {
  const t = useWords('permissions');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const announce = useAnnounce();
  const language = useLanguage();
  const [error, setError] = useState<unknown>(null);
  const { data } = useQuery(trpc.consent.list.queryOptions({ caseId }));
  if (!permission.signed) return null;
  const save = (name: string, type: string, text: string) => {
    saveFile(name, type, text);
    announce(t('file.saved'));
  };
  const saveReceipt = () => {
    const receipt = receiptOf(permission, { caseId, language, judgedBy: data?.judgedBy ?? null });
    save('receipt.json', 'application/json', JSON.stringify(receipt, null, 2));
  };
  const saveConsent = async () => {
    setError(null);
    try {
      const { json } = await client.standards.exportConsent.query({ caseId, grantId: permission.grantId });
      save('consent.fhir.json', 'application/fhir+json', json);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <details className={css.more}>
      <summary aria-label={t('file.named', { name: called })}>{t('file.title')}</summary>
      <p className={css.soft}>{t('file.lead')}</p>
      <Row>
        <Button small onClick={saveReceipt}>
          {t('file.receipt')}
        </Button>
        <Button small onClick={() => void saveConsent()}>
          {t('file.fhir')}
        </Button>
      </Row>
      {error ? <Trouble error={error} onRetry={() => void saveConsent()} /> : null}
    </details>
  );
}
