export { CARDS } from './cards.ts';
export { seedDemo } from './seed.ts';
export { NOTICE_TEXT, PERMISSION_TEXT, SPANISH_PERMISSION_TEXT } from './texts.ts';
export { AGENCIES, ADVISORS, JORDAN, PEOPLE, YOUNG_PEOPLE, type YoungPerson } from './world/index.ts';
