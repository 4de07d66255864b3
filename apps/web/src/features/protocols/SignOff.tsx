import { SignOffInput } from '@accord/protocols';
import { ChooseOne, Section, TextField, useWords } from '@accord/ui';
import { Disclosed, type Close } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { FormButtons } from '../../app/FormButtons.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPCClient } from '../../app/trpc.ts';
import { day } from '../../app/when.ts';
import css from './protocols.module.css';
import type { Reading } from './reading.ts';

/** Who said yes to which version, and an advisor's own yes. `ownName` is null for staff. */
export function SignOff({ page, refresh, ownName }: Reading & { ownName: string | null }) {
  const t = useWords('protocols');
  const { signOffs, signed, status, holds, may } = page;
  return (
    <Section title={t('sign.title')}>
      {signOffs.length > 0 ? (
        <ul className={css.signs}>
          {signOffs.map(({ version, as, at }) => (
            <li key={at}>{t('sign.by', { name: as, version, day: day(at) })}</li>
          ))}
        </ul>
      ) : (
        <p className={css.soft}>{t('sign.none')}</p>
      )}
      {signed ? <p>{t('sign.signed')}</p> : null}
      {status === 'in-review' && holds.includes('objection') ? (
        <p className={css.soft}>{t('sign.blocked')}</p>
      ) : null}
      {ownName !== null && may.includes('sign') ? (
        <Disclosed label={t('sign.open')} kind="primary">
          {(close) => <SignForm page={page} refresh={refresh} ownName={ownName} close={close} />}
        </Disclosed>
      ) : null}
    </Section>
  );
}

interface SignFormProps extends Reading {
  ownName: string;
  close: Close;
}

/** One's own name or another one: what is shown is chosen each time. */
function SignForm({ page: { protocolId, version }, refresh, ownName, close }: SignFormProps) {
  const t = useWords('protocols');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { as: 'own' as 'own' | 'other', pseudonym: '' },
    schema: SignOffInput,
    input: ({ as, pseudonym }) => ({ protocolId, version, ...(as === 'other' ? { pseudonym } : {}) }),
    send: async (input) => {
      await client.reviews.signOff.mutate(input);
      await refresh();
      close(t('sign.sent'));
    },
  });
  return (
    <Form form={form} label={t('sign.open')}>
      <p>{t('sign.lead', { version })}</p>
      <ChooseOne
        id={form.fieldId('as')}
        legend={t('sign.as')}
        choices={[
          { value: 'own', label: t('sign.own', { name: ownName }) },
          { value: 'other', label: t('sign.other'), hint: t('sign.otherHint') },
        ]}
        value={form.values.as}
        onChange={(as) => form.set('as', as)}
      />
      {form.values.as === 'other' ? (
        <TextField {...form.field('pseudonym')} label={t('sign.name')} autoComplete="off" />
      ) : null}
      <FormButtons form={form} send={t('sign.send', { version })} close={close} />
    </Form>
  );
}
