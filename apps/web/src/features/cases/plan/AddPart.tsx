import type { CaseId } from '@accord/kernel';
import { AddPartInput, DOMAINS, ENTRIES, findEntry, type PlanEntry } from '@accord/plans';
import { type OptionGroup, SelectField, Stack, useLanguage, useWords } from '@accord/ui';
import { WouldSee } from '../../../app/audience.tsx';
import { Disclosed, type Close } from '../../../app/Disclosed.tsx';
import { Form } from '../../../app/Form.tsx';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useContractForm } from '../../../app/form.ts';
import { useTRPCClient } from '../../../app/trpc.ts';
import { PartFields, partInput } from './PartFields.tsx';

interface AddPartProps {
  caseId: CaseId;
  refresh: () => Promise<void>;
}

export function AddPart(props: AddPartProps) {
  const t = useWords('needs');
  return <Disclosed label={t('add')}>{(close) => <PartForm {...props} close={close} />}</Disclosed>;
}

/** One list for all: strengths stand at its top, needs by the part of life that they belong to. */
function useChoices(): OptionGroup[] {
  const t = useWords('needs');
  const language = useLanguage();
  const group = (label: string, of: (entry: PlanEntry) => boolean): OptionGroup => ({
    group: label,
    items: ENTRIES.filter(of).map(({ id, name }) => ({ value: id, label: name[language] })),
  });
  return [
    group(t('kinds.strength'), ({ kind }) => kind === 'strength'),
    ...DOMAINS.map((domain) =>
      group(
        t('needIn', { domain: t(`domains.${domain}`) }),
        (entry) => entry.kind === 'need' && entry.domain === domain,
      ),
    ),
    group(t('kinds.fear'), ({ kind }) => kind === 'fear'),
    group(t('kinds.obligation'), ({ kind }) => kind === 'obligation'),
  ];
}

function PartForm({ caseId, refresh, close }: AddPartProps & { close: Close }) {
  const t = useWords('needs');
  const client = useTRPCClient();
  const choices = useChoices();
  const form = useContractForm({
    initial: { entry: '', ownWords: '', rating: '', adultWords: '' },
    schema: AddPartInput,
    input: ({ entry, rating, ...words }) => ({
      caseId,
      entry,
      // What was chosen for a need before it became something else is not sent.
      ...partInput({ ...words, rating: isNeed(entry) ? rating : '' }),
    }),
    send: async (input) => {
      await client.plans.add.mutate(input);
      await refresh();
      close(t('saved'));
    },
  });
  const chosen = findEntry(form.values.entry);
  return (
    <Form form={form} label={t('add')}>
      <Stack>
        <SelectField
          {...form.field('entry')}
          label={t('entry')}
          hint={t('entryHint')}
          options={[{ value: '', label: t('choose') }, ...choices]}
        />
        <PartFields field={form.field} isNeed={chosen?.kind === 'need'} />
      </Stack>
      {chosen ? <WouldSee caseId={caseId} category={chosen.category} /> : null}
      <FormButtons form={form} send={t('send')} close={close} />
    </Form>
  );
}

const isNeed = (entry: string) => findEntry(entry)?.kind === 'need';
