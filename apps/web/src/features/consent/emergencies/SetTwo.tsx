import { Button, Row, Stack, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { Trouble } from '../../../app/Trouble.tsx';
import { useTRPC } from '../../../app/trpc.ts';

interface SetTwoProps {
  needsTwo: boolean;
  onChanged: (sentence: string) => Promise<void>;
}

/** Whether two people open an emergency here: what holds, and one press that changes it. */
export function SetTwo({ needsTwo, onChanged }: SetTwoProps) {
  const t = useWords('emergencies');
  const trpc = useTRPC();
  const want = useMutation(
    trpc.emergencies.wantTwo.mutationOptions({ onSuccess: () => onChanged(t('set.changed')) }),
  );
  return (
    <Stack gap="tight">
      <p>{t(needsTwo ? 'set.two' : 'set.one')}</p>
      <Row>
        <Button small busy={want.isPending} onClick={() => want.mutate({ needsTwo: !needsTwo })}>
          {t(needsTwo ? 'set.wantOne' : 'set.wantTwo')}
        </Button>
      </Row>
      {want.error ? <Trouble error={want.error} onRetry={() => want.mutate(want.variables)} /> : null}
    </Stack>
  );
}
