import type { DemoCard } from '@accord/identity';
import { Button, Icon, TextLink, useWords } from '@accord/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { LinkTo } from '../../app/links.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { inGroups } from './groups.ts';
import css from './Switcher.module.css';

/** In the frame of the demo: the people, one click each. What is open closes by Escape and by going elsewhere. */
export function Switcher({ me }: { me: { name: string; demo: boolean } }) {
  const t = useWords('demo');
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const panel = useId();
  useEffect(() => {
    if (!open) return undefined;
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    const escape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      toggle.current?.focus();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
      document.removeEventListener('keydown', escape);
    };
  }, [open]);
  if (!me.demo) return null;
  return (
    <div className={css.switcher} ref={root}>
      <Button
        ref={toggle}
        kind="quiet"
        small
        icon={<Icon name="people" size={16} />}
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
      >
        {t('switcher.open')}
      </Button>
      <nav className={css.panel} id={panel} aria-label={t('switcher.panel')} hidden={!open}>
        {open ? <People present={me.name} /> : null}
      </nav>
    </div>
  );
}

function People({ present }: { present: string }) {
  const t = useWords('demo');
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.demo.cards.queryOptions(), staleTime: Infinity });
  return inGroups(data?.cards ?? []).map(({ group, cards }) => (
    <section key={group} aria-label={t(`groups.${group}`)}>
      <p className={css.group} aria-hidden>
        {t(`groups.${group}`)}
      </p>
      <ul>
        {cards.map((card) => (
          <li key={card.key}>
            <Person card={card} youthUrl={data?.youthUrl ?? ''} isPresent={card.name === present} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Person({ card, youthUrl, isPresent }: { card: DemoCard; youthUrl: string; isPresent: boolean }) {
  const t = useWords('demo');
  const { name, title, agency } = card;
  if (card.app === 'youth') {
    return (
      <TextLink href={youthUrl} rel="noreferrer">
        {name} <span className={css.role}>{t('switcher.own', { title })}</span>
      </TextLink>
    );
  }
  return (
    <LinkTo to="/demo/enter" search={{ as: card.key }} aria-current={isPresent || undefined}>
      {name} <span className={css.role}>{agency ? t('switcher.who', { title, agency }) : title}</span>
    </LinkTo>
  );
}
