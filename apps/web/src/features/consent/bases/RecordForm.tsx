import { LAW_BASIS_KINDS, type LawBases, type LawBasisKind, RecordBasisInput, TOLD } from '@accord/consent';
import type { Colleagues, System } from '@accord/identity';
import type { CaseId } from '@accord/kernel';
import { Button, ChooseOne, Notice, Row, SelectField, Stack, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { Form } from '../../../app/Form.tsx';
import { useContractForm } from '../../../app/form.ts';
import { inDays } from '../../../app/when.ts';
import { KindsField } from '../KindsField.tsx';
import { useRecipientOptions } from '../PrepareForm.tsx';
import { findRecipient, toRecipient } from '../recipients.ts';
import { type BasisValues, EMPTY, inputOf } from './basis-values.ts';
import { openableKinds } from './openable-kinds.ts';
import { PaperFields } from './PaperFields.tsx';

interface RecordFormProps {
  caseId: CaseId;
  code: string;
  agencies: Colleagues['agencies'];
  emergency: LawBases['emergency'];
  /** The link to the card of whom to call. */
  toCard: (label: string) => ReactNode;
  onRecord: (input: RecordBasisInput) => Promise<void>;
  onCancel: () => void;
}

/** What it is comes first: the rest of the form asks only for what that kind needs, and says what it never opens. */
export function RecordForm({
  caseId,
  code,
  agencies,
  emergency,
  toCard,
  onRecord,
  onCancel,
}: RecordFormProps) {
  const t = useWords('bases');
  const emergencies = useWords('emergencies');
  const permissions = useWords('permissions');
  const purposeName = useWords('purposes');
  const systemOf = ({ recipient }: BasisValues) => findRecipient(agencies, recipient)?.system;
  const form = useContractForm({
    initial: { ...EMPTY, endsOn: inDays(30) } as BasisValues,
    schema: RecordBasisInput,
    input: (values) => inputOf(fitting(values, systemOf(values)), caseId, toRecipient(values.recipient)),
    missing: {
      kind: t('form.kindMissing'),
      recipient: permissions('form.chooseRecipient'),
      purposes: permissions('form.choosePurpose'),
    },
    send: onRecord,
  });
  const kind = LAW_BASIS_KINDS.find((each) => each === form.values.kind);
  const chosen = findRecipient(agencies, form.values.recipient);
  // A law names a person or an agency, and nobody who comes after them.
  const recipients = useRecipientOptions(agencies.map((each) => ({ ...each, posts: [] })));
  return (
    <Form form={form}>
      <Stack gap="loose">
        <ChooseOne<LawBasisKind>
          id={form.fieldId('kind')}
          legend={t('form.kind')}
          error={form.error('kind')}
          choices={LAW_BASIS_KINDS.map((value) => ({
            value,
            label: t(`kind.${value}`),
            hint: t(`kindHint.${value}`),
          }))}
          value={kind}
          onChange={(value) => form.set('kind', value)}
        />
        {kind ? <Notice>{t(`never.${kind}`)}</Notice> : null}
        {kind === 'emergency' && emergency.onHold ? (
          <Notice tone="stop">{emergencies('blocked')}</Notice>
        ) : null}
        {kind === 'emergency' && emergency.needsTwo ? (
          <Notice tone="care">
            <p>{emergencies('needsTwo')}</p>
            {toCard(emergencies('toCard'))}
          </Notice>
        ) : null}
        {kind ? <PaperFields kind={kind} form={form} /> : null}
        <SelectField
          {...form.field('recipient')}
          label={t('form.recipient')}
          hint={t('form.recipientHint')}
          options={[{ value: '', label: permissions('form.chooseRecipient') }, ...recipients]}
        />
        <KindsField
          id={form.fieldId('categories')}
          only={openableKinds(form.values, chosen?.system)}
          legend={t('form.categories')}
          hint={t('form.categoriesHint')}
          error={form.error('categories')}
          value={form.values.categories}
          onChange={(categories) => form.set('categories', categories)}
        />
        <SelectField
          {...form.field('purposes')}
          label={t('form.purpose')}
          options={[
            { value: '', label: permissions('form.choosePurpose') },
            ...(chosen?.purposes ?? []).map((value) => ({ value, label: purposeName(value) })),
          ]}
        />
        <ChooseOne
          id={form.fieldId('told')}
          legend={t('form.told', { code })}
          hint={t('form.toldHint')}
          error={form.error('told')}
          choices={TOLD.map((value) => ({ value, label: t(`form.tolds.${value}`) }))}
          value={TOLD.find((each) => each === form.values.told)}
          onChange={(told) => form.set('told', told)}
        />
      </Stack>
      <Row>
        <Button type="submit" kind="primary" busy={form.busy}>
          {kind === 'emergency' && emergency.needsTwo ? emergencies('askSecond') : t('form.send')}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </Row>
    </Form>
  );
}

/** Without the kinds that were chosen before, for something else, and are not there to be chosen any more. */
function fitting(values: BasisValues, system: System | undefined): BasisValues {
  const only = openableKinds(values, system);
  return { ...values, categories: values.categories.filter((code) => only.includes(code)) };
}
