import type { LawBasisEntry } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, Row, useWords } from '@accord/ui';
import { useMutation } from '@tanstack/react-query';
import { Trouble } from '../../../app/Trouble.tsx';
import { useTRPC } from '../../../app/trpc.ts';

interface TellThemProps {
  caseId: CaseId;
  basis: LawBasisEntry;
  code: string;
  onChanged: (sentence: string) => Promise<void>;
}

const HOW = ['in-person', 'by-phone'] as const;

/** Says that somebody has told the young person, and how. Their own page has shown it all along. */
export function TellThem({ caseId, basis, code, onChanged }: TellThemProps) {
  const t = useWords('bases');
  const trpc = useTRPC();
  const tell = useMutation(
    trpc.bases.tell.mutationOptions({ onSuccess: () => onChanged(t('toldNow', { code })) }),
  );
  const { basisId, kind, recipient } = basis;
  return (
    <>
      <Row>
        {HOW.map((how) => (
          <Button
            key={how}
            small
            busy={tell.isPending && tell.variables.how === how}
            aria-label={t(`tellNamed.${how}`, { kind: t(`kind.${kind}`), name: recipient.name })}
            onClick={() => tell.mutate({ caseId, basisId, how })}
          >
            {t(`tell.${how}`)}
          </Button>
        ))}
      </Row>
      {tell.error ? <Trouble error={tell.error} onRetry={() => tell.mutate(tell.variables)} /> : null}
    </>
  );
}
