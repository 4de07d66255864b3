import { type CategoryCode, type Permission, RenewInput } from '@accord/consent';
import type { CaseId, GrantId } from '@accord/kernel';
import { Button, Page, Row, Stack, useWords } from '@accord/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from '../../../app/Form.tsx';
import { useContractForm } from '../../../app/form.ts';
import { askAgain } from '../../../app/queries.ts';
import { useTRPC, useTRPCClient } from '../../../app/trpc.ts';
import { EMPTY_SIGNATURE, SignatureFields } from '../SignatureFields.tsx';
import { markedKinds, Marks } from '../Marks.tsx';
import { useKindsSentence } from '../Kinds.tsx';
import type { MarksOf, Same } from './answers.ts';
import css from '../handover.module.css';

interface SignAllProps {
  caseId: CaseId;
  endsOn: string;
  /** Those that they said yes to. */
  yes: readonly Same[];
  onSigned: (permissions: Permission[]) => void;
  onBack: () => void;
}

/** One name, written once, under each paper: what each of them says stands above it. */
export function SignAll({ caseId, endsOn, yes, onSigned, onBack }: SignAllProps) {
  const t = useWords('handover');
  const sentence = useKindsSentence();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const [marks, setMarks] = useState<MarksOf>({});
  const mark = (grantId: GrantId, kinds: CategoryCode[]) => setMarks({ ...marks, [grantId]: kinds });
  const form = useContractForm({
    initial: EMPTY_SIGNATURE,
    schema: RenewInput,
    input: (values) => ({
      caseId,
      endsOn,
      yes: yes.map(({ permission: { grantId } }) => ({ grantId, initials: marks[grantId] ?? [] })),
      ...values,
    }),
    missing: { method: t('sign.methodMissing') },
    send: async (input) => {
      const { permissions } = await client.renewal.sign.mutate(input);
      await askAgain(queries, trpc.consent.list.queryKey({ caseId }));
      onSigned(permissions);
    },
  });
  return (
    <Page title={t('again.signTitle', { count: yes.length })} lead={t('again.signLead')}>
      <Form form={form}>
        <Stack gap="loose">
          <ul className={css.points}>
            {yes.map(({ permission: { grantId, recipient, categories } }) => (
              <li key={grantId}>
                <strong>{recipient.name}</strong>
                <span className={css.hint}>{sentence(categories)}</span>
              </li>
            ))}
          </ul>
          {yes.map(({ permission: { grantId, recipient, categories } }) =>
            markedKinds(categories).length > 0 ? (
              <Marks
                key={grantId}
                id={`${form.fieldId('method')}-${grantId}`}
                of={recipient.name}
                kinds={markedKinds(categories)}
                value={marks[grantId] ?? []}
                onChange={(kinds) => mark(grantId, kinds)}
              />
            ) : null,
          )}
          <SignatureFields form={form} />
        </Stack>
        <Row>
          <Button type="submit" kind="primary" busy={form.busy}>
            {t('again.send')}
          </Button>
          <Button onClick={onBack}>{t('sign.undo')}</Button>
        </Row>
      </Form>
    </Page>
  );
}
