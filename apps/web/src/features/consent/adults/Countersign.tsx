import { CountersignInput, type Authority, type Permission } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Button, CheckField, ChooseOne, Section, Stack, TextField, useWords } from '@accord/ui';
import { Form } from '../../../app/Form.tsx';
import { useContractForm } from '../../../app/form.ts';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useTRPCClient } from '../../../app/trpc.ts';
import { listed } from '../../../app/when.ts';
import { useKindsSentence } from '../Kinds.tsx';
import { Paper } from '../papers/Paper.tsx';
import { useWho } from '../signers/useWho.ts';
import css from './adults.module.css';

interface CountersignProps {
  caseId: CaseId;
  permission: Permission;
  /** Who may be asked. */
  authorities: readonly Authority[];
  onSigned: (sentence: string) => Promise<void>;
  close: () => void;
}

const CHECKS = ['understood', 'copyGiven'] as const;
const POINTS = ['stop', 'known', 'passOn', 'help'] as const;

/** An adult with authority signs beside the young person, on the worker's screen and with a witness. */
export function Countersign({ caseId, permission, authorities, onSigned, close }: CountersignProps) {
  const t = useWords('countersign');
  const common = useWords('common');
  const areas = useWords('signers');
  const kinds = useKindsSentence();
  const client = useTRPCClient();
  const who = useWho(authorities);
  const { grantId, recipient, categories } = permission;
  const form = useContractForm({
    initial: {
      authorityId: '',
      method: '' as '' | 'typed' | 'spoken',
      signedName: '',
      witnessName: '',
      understood: false,
      copyGiven: false,
    },
    schema: CountersignInput,
    input: (values) => ({ caseId, grantId, ...values }),
    missing: { authorityId: t('whoMissing'), method: t('methodMissing') },
    send: async (input) => {
      const after = await client.consent.countersign.mutate(input);
      const opened = after.categories.filter((code) => !categories.includes(code));
      await onSigned(
        opened.length > 0 ? t('opened', { name: recipient.name, kinds: kinds(opened) }) : t('stillClosed'),
      );
      close();
    },
  });
  return (
    <Section title={t('title')}>
      <Paper caseId={caseId} permission={permission}>
        {(mayBeSigned) =>
          mayBeSigned ? (
            <Form form={form} label={t('title')}>
              <Stack gap="loose">
                <div>
                  <p>{t('tell')}</p>
                  <ul className={css.points}>
                    {POINTS.map((point) => (
                      <li key={point}>{t(`points.${point}`)}</li>
                    ))}
                  </ul>
                </div>
                <ChooseOne
                  id={form.fieldId('authorityId')}
                  legend={t('who')}
                  error={form.error('authorityId')}
                  choices={authorities.map((one) => ({
                    value: one.authorityId as string,
                    label: who(one),
                    hint: t('whoAreas', {
                      areas: listed(one.domains.map((domain) => areas(`area.${domain}`))),
                    }),
                  }))}
                  value={form.values.authorityId === '' ? undefined : form.values.authorityId}
                  onChange={(authorityId) => form.set('authorityId', authorityId)}
                />
                <ChooseOne
                  id={form.fieldId('method')}
                  legend={t('method')}
                  error={form.error('method')}
                  choices={[
                    { value: 'typed', label: t('typed') },
                    { value: 'spoken', label: t('spoken') },
                  ]}
                  value={form.values.method === '' ? undefined : form.values.method}
                  onChange={(method) => form.set('method', method)}
                />
                <TextField {...form.field('signedName')} label={t('name')} autoComplete="off" />
                <TextField
                  {...form.field('witnessName')}
                  label={t('witness')}
                  hint={t('witnessHint')}
                  autoComplete="off"
                />
                <Stack gap="tight">
                  {CHECKS.map((check) => (
                    <CheckField
                      key={check}
                      id={form.fieldId(check)}
                      label={t(check)}
                      error={form.error(check)}
                      checked={form.values[check]}
                      onChange={(checked) => form.set(check, checked)}
                    />
                  ))}
                </Stack>
              </Stack>
              <FormButtons form={form} send={t('send')} close={close} />
            </Form>
          ) : (
            <Button onClick={close}>{common('cancel')}</Button>
          )
        }
      </Paper>
    </Section>
  );
}
