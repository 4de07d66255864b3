import { DecideInput, type Room } from '@accord/meetings';
import { Notice, SelectField, Stack, TextArea, useWords } from '@accord/ui';
import { Disclosed, type Close } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { FormButtons } from '../../app/FormButtons.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPCClient } from '../../app/trpc.ts';
import { listed } from '../../app/when.ts';
import type { MeetingAt } from './useMeeting.ts';

interface DecideProps {
  at: MeetingAt;
  room: Room;
  refresh: () => Promise<void>;
}

/** A decision, with who of those who are here could read it said above the button. */
export function Decide(props: DecideProps) {
  const t = useWords('meetings');
  return <Disclosed label={t('decide')}>{(close) => <DecideForm {...props} close={close} />}</Disclosed>;
}

function DecideForm({ at, room, refresh, close }: DecideProps & { close: Close }) {
  const t = useWords('meetings');
  const kinds = useWords('categories');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { text: '', category: room.hearers[0]?.category ?? '' },
    schema: DecideInput,
    input: ({ text, category }) => ({ ...at, text, category }),
    send: async (input) => {
      await client.meetings.decide.mutate(input);
      await refresh();
      close(t('decideDone'));
    },
  });
  const heard = room.hearers.find(({ category }) => category === form.values.category);
  const names = heard ? [...heard.names, ...(heard.young && room.youngHere ? [room.codeName] : [])] : [];
  return (
    <Form form={form} label={t('decide')}>
      <Stack>
        <TextArea {...form.field('text')} label={t('decideText')} rows={3} />
        <SelectField
          {...form.field('category')}
          label={t('decideKind')}
          options={room.hearers.map(({ category }) => ({
            value: category,
            label: kinds(`${category}.label`),
          }))}
        />
      </Stack>
      <Notice tone="plum">
        {heard?.everyone
          ? t('decideEveryone')
          : names.length > 0
            ? t('decideSome', { names: listed(names) })
            : t('decideNobody')}
      </Notice>
      <FormButtons form={form} send={t('decideSend')} close={close} />
    </Form>
  );
}
