import { AskInput, type CategoryCode, type Need, NEEDS } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, ChooseOne, SelectField, Stack, useWords } from '@accord/ui';
import { Form } from '../../app/Form.tsx';
import { useContractForm } from '../../app/form.ts';
import { Happened, useNews } from '../../app/Happened.tsx';
import { useTRPCClient } from '../../app/trpc.ts';

interface AskForProps {
  caseId: CaseId;
  /** What can be asked for; one kind alone is no question. */
  kinds: readonly CategoryCode[];
}

/** Asks for one kind: a need out of a short list, so that nothing is written about anyone. */
export function AskFor({ caseId, kinds }: AskForProps) {
  const t = useWords('why');
  const kindName = useWords('categories');
  const client = useTRPCClient();
  const [only = '', another] = kinds;
  const { news, tell } = useNews();
  const form = useContractForm({
    initial: { kind: another ? '' : only, need: '' as '' | Need },
    schema: AskInput,
    input: ({ kind, need }) => ({ caseId, kind, need }),
    missing: { kind: t('kindMissing'), need: t('needMissing') },
    send: async (input) => {
      await client.consent.ask.mutate(input);
      tell(t('asked'));
    },
  });
  if (news) return <Happened news={news} />;
  return (
    <Form form={form} label={t('ask')}>
      <Stack>
        {another ? (
          <SelectField
            {...form.field('kind')}
            label={t('kind')}
            options={[
              { value: '', label: t('chooseKind') },
              ...kinds.map((kind) => ({ value: kind, label: kindName(`${kind}.label`) })),
            ]}
          />
        ) : null}
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
