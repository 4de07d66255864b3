export { accounting, auditEvents } from './answers/accounting.ts';
export { answerAbout } from './answers/answer.ts';
export { listEverybody, listOverseen, oversees } from './answers/answers.queries.ts';
export { endAgreement, listAgreements, recordAgreement } from './agreements/library.ts';
export { offer } from './agreements/offer.ts';
export { readReceivable } from './agreements/terms.ts';
export { ask, setAside, takeUp } from './asking/ask.ts';
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
} from './signers/authorities.ts';
export { endBasis, listBases, listMyBases, recordBasis, tellBasis } from './bases/bases.ts';
export { checkRequest } from './asking/check-request.ts';
export { enterOwnCase, getTerms, holdsFor, writesFor } from './consent.queries.ts';
export {
  answerEmergency,
  askEmergency,
  listEmergencies,
  reviewEmergency,
} from './emergencies/emergencies.ts';
export { afterHours, putOnCall, takeOffCall, wantTwo } from './emergencies/on-call.ts';
export { countersign, withdraw } from './permissions/countersign.ts';
export { discard } from './permissions/discard.ts';
export { type HeldPaper, kindsHeld, listHeld } from './permissions/held.ts';
export { keepOut, keptOut, letBack } from './kept-out/kept-out.ts';
export { inbox } from './asking/inbox.ts';
export { listMarks, mark, markMine, settle } from './marks/marks.ts';
export { list, listMine } from './permissions/list.ts';
export { networkZone } from './zone.ts';
export { listOpenSubpoenas, listOrders, spanOfDays } from './packages/packages.queries.ts';
export { type PackageScope, type ScopeAsk, scopePackage } from './packages/scope.ts';
export { paper } from './papers/paper.ts';
export { pause, pauseMine, resume, resumeMine } from './stopping/pause.ts';
export { answerNewHolder, answerNewHolderMine } from './posts/introductions.ts';
export { holdPost, namePost, posts } from './posts/posts.ts';
export { getPermission, listPermissions } from './permissions/read.ts';
export { closeDuty, dutiesDue, recordDuty, register } from './register/register.ts';
export { prepareGrant } from './permissions/prepare.ts';
export { sign } from './permissions/sign.ts';
export { recordStop } from './stopping/record-stop.ts';
export { listRenewable } from './renewal/renewable.ts';
export { declineToRenew, renew } from './renewal/renew.ts';
export { getCodeName } from './renewal/renewal.queries.ts';
export { stop, stopMine } from './stopping/stop.ts';
export { basisOf, findKept, instantOf, listSights, type SightRow } from './sights/sights.ts';
export { consult } from './standards/consult.ts';
export { evidenceOf, readEvidenceFile } from './standards/evidence.ts';
export { exportConsent } from './standards/export-consent.ts';
export { setBornOn } from './law/law.queries.ts';
export { lawOfDraft } from './law/read.ts';
export { policies } from './policy/list.ts';
export { canonicalJson } from './policy/canonical-json.ts';
export { findPolicy } from './policy/policy.queries.ts';
export { PolicyFault } from './policy/fault.ts';
export { verifyStored } from './policy/plan.ts';
export { installPolicies, listStoredPolicies } from './policy/install.queries.ts';
export { POLICIES, readPolicies } from './policy/read.ts';
export { makeKey, reviewFile, signFile } from './policy/sign.ts';
export { readTrust } from './policy/trust.ts';
export { CASES, findShippedRules } from './tester/shipped.ts';
export { listPolicyCases, removePolicyCase, savePolicyCase, tryPolicyCase } from './tester/tester.ts';
