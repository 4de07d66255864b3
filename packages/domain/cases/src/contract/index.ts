export * from './care.ts';
export * from './items.ts';
export * from './page.ts';
export * from './plan.ts';
export * from './referral.ts';
export * from './keeping.ts';
export * from './packages.ts';
export * from './today.ts';
