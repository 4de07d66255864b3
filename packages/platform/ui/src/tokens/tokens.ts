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
  paper: '#FBF9F5',
  surface: '#FFFFFF',
  sunk: '#F4F1EA',
  ink: '#1C2B33',
  ink2: '#3F4F58',
  primary: '#0B5563',
  primaryHover: '#08434E',
  onPrimary: '#FFFFFF',
  plum: '#5B3A6B',
  ok: '#1E5B3A',
  care: '#7A4B00',
  stop: '#8A2B2B',
  border: '#7C8A91',
  hairline: '#E4DFD4',
  primaryTint: '#E6F0F1',
  plumTint: '#F1EBF5',
  okTint: '#E7F1EA',
  careTint: '#F9EFDD',
  stopTint: '#F9EAE8',
};

export const DARK: Palette = {
  paper: '#14202A',
  surface: '#1A2833',
  sunk: '#101A22',
  ink: '#E9EEF0',
  ink2: '#BCC9CF',
  primary: '#8CD3DF',
  primaryHover: '#A9E0E9',
  onPrimary: '#0C2A31',
  plum: '#D2B9E0',
  ok: '#9BD8B4',
  care: '#EFCB92',
  stop: '#F3B3AE',
  border: '#82939D',
  hairline: '#2D3D49',
  primaryTint: '#173742',
  plumTint: '#2E2939',
  okTint: '#1B3529',
  careTint: '#38301D',
  stopTint: '#3D2626',
};
