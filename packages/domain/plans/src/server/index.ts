export { addPart } from './add-part.ts';
export { partHistory } from './part-history.ts';
export { revisePart } from './revise-part.ts';
