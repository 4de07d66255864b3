import { type Accounting, csvOf } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, Row, useAnnounce, useWords } from '@accord/ui';
import { useState } from 'react';
import { saveFile } from '../../../app/save-file.ts';
import { Trouble } from '../../../app/Trouble.tsx';
import { useTRPCClient } from '../../../app/trpc.ts';
import css from '../answers/answers.module.css';

/** The list on paper or as a file. A file is named by its list alone: nobody is named in a folder. */
export function SaveAs({ caseId, accounting }: { caseId: CaseId; accounting: Accounting }) {
  const t = useWords('accounting');
  const client = useTRPCClient();
  const announce = useAnnounce();
  const [error, setError] = useState<unknown>(null);
  const save = (ending: string, type: string, text: string) => {
    saveFile(`disclosures-${accounting.list}.${ending}`, type, text);
    announce(t('saved'));
  };
  const saveEvents = async () => {
    setError(null);
    try {
      const { json } = await client.answers.auditEvents.query({ caseId });
      save('fhir.json', 'application/fhir+json', json);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <div className={css.screenOnly} role="group" aria-label={t('saveAs')}>
      <Row>
        <Button small onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Button small onClick={() => save('csv', 'text/csv', csvOf(accounting))}>
          {t('csv')}
        </Button>
        <Button small onClick={() => save('json', 'application/json', JSON.stringify(accounting, null, 2))}>
          {t('json')}
        </Button>
        {accounting.list === 'all' ? (
          <Button small onClick={() => void saveEvents()}>
            {t('fhir')}
          </Button>
        ) : null}
      </Row>
      {error ? <Trouble error={error} onRetry={() => void saveEvents()} /> : null}
    </div>
  );
}
