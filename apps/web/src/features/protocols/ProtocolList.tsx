import type { ProtocolId } from '@accord/kernel';
import { TextKind, type ProtocolList as Protocols } from '@accord/protocols';
import { Card, CardTitle, Chip, EmptyState, List, Page, Section, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { Loaded } from '../../app/Loaded.tsx';
import { day } from '../../app/when.ts';
import css from './protocols.module.css';
import { StatusChip } from './chips.tsx';
import { type Role, useProtocols } from './useProtocol.ts';

interface ProtocolListProps {
  reader: Role;
  /** The advisor's own time. */
  hours?: ReactNode;
  /** Where staff begin a text. */
  start?: ReactNode;
  linkTo: (protocolId: ProtocolId, title: string) => ReactNode;
}

/** How the network works: each protocol with where it stands and what waits on it. */
export function ProtocolList({ reader, hours, start, linkTo }: ProtocolListProps) {
  const t = useWords('protocols');
  const query = useProtocols(reader);
  const own = reader === 'advisor';
  return (
    <Page
      title={t(own ? 'list.advisorTitle' : 'list.title')}
      lead={t(own ? 'list.advisorLead' : 'list.lead')}
    >
      {start}
      <Loaded query={query}>
        {({ protocols }) =>
          protocols.length === 0 ? (
            <EmptyState title={t('list.emptyTitle')}>{t('list.empty')}</EmptyState>
          ) : (
            KINDS.map((kind) => (
              <OfKind
                key={kind}
                kind={kind}
                protocols={protocols.filter((each) => each.kind === kind)}
                linkTo={linkTo}
              />
            ))
          )
        }
      </Loaded>
      {hours}
    </Page>
  );
}

const KINDS = TextKind.options;

function OfKind({
  kind,
  protocols,
  linkTo,
}: Protocols & { kind: TextKind } & Pick<ProtocolListProps, 'linkTo'>) {
  const t = useWords('texts');
  if (protocols.length === 0) return null;
  return (
    <Section title={t(`kinds.${kind}`)}>
      <List label={t(`kinds.${kind}`)}>
        {protocols.map((protocol) => (
          <Line key={protocol.protocolId} protocol={protocol} linkTo={linkTo} />
        ))}
      </List>
    </Section>
  );
}

function Line({
  protocol,
  linkTo,
}: { protocol: Protocols['protocols'][number] } & Pick<ProtocolListProps, 'linkTo'>) {
  const t = useWords('protocols');
  const language = useWords('texts')(`language.${protocol.language}`);
  const { protocolId, title, agency, kind, version, madeAt, status, open, objections } = protocol;
  return (
    <Card as="li">
      <div className={css.spread}>
        <CardTitle>{linkTo(protocolId, title)}</CardTitle>
        <StatusChip status={status} />
      </div>
      <p className={css.soft}>
        {agency} · {kind === 'protocol' ? null : `${language} · `}
        {t('list.version', { version, day: day(madeAt) })}
      </p>
      <p className={css.chips}>
        {objections > 0 ? <Chip tone="stop">{t('list.objections', { count: objections })}</Chip> : null}
        {open > 0 ? <Chip tone="care">{t('list.open', { count: open })}</Chip> : null}
        {open + objections === 0 && (kind === 'protocol' || status === 'in-review') ? (
          <Chip tone="ok">{t('list.quiet')}</Chip>
        ) : null}
      </p>
    </Card>
  );
}
