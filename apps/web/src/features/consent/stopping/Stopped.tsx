import type { RecordedStop } from '@accord/consent';
import { Card, CardTitle, List, Notice, Section, Stack, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { Happened } from '../../../app/Happened.tsx';
import { calendarDay, instant } from '../../../app/when.ts';
import { Kinds } from '../Kinds.tsx';
import { useOut } from '../useOut.ts';
import css from '../consent.module.css';

interface StoppedProps {
  stop: RecordedStop;
  code: string;
}

/** What ended, and what a stop cannot end: it is there to be told to the young person. */
export function Stopped({ stop: { cameBy, stopped, goesOn, byLaw, out }, code }: StoppedProps) {
  const t = useWords('stops');
  const bases = useWords('bases');
  const outSentence = useOut();
  const sentence = stopped.length > 0 ? t(`came.${cameBy}`, { code }) : t('already');
  return (
    <Stack gap="loose">
      <Happened news={{ sentence }} tone="ok" />
      <p>{t('tell', { code })}</p>
      <Part title={t('stopped')} hint={null} rows={stopped} />
      <Part title={t('goesOn')} hint={t('goesOnHint', { code })} rows={goesOn} />
      <Part
        title={t('byLaw')}
        hint={t('byLawHint', { code })}
        rows={byLaw.map((basis) => ({
          ...basis,
          more: t('law', {
            kind: bases(`kind.${basis.kind}`),
            end: basis.kind === 'emergency' ? instant(basis.endsAt) : calendarDay(basis.endsOn),
          }),
        }))}
      />
      {stopped.length > 0 ? (
        <Section title={t('out')}>
          {out.length === 0 ? (
            <p>{t('notOut')}</p>
          ) : (
            <List label={t('out')}>
              {out.map(({ name, agency, read }) => (
                <Card as="li" key={`${name} ${agency}`}>
                  <Who name={name} agency={agency} />
                  <p>{outSentence(read)}</p>
                </Card>
              ))}
            </List>
          )}
        </Section>
      ) : null}
      <Notice>{t('others', { code })}</Notice>
    </Stack>
  );
}

interface PartProps {
  title: string;
  hint: string | null;
  rows: readonly (RecordedStop['stopped'][number] & { more?: ReactNode })[];
}

function Part({ title, hint, rows }: PartProps) {
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      {hint ? <p className={css.soft}>{hint}</p> : null}
      <List label={title}>
        {rows.map(({ name, agency, categories, more }, index) => (
          <Card as="li" key={`${name} ${agency} ${index}`}>
            <Who name={name} agency={agency} />
            {more ? <p>{more}</p> : null}
            <Kinds codes={categories} />
          </Card>
        ))}
      </List>
    </Section>
  );
}

function Who({ name, agency }: { name: string; agency: string }) {
  return (
    <div>
      <CardTitle>{name}</CardTitle>
      {agency === name ? null : <p className={css.soft}>{agency}</p>}
    </div>
  );
}
