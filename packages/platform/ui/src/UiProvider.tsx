import { MantineProvider, type MantineColorSchemeManager } from '@mantine/core';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Announcer } from './components/Announcer.tsx';
import { theme } from './theme.ts';
import { i18n } from './words/i18n.ts';

/** The scheme follows the system and is kept nowhere: Mantine's own manager would write to local storage. */
const systemScheme: MantineColorSchemeManager = {
  get: () => 'auto',
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** The nonce that the server wrote for styles made at run time; empty where there is none. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/**
 * What every React tree of the staff app stands in: theme, words, and one polite live region.
 * Mantine writes no style element here (see mantine.css), so no Trusted Types policy is needed.
 */
export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={systemScheme}
      getStyleNonce={styleNonce}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <I18nextProvider i18n={i18n}>
        <Announcer>{children}</Announcer>
      </I18nextProvider>
    </MantineProvider>
  );
}
