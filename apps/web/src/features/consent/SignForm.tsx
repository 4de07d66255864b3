import { SignInput, type CategoryCode, type Permission } from '@accord/consent';
import type { CaseId, GrantId } from '@accord/kernel';
import { Button, CheckField, ChooseOne, Page, Row, Stack, TextField, useWords } from '@accord/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Form } from '../../app/Form.tsx';
import { useContractForm } from '../../app/form.ts';
import { askAgain } from '../../app/queries.ts';
import { useTRPC, useTRPCClient } from '../../app/trpc.ts';
import { markedKinds, Marks } from './Marks.tsx';

interface SignFormProps {
  caseId: CaseId;
  grantId: GrantId;
  /** What the paper names. */
  categories: readonly CategoryCode[];
  onSigned: (permission: Permission) => void;
  onBack: () => void;
}

const CHECKS = ['understood', 'notACondition', 'copyGiven'] as const;

/** The signature: typed, or said out loud to a witness. Nothing is ticked beforehand. */
export function SignForm({ caseId, grantId, categories, onSigned, onBack }: SignFormProps) {
  const t = useWords('handover');
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const marks = markedKinds(categories);
  const form = useContractForm({
    initial: {
      initials: [] as CategoryCode[],
      method: '' as '' | 'typed' | 'spoken',
      signedName: '',
      witnessName: '',
      understood: false,
      notACondition: false,
      copyGiven: false,
    },
    schema: SignInput,
    input: (values) => ({ caseId, grantId, ...values }),
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
      <Form form={form}>
        <Stack gap="loose">
          {marks.length > 0 ? (
            <Marks
              id={form.fieldId('initials')}
              kinds={marks}
              value={form.values.initials}
              onChange={(initials) => form.set('initials', initials)}
            />
          ) : null}
          <ChooseOne
            id={form.fieldId('method')}
            legend={t('sign.method')}
            error={form.error('method')}
            choices={[
              { value: 'typed', label: t('sign.typed') },
              { value: 'spoken', label: t('sign.spoken') },
            ]}
            value={form.values.method === '' ? undefined : form.values.method}
            onChange={(method) => form.set('method', method)}
          />
          <TextField {...form.field('signedName')} label={t('sign.name')} autoComplete="off" />
          <TextField
            {...form.field('witnessName')}
            label={t('sign.witness')}
            hint={t('sign.witnessHint')}
            autoComplete="off"
          />
          <Stack gap="tight">
            {CHECKS.map((check) => (
              <CheckField
                key={check}
                id={form.fieldId(check)}
                label={t(`sign.${check}`)}
                error={form.error(check)}
                checked={form.values[check]}
                onChange={(checked) => form.set(check, checked)}
              />
            ))}
          </Stack>
        </Stack>
        <Row>
          <Button type="submit" kind="primary" busy={form.busy}>
            {t('sign.send')}
          </Button>
          <Button onClick={onBack}>{t('sign.undo')}</Button>
        </Row>
      </Form>
    </Page>
  );
}
