export { addAppointment } from './add-appointment.ts';
export { addGoal } from './add-goal.ts';
export { addNote } from './add-note.ts';
export { addMySide } from './add-my-side.ts';
export { addStep } from './add-step.ts';
export { answerChoices, askAnswer, overseen } from './answers.ts';
export { confirmContact } from './confirm-contact.ts';
export { correctNote } from './correct-note.ts';
export { create } from './create.ts';
export { doers } from './doers.ts';
export { editProfile } from './edit-profile.ts';
export {
  enterMyCases,
  findCustody,
  findRow,
  findSystem,
  type ItemRow,
  listItems,
  listProfiles,
} from './cases.queries.ts';
export { contentOf } from './item-view.ts';
export { answerErasure, askErasure } from './keeping/erasures.ts';
export { liftHold, placeHold } from './keeping/holds.ts';
export { dueCases, keeping } from './keeping/keeping.ts';
export { keepKind, schedule, setRetention } from './keeping/schedule.ts';
export { caseloads } from './handover/caseloads.ts';
export { handOver, talkedAboutHandover } from './handover/hand-over.ts';
export { answerMyHandover, myHandovers } from './handover/mine.ts';
export { list } from './list.ts';
export { looks, openMine } from './mine.ts';
export { findNameDigest } from './name-token.ts';
export { newCase } from './new-case.ts';
export { noteVersions } from './note-versions.ts';
export { open } from './open.ts';
export { answerPackage, handOutPackage } from './packages/hand-out.ts';
export { packages, waitingPackages } from './packages/packages.ts';
export { preparePackage, previewPackage } from './packages/prepare.ts';
export { planStep } from './plan-step.ts';
export { exposuresOf } from './open-case.ts';
export { previewFor, previewOf } from './preview.ts';
export { previewChange } from './preview-change.ts';
export { putVersion, reviseItem } from './revise-item.ts';
export { search } from './search/search.ts';
export { setStep } from './set-step.ts';
export { looked } from './today/looked.ts';
export { today } from './today/today.ts';
export { listReferralRows } from './standing.queries.ts';
export { standingsOf } from './standing.ts';
export { whoSeesWhat } from './who-sees-what.ts';
export { type Watched, watchCase } from './watch.ts';
export { why } from './why.ts';
export { putItem, writeItem } from './write-item.ts';
