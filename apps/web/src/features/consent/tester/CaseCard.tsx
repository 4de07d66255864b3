import type { PolicyCase } from '@accord/consent';
import { Card, CardTitle, Chip, Facts, Icon, useWords } from '@accord/ui';
import { Disclosed } from '../../../app/Disclosed.tsx';
import { calendarDay, day, listed } from '../../../app/when.ts';
import { RemoveCase } from './RemoveCase.tsx';
import { Run } from './Run.tsx';
import css from './tester.module.css';
import { TryChange } from './TryChange.tsx';
import { useCaseName, useLawName, useSaid } from './useNames.ts';

interface CaseCardProps {
  one: PolicyCase;
  laws: readonly string[];
  maySet: boolean;
  onChanged: (sentence?: string) => Promise<void>;
}

/** One saved case: what it asks, what must be answered, what is, and what could be asked instead. */
export function CaseCard({ one, laws, maySet, onChanged }: CaseCardProps) {
  const t = useWords('tester');
  const kinds = useWords('categories');
  const purposes = useWords('purposes');
  const name = useCaseName()(one);
  const law = useLawName();
  const said = useSaid();
  const { own, asked, expected, passes, run } = one;
  const isTheSame = passes && expected.reason !== null;
  const facts = [
    {
      term: t('asked'),
      value: t('asks', {
        kinds: listed(asked.kinds.map((code) => kinds(`${code}.label`))),
        purposes: listed(asked.purposes.map((code) => purposes(code))),
        day: calendarDay(asked.on),
        law: law(asked.law),
      }),
    },
    // said once where the answer is the one that must be, reason and all
    ...(isTheSame ? [] : [{ term: t('expected'), value: said(expected) }]),
  ];
  return (
    <Card as="li">
      <div className={css.case}>
        <div className={css.head}>
          <CardTitle>{name}</CardTitle>
          <Chip tone={passes ? 'ok' : 'stop'}>
            <span className={css.mark}>
              <Icon name={passes ? 'done' : 'concern'} size={16} />
              {t(passes ? 'passes' : 'fails')}
            </span>
          </Chip>
        </div>
        <Facts facts={facts} />
        <Run run={run} name={name} isAsMust={isTheSame} />
        {own ? <p className={css.soft}>{t('madeBy', { name: own.madeBy, day: day(own.madeAt) })}</p> : null}
        <Disclosed label={t('try')} name={t('tryNamed', { name })} icon="question" small>
          {(close) => <TryChange one={one} laws={laws} maySet={maySet} onChanged={onChanged} close={close} />}
        </Disclosed>
        {own && maySet ? (
          <RemoveCase policyCaseId={own.policyCaseId} name={name} onChanged={onChanged} />
        ) : null}
      </div>
    </Card>
  );
}
