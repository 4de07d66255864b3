import { createContext, useContext, useId, type ReactNode } from 'react';
import css from './layout.module.css';

type Level = 1 | 2 | 3 | 4;

const HeadingLevel = createContext<Level>(1);

const below = (level: Level): Level => (level < 4 ? ((level + 1) as Level) : 4);

/** Starts the headings of a part at another level: a page that stands inside a pane begins at 2. */
export function HeadingBase({ level, children }: { level: Level; children: ReactNode }) {
  return <HeadingLevel value={level}>{children}</HeadingLevel>;
}

function Heading({
  className,
  id,
  children,
}: {
  className: string | undefined;
  id?: string;
  children: ReactNode;
}) {
  const level = useContext(HeadingLevel);
  const Tag = `h${level}` as const;
  return (
    <Tag className={className} id={id} tabIndex={-1}>
      {children}
    </Tag>
  );
}

interface PageProps {
  title: ReactNode;
  /** One line above the title: where this page belongs. */
  above?: ReactNode;
  /** One or two lines under the title. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** `text` for forms and reading, `wide` for pages with a side rail. */
  width?: 'text' | 'wide';
  children: ReactNode;
}

/** A page: its one title, what it is about, what can be done, and its content one heading level below. */
export function Page({ title, above, lead, actions, width = 'text', children }: PageProps) {
  const level = useContext(HeadingLevel);
  return (
    <div className={css.page} data-width={width}>
      <header className={css.head}>
        {above ? <div className={css.above}>{above}</div> : null}
        <Heading className={css.title}>{title}</Heading>
        {lead ? <div className={css.lead}>{lead}</div> : null}
        {actions ? <div className={css.actions}>{actions}</div> : null}
      </header>
      <HeadingLevel value={below(level)}>{children}</HeadingLevel>
    </div>
  );
}

interface SectionProps {
  title: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A named part of a page. */
export function Section({ title, actions, children }: SectionProps) {
  const level = useContext(HeadingLevel);
  const id = useId();
  return (
    <section className={css.section} aria-labelledby={id}>
      <div className={css.sectionHead}>
        <Heading className={css.sectionTitle} id={id}>
          {title}
        </Heading>
        {actions}
      </div>
      <HeadingLevel value={below(level)}>{children}</HeadingLevel>
    </section>
  );
}

/** A heading inside a card, at whatever level the card stands. */
export function CardTitle({ children }: { children: ReactNode }) {
  return <Heading className={css.cardTitle}>{children}</Heading>;
}

type Gap = 'tight' | 'normal' | 'loose';

/** Things below one another. */
export function Stack({ gap = 'normal', children }: { gap?: Gap; children: ReactNode }) {
  return (
    <div className={css.stack} data-gap={gap}>
      {children}
    </div>
  );
}

/** Things beside one another, wrapping where it gets narrow. */
export function Row({ children, spread = false }: { children: ReactNode; spread?: boolean }) {
  return (
    <div className={css.row} data-spread={spread || undefined}>
      {children}
    </div>
  );
}
