import { PackageAskInput, type PackagePreview, type Packages } from '@accord/cases';
import { type CategoryCode, DEMANDS } from '@accord/consent';
import {
  Button,
  CheckField,
  ChooseOne,
  DateField,
  Notice,
  Row,
  SelectField,
  Stack,
  TextField,
  useWords,
} from '@accord/ui';
import { useState } from 'react';
import { type Close, Disclosed } from '../../../app/Disclosed.tsx';
import { Form } from '../../../app/Form.tsx';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useContractForm } from '../../../app/form.ts';
import { problemOf } from '../../../app/problem.ts';
import { useTRPCClient } from '../../../app/trpc.ts';
import { inDays } from '../../../app/when.ts';
import { AskedKinds } from './AskedKinds.tsx';
import { Preview } from './Preview.tsx';

interface PrepareProps {
  desk: Packages;
  onChanged: () => Promise<void>;
}

/** Says what was asked for, shows what is in it and what is not, and gives it to a second person. */
export function PreparePackage(props: PrepareProps) {
  const t = useWords('packages');
  return (
    <Disclosed label={t('prepare.open')}>{(close) => <PrepareForm {...props} close={close} />}</Disclosed>
  );
}

function PrepareForm({ desk, onChanged, close }: PrepareProps & { close: Close }) {
  const t = useWords('packages');
  const client = useTRPCClient();
  const [seen, setSeen] = useState<{ input: PackageAskInput; preview: PackagePreview } | null>(null);
  const form = useAsk(desk, async (input) =>
    setSeen({ input, preview: await client.packages.preview.query(input) }),
  );
  return (
    <>
      <div hidden={seen !== null}>
        <Form form={form} label={t('prepare.open')}>
          <Fields form={form} desk={desk} />
          <FormButtons form={form} send={t('prepare.see')} close={close} />
        </Form>
      </div>
      {seen ? (
        <Stack>
          <Preview preview={seen.preview} />
          <Sending
            send={async () => {
              await client.packages.prepare.mutate(seen.input);
              await onChanged();
              close(t('prepare.done'));
            }}
            change={() => setSeen(null)}
          />
        </Stack>
      ) : null}
    </>
  );
}

function useAsk({ caseId }: Packages, send: (input: PackageAskInput) => Promise<void>) {
  return useContractForm({
    initial: {
      demand: '',
      basisId: '',
      number: '',
      receivedOn: inDays(0),
      dueOn: '',
      kinds: [] as CategoryCode[],
      firstDay: '',
      lastDay: inDays(0),
      isQuiet: false,
      quietUntil: '',
    },
    schema: PackageAskInput,
    input: ({ demand, basisId, isQuiet, quietUntil, ...asked }) => ({
      ...asked,
      caseId,
      demand,
      ...(demand === 'court-order' ? { basisId, ...(isQuiet ? { quietUntil } : {}) } : {}),
    }),
    send,
  });
}

function Fields({ form, desk: { orders } }: { form: ReturnType<typeof useAsk>; desk: Packages }) {
  const t = useWords('packages');
  const { demand, basisId, kinds, isQuiet } = form.values;
  const order = orders.find((each) => each.basisId === basisId);
  const isOrder = demand === 'court-order';
  return (
    <Stack>
      <ChooseOne
        id={form.fieldId('demand')}
        legend={t('prepare.demand')}
        error={form.error('demand')}
        choices={DEMANDS.map((value) => ({
          value,
          label: t(`prepare.demands.${value}`),
          ...(value === 'public-records' ? { hint: t('prepare.publicHint') } : {}),
        }))}
        value={DEMANDS.find((each) => each === demand)}
        onChange={(value) => form.set('demand', value)}
      />
      {isOrder && orders.length === 0 ? <Notice tone="care">{t('prepare.orderNone')}</Notice> : null}
      {isOrder && orders.length > 0 ? (
        <SelectField
          {...form.field('basisId')}
          label={t('prepare.order')}
          onChange={(event) => {
            const chosen = orders.find((each) => each.basisId === event.currentTarget.value);
            form.set('basisId', event.currentTarget.value);
            if (chosen) form.set('kinds', chosen.kinds);
          }}
          options={[
            { value: '', label: t('prepare.orderChoose') },
            ...orders.map((each) => ({
              value: each.basisId,
              label: t('prepare.orderName', { number: each.number, name: each.for }),
            })),
          ]}
        />
      ) : null}
      <TextField
        {...form.field('number')}
        label={t('prepare.number')}
        hint={t('prepare.numberHint')}
        autoComplete="off"
      />
      <DateField {...form.field('receivedOn')} label={t('prepare.receivedOn')} />
      <DateField {...form.field('dueOn')} label={t('prepare.dueOn')} />
      <AskedKinds
        id={form.fieldId('kinds')}
        first={isOrder ? order?.kinds : undefined}
        error={form.error('kinds')}
        value={kinds}
        onChange={(codes) => form.set('kinds', codes)}
      />
      <DateField {...form.field('firstDay')} label={t('prepare.firstDay')} />
      <DateField {...form.field('lastDay')} label={t('prepare.lastDay')} />
      {isOrder ? (
        <CheckField
          id={form.fieldId('isQuiet')}
          label={t('prepare.quiet')}
          hint={t('prepare.quietHint')}
          checked={isQuiet}
          onChange={(checked) => form.set('isQuiet', checked)}
        />
      ) : null}
      {isOrder && isQuiet ? (
        <DateField {...form.field('quietUntil')} label={t('prepare.quietUntil')} />
      ) : null}
    </Stack>
  );
}

/** The last step: it waits for a second person then. */
function Sending({ send, change }: { send: () => Promise<void>; change: () => void }) {
  const t = useWords('packages');
  const problems = useWords('problems');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const act = async () => {
    setBusy(true);
    setSaid(null);
    try {
      await send();
    } catch (error) {
      setSaid(problemOf(error).sentence ?? problems('offlineTitle'));
      setBusy(false);
    }
  };
  return (
    <Stack gap="tight">
      {said ? <Notice tone="care">{said}</Notice> : null}
      <Row>
        <Button kind="primary" busy={busy} onClick={() => void act()}>
          {t('prepare.send')}
        </Button>
        <Button kind="quiet" onClick={change}>
          {t('prepare.change')}
        </Button>
      </Row>
    </Stack>
  );
}
