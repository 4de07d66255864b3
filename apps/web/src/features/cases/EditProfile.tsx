import { EditProfileInput } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { useWords } from '@accord/ui';
import type { Close } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { FormButtons } from '../../app/FormButtons.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPCClient } from '../../app/trpc.ts';
import type { OpenProfile } from './arrange.ts';
import { Conflict } from './Conflict.tsx';
import { EMPTY_PROFILE, ProfileFields, profileInput, type ProfileValues } from './ProfileFields.tsx';
import { useBase } from './useBase.ts';

interface EditProfileProps {
  caseId: CaseId;
  profile: OpenProfile;
  refresh: () => Promise<void>;
  close: Close;
}

/** What is known about a young person, changed: the older version is kept. */
export function EditProfile({ caseId, profile, refresh, close }: EditProfileProps) {
  const t = useWords('plan');
  const cases = useWords('cases');
  const client = useTRPCClient();
  const { revision, opened, hasMoved, guard } = useBase(profile, refresh);
  const form = useContractForm({
    initial: valuesOf(opened),
    schema: EditProfileInput,
    input: (values) => ({ caseId, revision, ...profileInput(values) }),
    send: async (input) => {
      await guard(() => client.cases.editProfile.mutate(input));
      await refresh();
      close(t('profile.saved'));
    },
  });
  const theirs = valuesOf(profile);
  const differences = (Object.keys(EMPTY_PROFILE) as (keyof ProfileValues)[]).flatMap((name) =>
    theirs[name] === form.values[name]
      ? []
      : [{ label: cases(`create.${name}`), now: theirs[name], yours: form.values[name] }],
  );
  return (
    <Form form={form} label={t('profile.edit')}>
      {hasMoved && !form.busy ? <Conflict changed={profile.changed} differences={differences} kept /> : null}
      <ProfileFields field={form.field} />
      <FormButtons form={form} send={t('profile.save')} close={close} />
    </Form>
  );
}

function valuesOf({ content: { body } }: OpenProfile): ProfileValues {
  const { name, bornOn = '', pronouns = '', language = '', safeContact = '' } = body;
  return { name, bornOn, pronouns, language, safeContact };
}
