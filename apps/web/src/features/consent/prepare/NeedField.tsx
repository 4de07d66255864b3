import { leastFor, type Need, NEEDS } from '@accord/consent';
import { ChooseOne, Notice, Stack, useWords } from '@accord/ui';
import { useKindsSentence } from '../Kinds.tsx';
import type { NamedRecipient } from '../recipients.ts';

interface NeedFieldProps {
  id: string;
  value: Need | '';
  recipient: NamedRecipient | undefined;
  onChange: (need: Need) => void;
}

/** What it is for: the least that answers it is filled in below, and said here. */
export function NeedField({ id, value, recipient, onChange }: NeedFieldProps) {
  const t = useWords('permissions');
  const why = useWords('why');
  const sentence = useKindsSentence();
  const least = value === '' || !recipient ? null : leastFor(value, recipient.system);
  return (
    <Stack>
      <ChooseOne<Need>
        id={id}
        legend={t('form.why')}
        hint={t('form.whyHint')}
        choices={NEEDS.map((need) => ({ value: need, label: why(`needs.${need}`) }))}
        value={value === '' ? undefined : value}
        onChange={onChange}
      />
      {least && recipient ? (
        <Notice tone={least.purpose === null ? 'care' : 'plum'}>
          {least.purpose === null
            ? t('form.noUse', { agency: recipient.agency })
            : t('form.least', { kinds: sentence(least.categories), days: least.days })}
        </Notice>
      ) : null}
    </Stack>
  );
}
