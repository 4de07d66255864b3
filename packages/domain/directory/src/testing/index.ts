export { ALDER_COUNTY } from './alder-county.ts';
export { FAULTS, FAULTY_COUNTY } from './faulty-county.ts';
export { writeFaultyDirectory, writeSampleDirectory, writeTables } from './sample.ts';
