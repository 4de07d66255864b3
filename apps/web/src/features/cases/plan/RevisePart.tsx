import type { CaseId } from '@accord/kernel';
import { RevisePartInput } from '@accord/plans';
import { Stack, useWords } from '@accord/ui';
import { Disclosed, type Close } from '../../../app/Disclosed.tsx';
import { Form } from '../../../app/Form.tsx';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useContractForm } from '../../../app/form.ts';
import { useTRPCClient } from '../../../app/trpc.ts';
import { Conflict } from '../Conflict.tsx';
import { useBase } from '../useBase.ts';
import { PartFields, partInput, type PartValues } from './PartFields.tsx';
import { type OpenPart, ratingOf } from './parts.ts';

interface RevisePartProps {
  caseId: CaseId;
  part: OpenPart;
  name: string;
  refresh: () => Promise<void>;
}

/** Another wording or rating of a part; the older ones are kept. */
export function RevisePart({ name, ...rest }: RevisePartProps) {
  const t = useWords('needs');
  return (
    <Disclosed label={t('change')} name={t('changeNamed', { name })} kind="quiet" icon="edit" small>
      {(close) => <ReviseForm {...rest} close={close} />}
    </Disclosed>
  );
}

function ReviseForm({ caseId, part, refresh, close }: Omit<RevisePartProps, 'name'> & { close: Close }) {
  const t = useWords('needs');
  const client = useTRPCClient();
  const { revision, opened, hasMoved, guard } = useBase(part, refresh);
  const form = useContractForm({
    initial: valuesOf(opened),
    schema: RevisePartInput,
    input: (values) => ({ caseId, itemId: part.itemId, revision, ...partInput(values) }),
    send: async (input) => {
      await guard(() => client.plans.revise.mutate(input));
      await refresh();
      close(t('changed'));
    },
  });
  const now = valuesOf(part);
  const differences = (['ownWords', 'adultWords'] as const)
    .map((field) => ({ label: t(field), now: now[field], yours: form.values[field] }))
    .filter((each) => each.now !== each.yours);
  return (
    <Form form={form} label={t('change')}>
      {hasMoved && !form.busy ? <Conflict changed={part.changed} differences={differences} kept /> : null}
      <Stack>
        <PartFields field={form.field} isNeed={part.kind === 'need'} />
      </Stack>
      <FormButtons form={form} send={t('changeSend')} close={close} />
    </Form>
  );
}

function valuesOf(part: OpenPart): PartValues {
  const { ownWords, adultWords = '' } = part.content.body;
  return { ownWords, adultWords, rating: ratingOf(part) ?? '' };
}
