export { embeddedAvailable, findPrograms } from './binaries.ts';
export { startPostgres } from './start.ts';
export type { RunningPostgres, StartOptions } from './start.ts';
export { stopPostgres } from './stop.ts';
