export { ask, setAside, takeUp } from './ask.ts';
export {
  agreeContact,
  endSigner,
  excludeSigner,
  excludeSignerMine,
  letSign,
  letSignMine,
  recordSigner,
  signers,
  signersMine,
} from './authorities.ts';
export { endBasis, listBases, listMyBases, recordBasis, tellBasis } from './bases.ts';
export { checkRequest } from './check-request.ts';
export { enterOwnCase, getTerms } from './consent.queries.ts';
export { countersign, withdraw } from './countersign.ts';
export { discard } from './discard.ts';
export { type HeldPaper, kindsHeld, listHeld } from './held.ts';
export { keepOut, keptOut, letBack } from './kept-out.ts';
export { inbox } from './inbox.ts';
export { listMarks, mark, markMine, settle } from './marks.ts';
export { list, listMine } from './list.ts';
export { networkZone } from './zone.ts';
export { pause, pauseMine, resume, resumeMine } from './pause.ts';
export { getPermission } from './permissions.ts';
export { prepareGrant } from './prepare.ts';
export { sign } from './sign.ts';
export { stop, stopMine } from './stop.ts';
export { basisOf, findKept, instantOf, listSights, type SightRow } from './sights.ts';
export { setBornOn } from './law.queries.ts';
export { lawOfDraft } from './law.ts';
export { policies } from './policies.ts';
export { findPolicy } from './policy.queries.ts';
export { PolicyFault } from './policy/fault.ts';
export { verifyStored } from './policy/plan.ts';
export { installPolicies, listStoredPolicies } from './policy/install.queries.ts';
export { POLICIES, readPolicies } from './policy/read.ts';
export { makeKey, reviewFile, signFile } from './policy/sign.ts';
export { readTrust } from './policy/trust.ts';
