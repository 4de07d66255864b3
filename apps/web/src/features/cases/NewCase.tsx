import { ProfileBody } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { Button, DateField, Page, Stack, TextField, useWords } from '@accord/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Form } from '../../app/Form.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPC, useTRPCClient } from '../../app/trpc.ts';

const EMPTY = { name: '', bornOn: '', pronouns: '', language: '', safeContact: '' };

/** An empty optional field is not an answer. */
function answered<Values extends Record<string, string>>(values: Values): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value.trim() !== ''),
  ) as Partial<Values>;
}

export function NewCase({ onCreated }: { onCreated: (caseId: CaseId) => void }) {
  const t = useWords('cases');
  const common = useWords('common');
  const optional = (label: string) => common('optional', { label });
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useContractForm({
    initial: EMPTY,
    schema: ProfileBody,
    input: ({ name, ...rest }) => ({ name, ...answered(rest) }),
    send: async (input) => {
      const { caseId } = await client.cases.create.mutate(input);
      await queries.invalidateQueries({ queryKey: trpc.cases.list.queryKey() });
      onCreated(caseId);
    },
  });
  return (
    <Page title={t('create.title')} lead={t('create.lead')}>
      <Form form={form}>
        <Stack gap="loose">
          <TextField
            {...form.field('name')}
            label={t('create.name')}
            hint={t('create.nameHint')}
            autoComplete="off"
          />
          <DateField
            {...form.field('bornOn')}
            label={optional(t('create.bornOn'))}
            hint={t('create.bornOnHint')}
          />
          <TextField
            {...form.field('pronouns')}
            label={optional(t('create.pronouns'))}
            hint={t('create.pronounsHint')}
            autoComplete="off"
          />
          <TextField
            {...form.field('language')}
            label={optional(t('create.language'))}
            hint={t('create.languageHint')}
            autoComplete="off"
          />
          <TextField
            {...form.field('safeContact')}
            label={optional(t('create.safeContact'))}
            hint={t('create.safeContactHint')}
            autoComplete="off"
          />
        </Stack>
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
