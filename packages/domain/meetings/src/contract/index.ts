export * from './agenda.ts';
export * from './input.ts';
export * from './mine.ts';
export * from './room.ts';
