import { GUEST_ROLES, GuestInput, InviteInput, type Room } from '@accord/meetings';
import { Row, SelectField, Stack, TextField, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { Disclosed, type Close } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { FormButtons } from '../../app/FormButtons.tsx';
import { useContractForm } from '../../app/form.ts';
import { Loaded } from '../../app/Loaded.tsx';
import { useTRPC, useTRPCClient } from '../../app/trpc.ts';
import type { MeetingAt } from './useMeeting.ts';

interface AddPeopleProps {
  at: MeetingAt;
  room: Room;
  refresh: () => Promise<void>;
}

/** One more with an account, or somebody without one. */
export function AddPeople(props: AddPeopleProps) {
  const t = useWords('meetings');
  return (
    <Row>
      <Disclosed label={t('invite')}>{(close) => <InviteForm {...props} close={close} />}</Disclosed>
      <Disclosed label={t('addGuest')}>{(close) => <GuestForm {...props} close={close} />}</Disclosed>
    </Row>
  );
}

type FormProps = AddPeopleProps & { close: Close };

function InviteForm({ at, refresh, close }: FormProps) {
  const t = useWords('meetings');
  const client = useTRPCClient();
  const query = useQuery(useTRPC().meetings.invitees.queryOptions({ caseId: at.caseId }));
  const form = useContractForm({
    initial: { staffId: '' },
    schema: InviteInput,
    input: ({ staffId }) => ({ ...at, staffId }),
    send: async (input) => {
      await client.meetings.invite.mutate(input);
      await refresh();
      close(t('inviteDone'));
    },
  });
  return (
    <Form form={form} label={t('invite')}>
      <Loaded query={query} lines={2}>
        {({ people }) =>
          people.length === 0 ? (
            <p>{t('nobody')}</p>
          ) : (
            <SelectField
              {...form.field('staffId')}
              label={t('inviteWho')}
              hint={t('invitedHint')}
              options={[
                { value: '', label: t('choose') },
                ...people.map(({ staffId, name, title, agency }) => ({
                  value: staffId,
                  label: t('person', { name, title, agency }),
                })),
              ]}
            />
          )
        }
      </Loaded>
      <FormButtons form={form} send={t('inviteSend')} close={close} />
    </Form>
  );
}

function GuestForm({ at, room, refresh, close }: FormProps) {
  const t = useWords('meetings');
  const client = useTRPCClient();
  const query = useQuery(useTRPC().identity.colleagues.queryOptions());
  const form = useContractForm({
    initial: { role: '', name: '', agencyId: '' },
    schema: GuestInput,
    input: ({ role, name, agencyId }) => ({ ...at, role, name, agencyId: agencyId || null }),
    send: async (input) => {
      await client.meetings.addGuest.mutate(input);
      await refresh();
      close(t('guestDone'));
    },
  });
  const agencies = query.data?.agencies ?? [];
  return (
    <Form form={form} label={t('addGuest')}>
      <Stack>
        <SelectField
          {...form.field('role')}
          label={t('guestRole')}
          options={[
            { value: '', label: t('choose') },
            ...GUEST_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) })),
          ]}
        />
        <TextField {...form.field('name')} label={t('guestName')} />
        <SelectField
          {...form.field('agencyId')}
          label={t('guestAgency')}
          hint={t('guestAgencyHint', { code: room.codeName })}
          options={[
            { value: '', label: t('guestUnknown') },
            ...agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name })),
          ]}
        />
      </Stack>
      <FormButtons form={form} send={t('guestSend')} close={close} />
    </Form>
  );
}
