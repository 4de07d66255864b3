export { networkZone } from '@accord/ledger/server';
