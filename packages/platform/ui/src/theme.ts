import { createTheme, type MantineColorsTuple } from '@mantine/core';
import { LIGHT } from './tokens/tokens.ts';

/** Ten steps of the primary colour; the eighth is the one that is used (8:1 on paper). */
const primary: MantineColorsTuple = [
  '#e6f0f1',
  '#cbe0e3',
  '#a5cad0',
  '#7bb1ba',
  '#5397a3',
  '#347f8c',
  '#1c6876',
  LIGHT.primary,
  LIGHT.primaryHover,
  '#05323b',
];

/**
 * Mantine as we use it. Its defaults fail AA (filled blue 3.56:1, dimmed text 3.32:1, field edges 1.49:1),
 * so palette, shade, contrast and motion are set here, and colours in mantine.css.
 */
export const theme = createTheme({
  colors: { primary },
  primaryColor: 'primary',
  primaryShade: 7,
  autoContrast: true,
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  defaultRadius: 'md',
  fontFamily: 'var(--font)',
  components: {
    CloseButton: { defaultProps: { 'aria-label': 'Close' } },
  },
});
