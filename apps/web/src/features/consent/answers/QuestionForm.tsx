import type { AnswerChoices, OverseenCases } from '@accord/consent';
import { DateField, type OptionGroup, SelectField, Stack, useWords } from '@accord/ui';
import { useId } from 'react';
import { day, inDays, listed } from '../../../app/when.ts';
import { kindOptions, purposeOf, type QuestionValues } from './question.ts';

interface QuestionFormProps {
  cases: OverseenCases['cases'];
  /** Of the chosen case; undefined until they are there. */
  choices: AnswerChoices | undefined;
  values: QuestionValues;
  onChange: (values: QuestionValues) => void;
}

/** Case, person, what, use and day. There is nothing to send: the answer comes when all of it is chosen. */
export function QuestionForm({ cases, choices, values, onChange }: QuestionFormProps) {
  const t = useWords('answers');
  const purposes = useWords('purposes');
  const id = useId();
  const what = useWhatOptions(choices?.items ?? []);
  const field = (name: keyof QuestionValues) => ({
    id: `${id}-${name}`,
    value: values[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...values, [name]: event.currentTarget.value }),
  });
  const person = choices?.people.find(({ staffId }) => staffId === values.staffId);
  return (
    <form noValidate aria-label={t('form.label')} onSubmit={(event) => event.preventDefault()}>
      <Stack>
        <SelectField
          {...field('caseId')}
          label={t('form.case')}
          options={[
            { value: '', label: t('form.chooseCase') },
            ...cases.map(({ caseId, codeName }) => ({ value: caseId, label: codeName })),
          ]}
        />
        <SelectField
          {...field('staffId')}
          label={t('form.person')}
          options={[{ value: '', label: t('form.choosePerson') }, ...usePeopleOptions(choices?.people ?? [])]}
        />
        <SelectField
          {...field('what')}
          label={t('form.what')}
          options={[{ value: '', label: t('form.chooseWhat') }, ...what]}
        />
        {person ? (
          <SelectField
            {...field('purpose')}
            value={purposeOf(values, person)}
            label={t('form.purpose')}
            options={person.purposes.map((value) => ({ value, label: purposes(value) }))}
          />
        ) : null}
        <DateField {...field('day')} label={t('form.day')} hint={t('form.dayHint')} max={inDays(0)} />
      </Stack>
    </form>
  );
}

function usePeopleOptions(people: AnswerChoices['people']): OptionGroup[] {
  const t = useWords('answers');
  return [...Map.groupBy(people, ({ agency }) => agency)].map(([group, those]) => ({
    group,
    items: those.map(({ staffId, name, title, hasLeft }) => ({
      value: staffId,
      label: t(hasLeft ? 'form.hasLeft' : 'form.named', { name, title }),
    })),
  }));
}

function useWhatOptions(items: AnswerChoices['items']): OptionGroup[] {
  const t = useWords('answers');
  const kinds = useWords('categories');
  const ofKind = kindOptions.map((code) => ({ value: `kind:${code}`, label: kinds(`${code}.label`) }));
  const ofItems = items.map(({ itemId, categories, at }) => ({
    value: `item:${itemId}`,
    label: t('form.item', { kinds: listed(categories.map((code) => kinds(`${code}.label`))), day: day(at) }),
  }));
  return [
    { group: t('form.kinds'), items: ofKind },
    ...(ofItems.length > 0 ? [{ group: t('form.items'), items: ofItems }] : []),
  ];
}
