import { SignInput, type CategoryCode, type Permission } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, Page, Row, Stack, useWords } from '@accord/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from '../../app/Form.tsx';
import { useContractForm } from '../../app/form.ts';
import { askAgain } from '../../app/queries.ts';
import { useTRPC, useTRPCClient } from '../../app/trpc.ts';
import { Paper, type OnPaper } from './papers/Paper.tsx';
import { markedKinds, Marks } from './Marks.tsx';
import { EMPTY_SIGNATURE, SignatureFields } from './SignatureFields.tsx';

interface SignFormProps {
  caseId: CaseId;
  /** What the paper names. */
  permission: OnPaper;
  onSigned: (permission: Permission) => void;
  onBack: () => void;
}

/** The words, and the signature under them: typed, or said out loud to a witness. Nothing is ticked beforehand. */
export function SignForm({ caseId, permission: named, onSigned, onBack }: SignFormProps) {
  const t = useWords('handover');
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { grantId, categories } = named;
  const marks = markedKinds(categories);
  const [initials, setInitials] = useState<CategoryCode[]>([]);
  const form = useContractForm({
    initial: EMPTY_SIGNATURE,
    schema: SignInput,
    input: (values) => ({ caseId, grantId, initials, ...values }),
    missing: { method: t('sign.methodMissing') },
    send: async (input) => {
      const permission = await client.consent.sign.mutate(input);
      // Whatever list was read a moment ago does not have it.
      await askAgain(queries, trpc.consent.list.queryKey({ caseId }));
      onSigned(permission);
    },
  });
  return (
    <Page title={t('sign.title')} lead={t('sign.lead')}>
      <Paper caseId={caseId} permission={named}>
        {(mayBeSigned) =>
          mayBeSigned ? (
            <Form form={form}>
              <Stack gap="loose">
                {marks.length > 0 ? (
                  <Marks
                    id={form.fieldId('initials')}
                    kinds={marks}
                    value={initials}
                    onChange={setInitials}
                  />
                ) : null}
                <SignatureFields form={form} />
              </Stack>
              <Row>
                <Button type="submit" kind="primary" busy={form.busy}>
                  {t('sign.send')}
                </Button>
                <Button onClick={onBack}>{t('sign.undo')}</Button>
              </Row>
            </Form>
          ) : (
            <Row>
              <Button onClick={onBack}>{t('back')}</Button>
            </Row>
          )
        }
      </Paper>
    </Page>
  );
}
