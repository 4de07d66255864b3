import type { StaffId } from '@accord/kernel';
import { Button, Row, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { Trouble } from '../../../app/Trouble.tsx';
import { useTRPC } from '../../../app/trpc.ts';

interface TakeOffProps {
  staffId: StaffId;
  name: string;
  onChanged: (sentence: string) => Promise<void>;
}

/** Takes somebody off call: from then on they agree to nothing. */
export function TakeOff({ staffId, name, onChanged }: TakeOffProps) {
  const t = useWords('emergencies');
  const trpc = useTRPC();
  const off = useMutation(
    trpc.emergencies.takeOffCall.mutationOptions({ onSuccess: () => onChanged(t('set.offDone', { name })) }),
  );
  return (
    <div>
      <Row>
        <span>{name}</span>
        <Button
          small
          busy={off.isPending}
          aria-label={t('set.offNamed', { name })}
          onClick={() => off.mutate({ staffId })}
        >
          {t('set.off')}
        </Button>
      </Row>
      {off.error ? <Trouble error={off.error} onRetry={() => off.mutate({ staffId })} /> : null}
    </div>
  );
}
