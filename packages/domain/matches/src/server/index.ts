export { ask } from './ask.ts';
export { answer, aside, undo } from './answer.ts';
export { decide } from './decide.ts';
export { openProbes } from './open-probes.ts';
export { desk, waiting } from './waiting.ts';
