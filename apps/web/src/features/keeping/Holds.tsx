import { HOLD_REASONS, type Hold, type Keeping, PlaceHoldInput } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { Card, CardTitle, Chip, ChooseOne, Facts, List, Row, Section, Stack, useWords } from '@accord/ui';
import { type Close, Disclosed } from '../../app/Disclosed.tsx';
import { Form } from '../../app/Form.tsx';
import { FormButtons } from '../../app/FormButtons.tsx';
import { useContractForm } from '../../app/form.ts';
import { useTRPC, useTRPCClient } from '../../app/trpc.ts';
import { instant } from '../../app/when.ts';
import { AskOnce } from './AskOnce.tsx';
import css from './keeping.module.css';

interface HoldsProps {
  keeping: Keeping;
  onChanged: (sentence?: string) => Promise<void>;
}

/** The legal holds of a case with their reasons. One person places one, another lifts it. */
export function Holds({ keeping: { caseId, holds }, onChanged }: HoldsProps) {
  const t = useWords('keeping');
  return (
    <Section title={t('holds.title')}>
      <Stack>
        {holds.length === 0 ? (
          <p className={css.soft}>{t('holds.none')}</p>
        ) : (
          <List label={t('holds.title')}>
            {holds.map((hold) => (
              <HoldCard key={hold.holdId} caseId={caseId} hold={hold} onChanged={onChanged} />
            ))}
          </List>
        )}
        <Disclosed label={t('holds.place')}>
          {(close) => <PlaceForm caseId={caseId} onChanged={onChanged} close={close} />}
        </Disclosed>
      </Stack>
    </Section>
  );
}

interface HoldCardProps {
  caseId: CaseId;
  hold: Hold;
  onChanged: HoldsProps['onChanged'];
}

function HoldCard({ caseId, hold, onChanged }: HoldCardProps) {
  const t = useWords('keeping');
  const trpc = useTRPC();
  const { holdId, reason, agency, placedBy, placedAt, lifted, lifting } = hold;
  const facts = [
    { term: t('holds.placed'), value: t('by', { at: instant(placedAt), name: placedBy }) },
    { term: t('agency'), value: agency },
    ...(lifted
      ? [{ term: t('holds.lifted'), value: t('by', { at: instant(lifted.at), name: lifted.by }) }]
      : []),
  ];
  return (
    <Card as="li">
      <CardTitle>{t(`holds.reason.${reason}`)}</CardTitle>
      <Row>
        <Chip tone={lifted ? 'neutral' : 'care'}>{t(lifted ? 'holds.over' : 'holds.stands')}</Chip>
      </Row>
      <Facts facts={facts} />
      {lifting === 'other' || lifting === 'not-ours' ? (
        <p className={css.soft}>{t(`holds.${lifting}`, { agency })}</p>
      ) : null}
      {lifting === 'may' ? (
        <AskOnce
          label={t('holds.lift')}
          question={t('holds.liftAsk', { name: placedBy })}
          yes={t('holds.liftYes')}
          no={t('holds.liftNo')}
          mutation={trpc.keeping.liftHold.mutationOptions({
            onSuccess: () => onChanged(t('holds.liftDone')),
          })}
          input={{ caseId, holdId }}
        />
      ) : null}
    </Card>
  );
}

function PlaceForm({ caseId, onChanged, close }: Omit<HoldCardProps, 'hold'> & { close: Close }) {
  const t = useWords('keeping');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: { reason: '' },
    schema: PlaceHoldInput,
    input: ({ reason }) => ({ caseId, reason }),
    send: async (input) => {
      await client.keeping.placeHold.mutate(input);
      await onChanged();
      close(t('holds.placeDone'));
    },
  });
  return (
    <Form form={form} label={t('holds.place')}>
      <ChooseOne
        id={form.fieldId('reason')}
        legend={t('holds.why')}
        error={form.error('reason')}
        choices={HOLD_REASONS.map((value) => ({ value, label: t(`holds.reason.${value}`) }))}
        value={HOLD_REASONS.find((each) => each === form.values.reason)}
        onChange={(value) => form.set('reason', value)}
      />
      <FormButtons form={form} send={t('holds.placeSend')} close={close} />
    </Form>
  );
}
