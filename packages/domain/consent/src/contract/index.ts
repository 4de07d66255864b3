export * from './categories.ts';
export * from './permission.ts';
export * from './decide.ts';
export * from './project.ts';
export * from './grid.ts';
export * from './who-sees.ts';
export * from './requests.ts';
export * from './why.ts';
