/**
 * The colours of the product, as hex. `tokens.css` holds the same values for style sheets, and a test
 * keeps the two in step and checks the contrast of every pair that a screen puts together.
 */
export interface Palette {
  /** The page. */
  paper: string;
  /** Cards and fields, one step nearer than the page. */
  surface: string;
  /** Quiet areas that sit one step behind the page. */
  sunk: string;
  ink: string;
  /** Second voice: hints, dates, who can see it. Still 7:1. */
  ink2: string;
  primary: string;
  primaryHover: string;
  /** Text on a filled primary button. */
  onPrimary: string;
  /** Focus rings, and whatever is about a person's own choice. */
  plum: string;
  ok: string;
  care: string;
  stop: string;
  /** Edges of what can be operated: at least 3:1. */
  border: string;
  /** Lines that only separate, and carry no meaning. */
  hairline: string;
  primaryTint: string;
  plumTint: string;
  okTint: string;
  careTint: string;
  stopTint: string;
}

export const LIGHT: Palette = {
  paper: '#fbf9f5',
  surface: '#ffffff',
  sunk: '#f4f1ea',
  ink: '#1c2b33',
  ink2: '#3f4f58',
  primary: '#0b5563',
  primaryHover: '#08434e',
  onPrimary: '#ffffff',
  plum: '#5b3a6b',
  ok: '#1e5b3a',
  care: '#7a4b00',
  stop: '#8a2b2b',
  border: '#7c8a91',
  hairline: '#e4dfd4',
  primaryTint: '#e6f0f1',
  plumTint: '#f1ebf5',
  okTint: '#e7f1ea',
  careTint: '#f9efdd',
  stopTint: '#f9eae8',
};

export const DARK: Palette = {
  paper: '#14202a',
  surface: '#1a2833',
  sunk: '#101a22',
  ink: '#e9eef0',
  ink2: '#bcc9cf',
  primary: '#8cd3df',
  primaryHover: '#a9e0e9',
  onPrimary: '#0c2a31',
  plum: '#d2b9e0',
  ok: '#9bd8b4',
  care: '#efcb92',
  stop: '#f3b3ae',
  border: '#82939d',
  hairline: '#2d3d49',
  primaryTint: '#173742',
  plumTint: '#2e2939',
  okTint: '#1b3529',
  careTint: '#38301d',
  stopTint: '#3d2626',
};
