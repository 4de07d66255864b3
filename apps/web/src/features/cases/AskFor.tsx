import { AskInput, NEEDS, type CategoryCode, type Need } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, ChooseOne, Notice, Stack, useWords } from '@accord/ui';
import { useEffect, useRef, useState } from 'react';
import { Form } from '../../app/Form.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPCClient } from '../../app/trpc.ts';

/** Asks for one kind: a need out of a short list, so that nothing is written about anyone. */
export function AskFor({ caseId, kind }: { caseId: CaseId; kind: CategoryCode }) {
  const t = useWords('why');
  const client = useTRPCClient();
  const [asked, setAsked] = useState(false);
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (asked) line.current?.focus();
  }, [asked]);
  const form = useContractForm({
    initial: { need: '' as '' | Need },
    schema: AskInput,
    input: ({ need }) => ({ caseId, kind, need }),
    missing: { need: t('needMissing') },
    send: async (input) => {
      await client.consent.ask.mutate(input);
      setAsked(true);
    },
  });
  if (asked) {
    return (
      <Notice tone="plum">
        <p ref={line} tabIndex={-1} role="status">
          {t('asked')}
        </p>
      </Notice>
    );
  }
  return (
    <Form form={form} label={t('ask')}>
      <Stack>
        <ChooseOne
          id={form.fieldId('need')}
          legend={t('need')}
          error={form.error('need')}
          choices={NEEDS.map((need) => ({ value: need, label: t(`needs.${need}`) }))}
          value={form.values.need === '' ? undefined : form.values.need}
          onChange={(need) => form.set('need', need)}
        />
        <div>
          <Button type="submit" kind="primary" busy={form.busy}>
            {t('ask')}
          </Button>
        </div>
      </Stack>
    </Form>
  );
}
