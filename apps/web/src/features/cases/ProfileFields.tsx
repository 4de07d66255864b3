import { DateField, Stack, TextField, useWords } from '@accord/ui';
import type { ReactNode } from 'react';

/** What a worker writes about a young person, as the fields of a form hold it. */
export const EMPTY_PROFILE = { name: '', bornOn: '', pronouns: '', language: '', safeContact: '' };
export type ProfileValues = typeof EMPTY_PROFILE;

/** An empty optional field is not an answer. */
export function profileInput({ name, ...rest }: ProfileValues) {
  const answered = Object.entries(rest).filter(([, value]) => value.trim() !== '');
  return { name, ...(Object.fromEntries(answered) as Partial<typeof rest>) };
}

interface ProfileFieldsProps {
  field: (name: keyof ProfileValues) => {
    id: string;
    value: string;
    error: ReactNode;
    onChange: (event: { currentTarget: { value: string } }) => void;
  };
}

export function ProfileFields({ field }: ProfileFieldsProps) {
  const t = useWords('cases');
  const common = useWords('common');
  const optional = (label: string) => common('optional', { label });
  const text = ['pronouns', 'language', 'safeContact'] as const;
  return (
    <Stack gap="loose">
      <TextField {...field('name')} label={t('create.name')} hint={t('create.nameHint')} autoComplete="off" />
      <DateField {...field('bornOn')} label={optional(t('create.bornOn'))} hint={t('create.bornOnHint')} />
      {text.map((name) => (
        <TextField
          key={name}
          {...field(name)}
          label={optional(t(`create.${name}`))}
          hint={t(`create.${name}Hint`)}
          autoComplete="off"
        />
      ))}
    </Stack>
  );
}
