import type { ProtocolId } from '@accord/kernel';
import { Chip, Page, Row, Section, useWords } from '@accord/ui';
import { useRef, type ReactNode } from 'react';
import { useFocusRescue } from '../../app/focus.ts';
import { Loaded } from '../../app/Loaded.tsx';
import type { AdvisorMe, StaffMe } from '../../app/session.ts';
import { day } from '../../app/when.ts';
import { BlockRow } from './BlockRow.tsx';
import { StatusChip } from './chips.tsx';
import { CommentCard } from './CommentCard.tsx';
import { Difference } from './Difference.tsx';
import css from './protocols.module.css';
import { Publishing } from './Publishing.tsx';
import type { Reading } from './reading.ts';
import { SignOff } from './SignOff.tsx';
import { TextState } from './texts/TextState.tsx';
import { Translating } from './texts/Translating.tsx';
import { useProtocol } from './useProtocol.ts';

interface ProtocolViewProps {
  protocolId: ProtocolId;
  me: StaffMe | AdvisorMe;
  above: ReactNode;
  /** A link to another text: an original, or its translation. */
  linkTo: (protocolId: ProtocolId, label: string) => ReactNode;
}

/** A protocol under review: its text in numbered paragraphs, and what advisors said beside each of them. */
export function ProtocolView({ protocolId, me, above, linkTo }: ProtocolViewProps) {
  const { query, refresh } = useProtocol(me.kind, protocolId);
  const region = useRef<HTMLDivElement>(null);
  useFocusRescue(region);
  return (
    <div ref={region}>
      <Loaded query={query} lines={8}>
        {(page) => <Protocol page={page} refresh={refresh} me={me} above={above} linkTo={linkTo} />}
      </Loaded>
    </div>
  );
}

function Protocol({ page, refresh, me, above, linkTo }: Reading & Omit<ProtocolViewProps, 'protocolId'>) {
  const t = useWords('protocols');
  const reading = { page, refresh };
  const there = new Set(page.blocks.map(({ blockId }) => blockId));
  const gone = page.comments.filter(({ blockId }) => !there.has(blockId));
  const texts = useWords('texts');
  const { agency, version, madeAt, publishedAt, status, kind, language } = page;
  return (
    <Page
      width="wide"
      above={above}
      title={page.title}
      lead={
        <>
          <p>{t('page.lead', { agency, version, day: day(madeAt) })}</p>
          <Row>
            <StatusChip status={status} />
            {kind === 'protocol' ? null : (
              <Chip>
                {texts(`kinds.${kind}`)}, {texts(`language.${language}`)}
              </Chip>
            )}
            {publishedAt ? <span>{t('page.published', { day: day(publishedAt) })}</span> : null}
          </Row>
          {kind === 'protocol' ? null : <TextState page={page} />}
        </>
      }
    >
      <Publishing {...reading} />
      <Difference page={page} />
      <Section title={kind === 'protocol' ? t('page.text') : texts('body')}>
        <ol className={css.blocks}>
          {page.blocks.map((block) => (
            <BlockRow key={block.blockId} block={block} {...reading} />
          ))}
        </ol>
      </Section>
      {gone.length > 0 ? (
        <Section title={t('page.goneTitle')}>
          <ul className={css.comments}>
            {gone.map((comment) => (
              <CommentCard key={comment.commentId} comment={comment} {...reading} />
            ))}
          </ul>
        </Section>
      ) : null}
      <Translating {...reading} linkTo={linkTo} />
      <SignOff {...reading} ownName={me.kind === 'advisor' ? me.name : null} />
    </Page>
  );
}
