export * from './people.ts';
export * from './session.ts';
export * from './systems.ts';
