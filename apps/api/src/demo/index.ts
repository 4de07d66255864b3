export { CARDS } from './cards.ts';
export { seedDemo } from './seed.ts';
export { AGENCIES, ADVISORS, JORDAN, PEOPLE, YOUNG_PEOPLE, type YoungPerson } from './world/index.ts';
