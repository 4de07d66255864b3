import { IconMenu2, IconX } from '@tabler/icons-react';
import { useId, useState, type ComponentPropsWithRef, type ReactNode } from 'react';
import { useLanguage, useWords } from '../words/i18n.ts';
import { isReviewed } from '../words/languages.ts';
import { Unreviewed } from './Unreviewed.tsx';
import css from './Frame.module.css';

interface FrameProps {
  brand: ReactNode;
  /** At most seven; more would need thought before a click. */
  nav: readonly ReactNode[];
  /** What is at hand on every page, such as search: below the brand, and beside it where it is narrow. */
  tools?: ReactNode;
  /** Below the places. */
  language?: ReactNode;
  /** Who is signed in and as what. */
  account: ReactNode;
  /** A line above everything, such as the demo's. */
  ribbon?: ReactNode;
  /** Where this is. Another place folds the navigation away again. */
  at: string;
  children: ReactNode;
}

const MOST_NAV = 7;

/** The workspace: navigation, who you are here as, and the page. Below 62rem the navigation folds away. */
export function Frame({ brand, tools, nav, language, account, ribbon, at, children }: FrameProps) {
  const t = useWords('frame');
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === at;
  const panel = useId();
  if (nav.length > MOST_NAV) throw new RangeError('a frame holds at most seven places');
  return (
    <div className={css.frame}>
      <SkipLink />
      <Ribbon>{ribbon}</Ribbon>
      <header className={css.top}>
        {brand}
        {tools}
        <button
          className={css.toggle}
          type="button"
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpenAt(open ? null : at)}
        >
          {open ? <IconX size={20} aria-hidden /> : <IconMenu2 size={20} aria-hidden />}
          {t('menu')}
        </button>
      </header>
      <div className={css.side} id={panel} data-open={open || undefined}>
        <nav className={css.nav} aria-label={t('places')}>
          <ul className={css.places}>
            {nav.map((place, index) => (
              <li key={index}>{place}</li>
            ))}
          </ul>
          {language ? <div className={css.languages}>{language}</div> : null}
        </nav>
        <section className={css.account} aria-label={t('account')}>
          {account}
        </section>
      </div>
      <main className={css.main} id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** For pages before sign-in: no navigation, one column. */
export function PlainFrame({ brand, ribbon, language, wide = false, children }: PlainFrameProps) {
  return (
    <div className={css.plain}>
      <SkipLink />
      <Ribbon>{ribbon}</Ribbon>
      <header className={css.plainTop}>
        {language}
        {brand}
      </header>
      <main className={css.plainMain} data-wide={wide || undefined} id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

interface PlainFrameProps {
  brand: ReactNode;
  ribbon?: ReactNode;
  /** The first control of the page. */
  language?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** A landmark of its own, so that nothing on the page stands outside of one. */
function Ribbon({ children }: { children: ReactNode }) {
  const t = useWords('frame');
  const reviewed = isReviewed(useLanguage());
  if (!children && reviewed) return null;
  return (
    <aside className={css.ribbon} aria-label={t('ribbon')}>
      {children}
      <Unreviewed />
    </aside>
  );
}

function SkipLink() {
  const t = useWords('frame');
  return (
    <a
      className={css.skip}
      href="#main"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}
    >
      {t('skip')}
    </a>
  );
}

/** One place in the navigation. Wrap it with the router's `createLink`, which marks the current one. */
export function NavPlace({ icon, children, ...rest }: ComponentPropsWithRef<'a'> & { icon?: ReactNode }) {
  return (
    <a {...rest} className={css.place}>
      {icon}
      <span>{children}</span>
    </a>
  );
}

/** The name of the product, as a link home. Wrap it with the router's `createLink`. */
export function Brand({ children, ...rest }: ComponentPropsWithRef<'a'>) {
  return (
    <a {...rest} className={css.brand}>
      <svg className={css.mark} viewBox="0 0 24 24" width="26" height="26" aria-hidden>
        <circle cx="9" cy="12" r="6.25" />
        <circle cx="15" cy="12" r="6.25" />
      </svg>
      {children}
    </a>
  );
}

/** A link in running text. Wrap it with the router's `createLink`. */
export function TextLink({ children, ...rest }: ComponentPropsWithRef<'a'>) {
  return (
    <a {...rest} className={css.textLink}>
      {children}
    </a>
  );
}
