import { ProfileInput } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { Button, Page, Stack, useWords } from '@accord/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Form } from '../../app/Form.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPC, useTRPCClient } from '../../app/trpc.ts';
import { EMPTY_PROFILE, ProfileFields, profileInput } from './ProfileFields.tsx';

export function NewCase({ onCreated }: { onCreated: (caseId: CaseId) => void }) {
  const t = useWords('cases');
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useContractForm({
    initial: EMPTY_PROFILE,
    schema: ProfileInput,
    input: profileInput,
    send: async (input) => {
      const { caseId } = await client.cases.create.mutate(input);
      await queries.invalidateQueries({ queryKey: trpc.cases.list.queryKey() });
      onCreated(caseId);
    },
  });
  return (
    <Page title={t('create.title')} lead={t('create.lead')}>
      <Form form={form}>
        <ProfileFields field={form.field} />
        <Stack gap="tight">
          <p>{t('create.code')}</p>
          <div>
            <Button type="submit" kind="primary" busy={form.busy}>
              {t('create.send')}
            </Button>
          </div>
        </Stack>
      </Form>
    </Page>
  );
}
