import type { Erasure, Keeping } from '@accord/cases';
import { Card, CardTitle, Facts, List, Row, Section, Stack, useWords } from '@accord/ui';
import { useTRPC } from '../../app/trpc.ts';
import { instant } from '../../app/when.ts';
import { AskOnce } from './AskOnce.tsx';
import css from './keeping.module.css';

interface ErasuresProps {
  keeping: Keeping;
  onChanged: (sentence?: string) => Promise<void>;
}

/** Erasing what the agency holds of the case: one person asks, another decides, and what was decided stays to be read. */
export function Erasures({ keeping, onChanged }: ErasuresProps) {
  const t = useWords('keeping');
  const trpc = useTRPC();
  const { caseId, agency, isDue, holds, erasures } = keeping;
  const isHeld = holds.some(({ lifted }) => lifted === null);
  const isAsked = erasures.some(({ answer }) => answer === null);
  return (
    <Section title={t('erase.title')}>
      <Stack>
        <p className={css.soft}>{t('erase.lead')}</p>
        {isDue && !isHeld && !isAsked ? (
          <AskOnce
            label={t('erase.ask')}
            question={t('erase.askQuestion', { agency })}
            yes={t('erase.askYes')}
            no={t('erase.no')}
            calm
            mutation={trpc.keeping.askErasure.mutationOptions({
              onSuccess: () => onChanged(t('erase.askDone')),
            })}
            input={{ caseId }}
          />
        ) : null}
        {erasures.length > 0 ? (
          <List label={t('erase.title')}>
            {erasures.map((erasure) => (
              <ErasureCard
                key={erasure.erasureId}
                erasure={erasure}
                keeping={keeping}
                onChanged={onChanged}
              />
            ))}
          </List>
        ) : null}
      </Stack>
    </Section>
  );
}

function ErasureCard({ erasure, keeping, onChanged }: ErasuresProps & { erasure: Erasure }) {
  const t = useWords('keeping');
  const { askedBy, askedAt, answer } = erasure;
  const facts = [
    { term: t('erase.asked'), value: t('by', { at: instant(askedAt), name: askedBy }) },
    ...(answer
      ? [{ term: t('erase.decided'), value: t('by', { at: instant(answer.at), name: answer.by }) }]
      : []),
    ...(answer?.outcome === 'erased'
      ? [{ term: t('erase.gone'), value: t('erase.items', { count: answer.items ?? 0 }) }]
      : []),
  ];
  return (
    <Card as="li">
      <CardTitle>{t(`erase.outcome.${answer?.outcome ?? 'waiting'}`)}</CardTitle>
      <Facts facts={facts} />
      {answer === null ? <Answering erasure={erasure} keeping={keeping} onChanged={onChanged} /> : null}
    </Card>
  );
}

/** To erase is the word of somebody else, who answers for the case; not to erase is anyone's on it. */
function Answering({ erasure, keeping, onChanged }: ErasuresProps & { erasure: Erasure }) {
  const t = useWords('keeping');
  const trpc = useTRPC();
  const { erasureId, isMine, askedBy } = erasure;
  const { caseId, agency, mayErase, isDue, holds } = keeping;
  const isFree = isDue && holds.every(({ lifted }) => lifted !== null);
  const done = (sentence: string) =>
    trpc.keeping.answerErasure.mutationOptions({ onSuccess: () => onChanged(sentence) });
  const refusal = isMine ? 'takeBack' : 'keep';
  return (
    <Stack gap="tight">
      {isMine ? <p className={css.soft}>{t('erase.otherAnswers')}</p> : null}
      {!isMine && !mayErase ? <p className={css.soft}>{t('erase.supervisorAnswers')}</p> : null}
      {isFree ? null : <p className={css.soft}>{t('erase.keptNow')}</p>}
      <Row>
        {!isMine && mayErase && isFree ? (
          <AskOnce
            label={t('erase.agree')}
            question={t('erase.agreeQuestion', { agency, name: askedBy })}
            yes={t('erase.agreeYes')}
            no={t('erase.no')}
            mutation={done(t('erase.agreeDone'))}
            input={{ caseId, erasureId, erase: true }}
          />
        ) : null}
        <AskOnce
          label={t(`erase.${refusal}`)}
          question={t(`erase.${refusal}Question`)}
          yes={t(`erase.${refusal}Yes`)}
          no={t('erase.notNow')}
          calm
          mutation={done(t(`erase.${refusal}Done`))}
          input={{ caseId, erasureId, erase: false }}
        />
      </Row>
    </Stack>
  );
}
