import { PlainFrame, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { Languages } from './language.tsx';
import { HomeLink } from './links.tsx';

/** The frame of pages that need nobody to be signed in. */
export function Outside({ demo = false, wide = false, children }: OutsideProps) {
  const t = useWords('demo');
  const common = useWords('common');
  return (
    <PlainFrame
      brand={<HomeLink to="/">{common('product')}</HomeLink>}
      ribbon={demo ? <p>{t('ribbon')}</p> : undefined}
      language={<Languages />}
      wide={wide}
    >
      {children}
    </PlainFrame>
  );
}

interface OutsideProps {
  demo?: boolean;
  wide?: boolean;
  children: ReactNode;
}
