export { checkRequest } from './check-request.ts';
export { enterOwnCase } from './consent.queries.ts';
export { discard } from './discard.ts';
export { list, listMine } from './list.ts';
export { prepareGrant } from './prepare.ts';
export { sign } from './sign.ts';
export { stop, stopMine } from './stop.ts';
export { basisOf, findKept, instantOf, listSights, type SightRow } from './sights.ts';
export { networkZone } from './zone.ts';
