export * from './difference.ts';
export * from './ids.ts';
export * from './inputs.ts';
export * from './page.ts';
export * from './review.ts';
