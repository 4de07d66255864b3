const upTo = (prefix: string, last: number): string[] =>
  Array.from({ length: last }, (_, index) => `${prefix}-${index + 1}`);

/** Every rule of consent-rules A1 to A16, by its id. */
export const SPECIFIED: readonly string[] = [
  ...upTo('H', 24),
  ...upTo('P', 18),
  ...upTo('F', 14),
  ...upTo('V', 14),
  ...upTo('RHY', 2),
  ...upTo('C', 6),
  ...upTo('JJ', 7),
  ...upTo('IM', 3),
  ...upTo('M', 7),
  ...upTo('MR', 6),
  ...upTo('FN', 2),
  ...upTo('IC', 3),
  ...upTo('MC', 4),
  ...upTo('T18', 10),
  'A14',
  'A15',
  ...upTo('A16', 13),
];
