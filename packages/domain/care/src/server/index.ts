export { careChoices, myCareChoices } from './choices.ts';
export { toldAgain, toldMeAgain } from './told-again.ts';
export { writeMySheet, writeSheet } from './write-sheet.ts';
