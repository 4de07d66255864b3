export { listLooks } from './ledger.queries.ts';
export { digestOf, type Exposure, record, type Speaker, speakerOf } from './record.ts';
export { networkZone } from './zone.ts';
