import { ConveneInput } from '@accord/meetings';
import type { CaseId, ItemId, StaffId } from '@accord/kernel';
import { Button, ChooseMany, DateTimeField, Page, Row, Stack, TextField, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { WouldSee } from '../../app/audience.tsx';
import { Form } from '../../app/Form.tsx';
import { useContractForm } from '../../app/form.ts';
import { Loaded } from '../../app/Loaded.tsx';
import { NotShared } from '../../app/routeStates.tsx';
import { useTRPC, useTRPCClient } from '../../app/trpc.ts';
import { useNotShared } from '../../app/useNotShared.ts';
import { instantOf } from '../../app/when.ts';

interface CallMeetingProps {
  caseId: CaseId;
  /** The link back to the case. */
  above: ReactNode;
  onCalled: (meetingId: ItemId) => Promise<void>;
}

/** Calls a team meeting: when, where, and who is invited of those who would see it. */
export function CallMeeting({ caseId, above, onCalled }: CallMeetingProps) {
  const t = useWords('meetings');
  const common = useWords('common');
  const client = useTRPCClient();
  const query = useQuery({
    ...useTRPC().meetings.invitees.queryOptions({ caseId }),
    retryOnMount: false,
  });
  const form = useContractForm({
    initial: { what: '', startsAt: '', place: '', invited: [] as StaffId[] },
    schema: ConveneInput,
    input: ({ what, startsAt, place, invited }) => ({
      caseId,
      what,
      startsAt: instantOf(startsAt),
      ...(place.trim() ? { place } : {}),
      invited,
    }),
    send: async (input) => onCalled((await client.meetings.convene.mutate(input)).itemId),
  });
  if (useNotShared(query)) return <NotShared />;
  return (
    <Page title={t('call')} above={above} lead={t('callLead')}>
      <Form form={form} label={t('call')}>
        <Stack>
          <TextField {...form.field('what')} label={t('what')} hint={t('whatHint')} />
          <DateTimeField {...form.field('startsAt')} label={t('startsAt')} />
          <TextField {...form.field('place')} label={common('optional', { label: t('place') })} />
          <Loaded query={query} lines={3}>
            {({ people }) =>
              people.length === 0 ? (
                <p>{t('nobody')}</p>
              ) : (
                <ChooseMany
                  id={form.fieldId('invited')}
                  legend={t('invited')}
                  hint={t('invitedHint')}
                  error={form.error('invited')}
                  choices={people.map(({ staffId, name, title, agency }) => ({
                    value: staffId,
                    label: t('person', { name, title, agency }),
                  }))}
                  value={form.values.invited}
                  onChange={(invited) => form.set('invited', invited)}
                />
              )
            }
          </Loaded>
        </Stack>
        <WouldSee caseId={caseId} category="meetings" />
        <Row>
          <Button type="submit" kind="primary" busy={form.busy}>
            {t('callSend')}
          </Button>
        </Row>
      </Form>
    </Page>
  );
}
