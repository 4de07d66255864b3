import { CARD_PARTS, CardBody, type CardPart } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { Stack, TextArea, useWords } from '@accord/ui';
import { WouldSee } from '../../../app/audience.tsx';
import { Disclosed, type Close } from '../../../app/Disclosed.tsx';
import { Form } from '../../../app/Form.tsx';
import { FormButtons } from '../../../app/FormButtons.tsx';
import { useContractForm } from '../../../app/form.ts';
import { useTRPCClient } from '../../../app/trpc.ts';
import { Conflict } from '../Conflict.tsx';
import { useBase } from '../useBase.ts';
import shared from '../case.module.css';
import type { OpenCard } from './sheets.ts';

interface WriteCardProps {
  caseId: CaseId;
  /** What stands there; left out where there is none yet. */
  card?: OpenCard;
  refresh: () => Promise<void>;
}

/** Written down with them, in their words. */
export function WriteCard({ card, ...rest }: WriteCardProps) {
  const t = useWords('care');
  return card ? (
    <Disclosed label={t('changeCard')} kind="quiet" icon="edit" small>
      {(close) => <ChangeForm {...rest} card={card} close={close} />}
    </Disclosed>
  ) : (
    <Disclosed label={t('addCard')}>
      {(close) => <CardForm {...rest} from={{}} seen={null} close={close} />}
    </Disclosed>
  );
}

type Answers = Partial<Record<CardPart, string | undefined>>;
type FormProps = Omit<WriteCardProps, 'card'> & { close: Close };

function ChangeForm({ card, ...rest }: FormProps & { card: OpenCard }) {
  const { revision, opened, hasMoved, guard } = useBase(card, rest.refresh);
  return (
    <CardForm
      {...rest}
      from={opened.content.body}
      seen={revision}
      guard={guard}
      moved={hasMoved ? card : undefined}
    />
  );
}

interface CardFormProps extends FormProps {
  from: Answers;
  seen: number | null;
  guard?: <T>(send: () => Promise<T>) => Promise<T>;
  /** What somebody else wrote since the form was opened. */
  moved?: OpenCard | undefined;
}

function CardForm({ caseId, refresh, close, from, seen, guard = (send) => send(), moved }: CardFormProps) {
  const t = useWords('care');
  const common = useWords('common');
  const client = useTRPCClient();
  const form = useContractForm({
    initial: valuesOf(from),
    schema: CardBody,
    input: written,
    send: async (answers) => {
      const sheet = { kind: 'card', card: answers } as const;
      await guard(() => client.care.write.mutate({ caseId, seen, sheet }));
      await refresh();
      close(t('saved'));
    },
  });
  const now = moved && valuesOf(moved.content.body);
  const differences = CARD_PARTS.map((part) => ({
    label: t(`parts.${part}`),
    now: now?.[part] ?? '',
    yours: form.values[part],
  })).filter((each) => each.now !== each.yours);
  return (
    <Form form={form} label={t(moved || seen !== null ? 'changeCard' : 'addCard')}>
      {moved && !form.busy ? <Conflict changed={moved.changed} differences={differences} kept /> : null}
      <p className={shared.soft}>{t('cardLead')}</p>
      <Stack>
        {CARD_PARTS.map((part) => (
          <TextArea
            key={part}
            {...form.field(part)}
            label={common('optional', { label: t(`parts.${part}`) })}
            rows={2}
          />
        ))}
      </Stack>
      <WouldSee caseId={caseId} category="about-me" />
      <FormButtons form={form} send={t('send')} close={close} />
    </Form>
  );
}

type Values = Record<CardPart, string>;

const valuesOf = ({ helps = '', doesNot = '', speak = '', quiet = '' }: Answers): Values => ({
  helps,
  doesNot,
  speak,
  quiet,
});

/** What was left empty is left out. */
const written = (values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, text]) => text.trim() !== ''));
