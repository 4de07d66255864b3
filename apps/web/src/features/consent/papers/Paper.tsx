import type { CategoryCode, LawLine, PaperText, Permission } from '@accord/consent';
import type { CaseId } from '@accord/kernel';
import { Section, Stack, useLanguage, useWords, useWordsIn } from '@accord/ui';
import { isReviewed, localeOf } from '@accord/ui/languages';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../../app/Loaded.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { calendarDay, listed } from '../../../app/when.ts';
import { fill } from './fill.ts';
import { PaperHolds } from './PaperHolds.tsx';
import css from './papers.module.css';

/** What a permission says, as far as its paper names it. */
export interface OnPaper extends Pick<Permission, 'grantId' | 'recipient' | 'purpose' | 'endsOn'> {
  categories: readonly CategoryCode[];
  /** Kinds that the paper names and the law holds closed. */
  law: readonly LawLine[];
}

interface PaperProps {
  caseId: CaseId;
  permission: OnPaper;
  /** What can be done with it, once it is there: never ahead of the words. `mayBeSigned` is false for what it lacks. */
  children?: (mayBeSigned: boolean) => ReactNode;
}

/** The words that are signed, with their gaps filled, who stands behind them, and what they lack. */
export function Paper({ caseId, permission, children }: PaperProps) {
  const t = useWords('papers');
  const trpc = useTRPC();
  const { grantId } = permission;
  const query = useQuery(trpc.consent.paper.queryOptions({ caseId, grantId }));
  return (
    <Loaded query={query} lines={5}>
      {(paper) => {
        const mayBeSigned = paper.holds.length === 0 || paper.isDemo;
        return (
          <>
            <Section title={t('title')}>
              <PaperHolds holds={paper.holds} said={mayBeSigned ? 'demo' : 'wait'} />
              <Words paper={paper} permission={permission} />
            </Section>
            {children?.(mayBeSigned)}
          </>
        );
      }}
    </Loaded>
  );
}

function Words({ paper, permission }: { paper: PaperText; permission: OnPaper }) {
  const t = useWords('papers');
  const screen = useLanguage();
  const { title, version, language, blocks, signedBy, reader, isDemo } = paper;
  // Names of kinds and uses that no reviewer has read do not fill a paper that somebody really signs.
  const filled = isDemo || isReviewed(language) ? language : 'en';
  const kinds = useWordsIn('categories', filled);
  const purposes = useWordsIn('purposes', filled);
  const posts = useWordsIn('posts', filled);
  if (title === null || version === null) return null;
  const { recipient, categories, law, purpose, endsOn } = permission;
  const named = new Set([...categories, ...law.map(({ kind }) => kind)]);
  const values = {
    who: [
      recipient.post === null
        ? recipient.name
        : recipient.name === recipient.agency
          ? posts('ofNobody', { post: recipient.post })
          : posts('of', { post: recipient.post, name: recipient.name }),
      ...(recipient.post === null && recipient.name === recipient.agency ? [] : [recipient.agency]),
    ].join(', '),
    what: [...named].map((kind) => kinds(`${kind}.label`)).join(', '),
    why: purposes(purpose),
    until: calendarDay(endsOn, localeOf(filled)),
  };
  return (
    <Stack gap="tight">
      <article lang={language} className={css.paper}>
        <h3 className={css.title}>{title}</h3>
        {blocks.map(({ number, heading, body }) => (
          <div key={number}>
            <h4 className={css.heading}>{heading}</h4>
            <p className={css.body}>{fill(body, values)}</p>
          </div>
        ))}
      </article>
      <div className={css.foot}>
        <p>{t('version', { title, version })}</p>
        {language === screen ? null : <p>{t(language === 'es' ? 'inSpanish' : 'inEnglish')}</p>}
        {signedBy.length > 0 ? <p>{t('signedBy', { names: listed(signedBy) })}</p> : null}
        {reader === null ? null : <p>{t('reader', { name: reader })}</p>}
      </div>
    </Stack>
  );
}
