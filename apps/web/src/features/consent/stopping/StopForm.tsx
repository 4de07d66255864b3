import { CAME_BY, type CameBy, type Permission, RecordStopInput } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, ChooseOne, SelectField, Stack, useWords } from '@accord/ui';
import { Form } from '../../../app/Form.tsx';
import { useContractForm } from '../../../app/form.ts';
import { useCalled } from '../useCalled.ts';
import { keyOf, oneOfEach, oneOfSeveral, toWhat } from './choices.ts';

interface StopFormProps {
  caseId: CaseId;
  /** Those that can be stopped. */
  permissions: readonly Permission[];
  onStop: (input: RecordStopInput) => Promise<void>;
}

/** Two fields: how it came, and what stops. */
export function StopForm({ caseId, permissions, onStop }: StopFormProps) {
  const t = useWords('stops');
  const called = useCalled();
  const form = useContractForm({
    initial: { cameBy: '' as '' | CameBy, what: '' },
    schema: RecordStopInput,
    input: ({ cameBy, what }) => ({ caseId, cameBy, what: toWhat(what) }),
    missing: { what: t('choose') },
    send: onStop,
  });
  const several = oneOfSeveral(permissions);
  return (
    <Form form={form}>
      <Stack gap="loose">
        <ChooseOne<CameBy>
          id={form.fieldId('cameBy')}
          legend={t('cameBy')}
          error={form.error('cameBy')}
          choices={CAME_BY.map((value) => ({ value, label: t(`ways.${value}`) }))}
          value={form.values.cameBy === '' ? undefined : form.values.cameBy}
          onChange={(cameBy) => form.set('cameBy', cameBy)}
        />
        <SelectField
          {...form.field('what')}
          label={t('what')}
          hint={t('whatHint')}
          options={[
            { value: '', label: t('choose') },
            { value: keyOf({ is: 'everything' }), label: t('everything') },
            {
              group: t('withOne'),
              items: oneOfEach(permissions).map(({ grantId, recipient }) => ({
                value: keyOf({ is: 'recipient', grantId }),
                label: recipient.title === null ? recipient.name : t('named', recipient),
              })),
            },
            ...(several.length > 0
              ? [
                  {
                    group: t('onePermission'),
                    items: several.map((one) => ({
                      value: keyOf({ is: 'permission', grantId: one.grantId }),
                      label: called(one, permissions),
                    })),
                  },
                ]
              : []),
          ]}
        />
      </Stack>
      <div>
        <Button type="submit" kind="stop" busy={form.busy}>
          {t('send')}
        </Button>
      </div>
    </Form>
  );
}
