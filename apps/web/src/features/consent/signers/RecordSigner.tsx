import {
  type AuthorityCapacity,
  DOMAINS,
  EVIDENCE,
  RecordAuthorityInput,
  RELATIONS,
  type DomainCode,
} from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { ChooseMany, ChooseOne, DateField, Section, SelectField, Stack, useWords } from '@accord/ui';
import type { z } from 'zod';
import { Disclosed } from '../../../app/Disclosed.tsx';
import { Form } from '../../../app/Form.tsx';
import { useContractForm } from '../../../app/form.ts';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useTRPCClient } from '../../../app/trpc.ts';
import { inDays } from '../../../app/when.ts';

interface RecordSignerProps {
  caseId: CaseId;
  onRecorded: (sentence: string) => Promise<void>;
}

type Capacity = z.output<typeof AuthorityCapacity>;
/** Who is recorded most often comes first. */
const CAPACITIES: readonly Capacity[] = ['guardian', 'legal-custodian', 'young-person'];

/** Adds somebody who may sign, from papers that were seen. It contacts nobody. */
export function RecordSigner(props: RecordSignerProps) {
  const t = useWords('signers');
  return <Disclosed label={t('record.open')}>{(close) => <RecordForm {...props} close={close} />}</Disclosed>;
}

function RecordForm({ caseId, onRecorded, close }: RecordSignerProps & { close: () => void }) {
  const t = useWords('signers');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: {
      capacity: '' as '' | Capacity,
      relation: '',
      domains: [] as DomainCode[],
      evidence: '',
      endsOn: '',
    },
    schema: RecordAuthorityInput,
    input: ({ relation, endsOn, ...rest }) => ({
      caseId,
      relation: rest.capacity === 'young-person' ? null : relation,
      ...rest,
      ...(endsOn === '' ? {} : { endsOn }),
    }),
    missing: { evidence: t('record.chooseEvidence') },
    send: async (input) => {
      await client.consent.recordSigner.mutate(input);
      const { relation } = input;
      close();
      await onRecorded(
        relation === null ? t('record.doneYoung') : t('record.done', { who: t(`relation.${relation}`) }),
      );
    },
  });
  const { capacity } = form.values;
  const evidence = capacity === '' ? [] : EVIDENCE[capacity];
  const choose = (next: Capacity) => {
    form.set('capacity', next);
    // What showed one thing need not show another.
    form.set('evidence', '');
  };
  return (
    <Section title={t('record.title')}>
      <Form form={form} label={t('record.title')}>
        <Stack gap="loose">
          <p>{t('record.lead')}</p>
          <ChooseOne
            id={form.fieldId('capacity')}
            legend={t('record.capacity')}
            error={form.error('capacity')}
            choices={CAPACITIES.map((value) => ({
              value,
              label: t(`capacity.${value}`),
              hint: t(`capacityHint.${value}`),
            }))}
            value={capacity === '' ? undefined : capacity}
            onChange={choose}
          />
          {capacity === 'young-person' ? null : (
            <SelectField
              {...form.field('relation')}
              label={t('record.relation')}
              options={[
                { value: '', label: t('record.chooseRelation') },
                ...RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) })),
              ]}
            />
          )}
          <ChooseMany
            id={form.fieldId('domains')}
            legend={t('record.areas')}
            hint={t('record.areasHint')}
            error={form.error('domains')}
            choices={DOMAINS.map((value) => ({ value, label: t(`area.${value}`) }))}
            value={form.values.domains}
            onChange={(domains) => form.set('domains', domains)}
          />
          <SelectField
            {...form.field('evidence')}
            label={t('record.evidence')}
            options={[
              { value: '', label: t('record.chooseEvidence') },
              ...evidence.map((value) => ({ value, label: t(`evidence.${value}`) })),
            ]}
          />
          <DateField
            {...form.field('endsOn')}
            label={t('record.endsOn')}
            hint={t('record.endsOnHint')}
            min={inDays(0)}
          />
        </Stack>
        <FormButtons form={form} send={t('record.send')} close={close} />
      </Form>
    </Section>
  );
}
