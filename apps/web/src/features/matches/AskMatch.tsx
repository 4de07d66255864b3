import { AskMatchInput, MATCH_REASONS } from '@accord/matches';
import type { CaseId } from '@accord/kernel';
import { Button, CheckField, ChooseOne, Row, useWords } from '@accord/ui';
import { Form } from '../../app/Form.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPCClient } from '../../app/trpc.ts';
import { useDecided } from './useMatches.ts';

/** Two choices and a button: the young person's yes comes before the question. */
export function AskMatch({ caseId }: { caseId: CaseId }) {
  const t = useWords('matches');
  const client = useTRPCClient();
  const decided = useDecided();
  const form = useContractForm({
    initial: { reason: '', agreed: false },
    schema: AskMatchInput,
    input: ({ reason, agreed }) => ({ caseId, reason, agreed }),
    send: async (input) => {
      await client.matches.ask.mutate(input);
      await decided(t('sent'));
    },
  });
  return (
    <Form form={form} label={t('title')}>
      <ChooseOne
        id={form.fieldId('reason')}
        legend={t('reason')}
        error={form.error('reason')}
        choices={MATCH_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        value={MATCH_REASONS.find((each) => each === form.values.reason)}
        onChange={(value) => form.set('reason', value)}
      />
      <CheckField
        id={form.fieldId('agreed')}
        label={t('agreed')}
        hint={t('how')}
        error={form.error('agreed')}
        checked={form.values.agreed}
        onChange={(checked) => form.set('agreed', checked)}
      />
      <Row>
        <Button type="submit" kind="primary" busy={form.busy}>
          {t('send')}
        </Button>
      </Row>
    </Form>
  );
}
