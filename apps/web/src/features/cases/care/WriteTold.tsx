import { TOLD_TOPICS, ToldOnceBody, type ToldTopic } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { ChooseMany, SelectField, Stack, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { WouldSee } from '../../../app/audience.tsx';
import { Disclosed, type Close } from '../../../app/Disclosed.tsx';
import { Form } from '../../../app/Form.tsx';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useContractForm } from '../../../app/form.ts';
import { Loaded } from '../../../app/Loaded.tsx';
import { useTRPC, useTRPCClient } from '../../../app/trpc.ts';
import { useBase } from '../useBase.ts';
import type { OpenTold } from './sheets.ts';

/** What is chosen here; how often it had to be told again is counted elsewhere. */
const Told = ToldOnceBody.omit({ again: true });

interface WriteToldProps {
  caseId: CaseId;
  /** What stands there; left out where there is none yet. */
  told?: OpenTold;
  refresh: () => Promise<void>;
}

/** Who holds what they told, by their word, and what not to ask again. There is no field for what it was. */
export function WriteTold({ told, ...rest }: WriteToldProps) {
  const t = useWords('care');
  return told ? (
    <Disclosed label={t('changeTold')} kind="quiet" icon="edit" small>
      {(close) => <ChangeForm {...rest} told={told} close={close} />}
    </Disclosed>
  ) : (
    <Disclosed label={t('addTold')}>
      {(close) => <ToldForm {...rest} from={{ holderId: '', topics: [] }} seen={null} close={close} />}
    </Disclosed>
  );
}

type FormProps = Omit<WriteToldProps, 'told'> & { close: Close };

function ChangeForm({ told, ...rest }: FormProps & { told: OpenTold }) {
  const { revision, opened, guard } = useBase(told, rest.refresh);
  const { holderId, topics } = opened.content.body;
  const standing = { agencyId: holderId, name: opened.holder ?? '' };
  return <ToldForm {...rest} from={{ holderId, topics }} standing={standing} seen={revision} guard={guard} />;
}

interface ToldFormProps extends FormProps {
  from: { holderId: string; topics: readonly ToldTopic[] };
  /** Whoever stands there can stay, also when they are not around any more. */
  standing?: { agencyId: string; name: string };
  seen: number | null;
  guard?: <T>(send: () => Promise<T>) => Promise<T>;
}

function ToldForm({ caseId, refresh, close, from, standing, seen, guard = (send) => send() }: ToldFormProps) {
  const t = useWords('care');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const choices = useQuery(trpc.care.choices.queryOptions({ caseId }));
  const form = useContractForm({
    initial: { holderId: from.holderId, topics: from.topics },
    schema: Told,
    input: (values) => values,
    send: async (told) => {
      const sheet = { kind: 'told-once', told } as const;
      await guard(() => client.care.write.mutate({ caseId, seen, sheet }));
      await refresh();
      close(t('saved'));
    },
    missing: { holderId: t('choose') },
  });
  return (
    <Form form={form} label={t(seen === null ? 'addTold' : 'changeTold')}>
      <Stack>
        <Loaded query={choices} lines={2}>
          {({ agencies }) => (
            <SelectField
              {...form.field('holderId')}
              label={t('holder')}
              hint={t('holderHint')}
              options={[
                { value: '', label: t('choose') },
                ...withStanding(agencies, standing).map(({ agencyId, name }) => ({
                  value: agencyId,
                  label: name,
                })),
              ]}
            />
          )}
        </Loaded>
        <ChooseMany
          id={form.fieldId('topics')}
          legend={t('topics')}
          hint={t('topicsHint')}
          error={form.error('topics')}
          choices={TOLD_TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))}
          value={form.values.topics}
          onChange={(topics) => form.set('topics', topics)}
        />
      </Stack>
      <WouldSee caseId={caseId} category="about-me" />
      <FormButtons form={form} send={t('send')} close={close} />
    </Form>
  );
}

type Agency = { agencyId: string; name: string };

const withStanding = (agencies: readonly Agency[], standing: Agency | undefined): readonly Agency[] =>
  !standing || agencies.some(({ agencyId }) => agencyId === standing.agencyId)
    ? agencies
    : [...agencies, standing];
