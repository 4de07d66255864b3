import { DUTIES, type DutyRule, EMERGENCIES, type LawBasisKind, LONGEST_BASIS_DAYS } from '@accord/consent';
import { ChooseOne, DateField, SelectField, TextField, useWords } from '@accord/ui';
import type { useContractForm } from '../../../app/form.ts';
import { inDays } from '../../../app/when.ts';
import type { BasisValues } from './basis-values.ts';

type BasisForm = Pick<
  ReturnType<typeof useContractForm<BasisValues, never>>,
  'field' | 'fieldId' | 'error' | 'set' | 'values'
>;
type Paper = Exclude<LawBasisKind, 'emergency'>;

const DUTY_RULES = Object.keys(DUTIES) as DutyRule[];
const SIGHTS = ['see', 'know'] as const;
const MINUTES = ['15', '30', '60'] as const;

/** What names the basis, and until when it holds. */
export function PaperFields({ kind, form }: { kind: LawBasisKind; form: BasisForm }) {
  return kind === 'emergency' ? <EmergencyFields form={form} /> : <NumberFields kind={kind} form={form} />;
}

function EmergencyFields({ form }: { form: BasisForm }) {
  const t = useWords('bases');
  return (
    <>
      <ChooseOne
        id={form.fieldId('nature')}
        legend={t('form.nature')}
        error={form.error('nature')}
        choices={EMERGENCIES.map((value) => ({ value, label: t(`natures.${value}`) }))}
        value={EMERGENCIES.find((each) => each === form.values.nature)}
        onChange={(nature) => form.set('nature', nature)}
      />
      <SelectField
        {...form.field('minutes')}
        label={t('form.minutes')}
        options={MINUTES.map((value) => ({ value, label: t('form.minute', { count: Number(value) }) }))}
      />
    </>
  );
}

function NumberFields({ kind, form }: { kind: Paper; form: BasisForm }) {
  const t = useWords('bases');
  return (
    <>
      {kind === 'mandate' ? (
        <ChooseOne
          id={form.fieldId('duty')}
          legend={t('form.duty')}
          error={form.error('duty')}
          choices={DUTY_RULES.map((value) => ({
            value,
            label: t(`duties.${value}`),
            hint: DUTIES[value].cite,
          }))}
          value={DUTY_RULES.find((each) => each === form.values.duty)}
          onChange={(duty) => form.set('duty', duty)}
        />
      ) : null}
      {kind === 'team_statute' ? (
        <ChooseOne
          id={form.fieldId('sight')}
          legend={t('form.sight')}
          error={form.error('sight')}
          choices={SIGHTS.map((value) => ({ value, label: t(`form.sights.${value}`) }))}
          value={SIGHTS.find((each) => each === form.values.sight)}
          onChange={(sight) => form.set('sight', sight)}
        />
      ) : null}
      <TextField
        {...form.field('number')}
        label={t(`form.number.${kind}`)}
        hint={t('form.numberHint')}
        maxLength={40}
        autoComplete="off"
      />
      {kind === 'court_order' ? (
        <TextField {...form.field('subpoena')} label={t('form.subpoena')} maxLength={40} autoComplete="off" />
      ) : null}
      {kind === 'team_statute' ? null : (
        <DateField {...form.field('issuedOn')} label={t(`form.issuedOn.${kind}`)} max={inDays(0)} />
      )}
      <DateField
        {...form.field('endsOn')}
        label={t('form.endsOn')}
        hint={t(`form.endsOnHint.${kind}`)}
        min={inDays(0)}
        max={inDays(LONGEST_BASIS_DAYS[kind])}
      />
    </>
  );
}
