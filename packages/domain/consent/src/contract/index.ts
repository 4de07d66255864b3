export * from './categories.ts';
export * from './permission.ts';
export * from './decide.ts';
export * from './project.ts';
export * from './grid.ts';
export * from './kept-out.ts';
export * from './notices.ts';
export * from './who-sees.ts';
