import { DeclineReason } from '@accord/cases';
import { Button, SelectField, useWords } from '@accord/ui';
import { useId, useState } from 'react';
import css from './referral.module.css';

interface DeclineProps {
  part: 'owner' | 'receiver';
  busy: boolean;
  onDecline: (reason: DeclineReason) => void;
}

/** A no with its reason: a code out of a short list, and no text. */
export function Decline({ part, busy, onDecline }: DeclineProps) {
  const t = useWords('referrals');
  const states = useWords('states');
  const id = useId();
  const [chosen, setChosen] = useState('');
  const [missing, setMissing] = useState(false);
  const decline = () => {
    const reason = DeclineReason.safeParse(chosen).data;
    setMissing(reason === undefined);
    if (reason) onDecline(reason);
    else document.getElementById(id)?.focus();
  };
  return (
    <div className={css.decline}>
      <SelectField
        id={id}
        label={t(part === 'owner' ? 'why' : 'whyOwn')}
        error={missing ? t(`whyMissing.${part}`) : undefined}
        value={chosen}
        onChange={(event) => {
          setChosen(event.currentTarget.value);
          setMissing(false);
        }}
        options={[
          { value: '', label: t('choose') },
          ...DeclineReason.options.map((code) => ({ value: code, label: upper(states(`declined.${code}`)) })),
        ]}
      />
      <Button busy={busy} onClick={decline}>
        {t(`${part}.decline`)}
      </Button>
    </div>
  );
}

const upper = (text: string) => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
