import { CaseId } from '@accord/kernel';
import type { Inbox } from '@accord/consent';
import { Button, DateField, Section, SelectField, Stack, useWords } from '@accord/ui';
import { useId, useState, type FormEvent } from 'react';
import { inDays } from '../../app/when.ts';

interface AskAboutDayProps {
  cases: Inbox['cases'];
  onAnswer: (caseId: CaseId, day: string) => void;
}

/** "Could they see this on a day?": the case and the day, and then the table of that day says it and why. */
export function AskAboutDay({ cases, onAnswer }: AskAboutDayProps) {
  const t = useWords('inbox');
  const id = useId();
  const [chosen, setChosen] = useState('');
  const [day, setDay] = useState(inDays(0));
  const [missing, setMissing] = useState(false);
  if (cases.length === 0) return null;

  const send = (event: FormEvent) => {
    event.preventDefault();
    const caseId = CaseId.safeParse(chosen);
    setMissing(!caseId.success);
    if (caseId.success) onAnswer(caseId.data, day || inDays(0));
    else document.getElementById(`${id}-case`)?.focus();
  };

  return (
    <Section title={t('answer.title')}>
      <form noValidate onSubmit={send}>
        <Stack>
          <p>{t('answer.lead')}</p>
          <SelectField
            id={`${id}-case`}
            label={t('answer.case')}
            error={missing ? t('answer.chooseCase') : undefined}
            value={chosen}
            onChange={(event) => {
              setChosen(event.currentTarget.value);
              setMissing(false);
            }}
            options={[
              { value: '', label: t('answer.chooseCase') },
              ...cases.map(({ caseId, codeName }) => ({ value: caseId, label: codeName })),
            ]}
          />
          <DateField
            id={`${id}-day`}
            label={t('answer.day')}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <div>
            <Button type="submit">{t('answer.show')}</Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
