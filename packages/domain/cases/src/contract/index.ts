export * from './items.ts';
export * from './page.ts';
