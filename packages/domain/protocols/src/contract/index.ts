export * from './difference.ts';
export * from './inputs.ts';
export * from './page.ts';
export * from './review.ts';
export * from './texts.ts';
