export { seedDemo } from './seed.ts';
export { JORDAN, PEOPLE } from './world.ts';
