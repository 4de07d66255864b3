import { accounting } from './accounting.ts';
import { agreements } from './agreements.ts';
import { answers } from './answers.ts';
import { bases } from './bases.ts';
import { caseload } from './caseload.ts';
import { care } from './care.ts';
import { cases } from './cases.ts';
import { categories } from './categories.ts';
import { common } from './common.ts';
import { countersign } from './countersign.ts';
import { demo } from './demo.ts';
import { emergencies } from './emergencies.ts';
import { frame } from './frame.ts';
import { grid } from './grid.ts';
import { handover } from './handover.ts';
import { inbox } from './inbox.ts';
import { keeping } from './keeping.ts';
import { law } from './law.ts';
import { matches } from './matches.ts';
import { meetings } from './meetings.ts';
import { needs } from './needs.ts';
import { notes } from './notes.ts';
import { packages } from './packages.ts';
import { palette } from './palette.ts';
import { papers } from './papers.ts';
import { permissions } from './permissions.ts';
import { plan } from './plan.ts';
import { posts } from './posts.ts';
import { problems } from './problems.ts';
import { protocols } from './protocols.ts';
import { purposes } from './purposes.ts';
import { refer } from './refer.ts';
import { referrals } from './referrals.ts';
import { register } from './register.ts';
import { renewal } from './renewal.ts';
import { session } from './session.ts';
import { sharing } from './sharing.ts';
import { signers } from './signers.ts';
import { stateLaw } from './state-law.ts';
import { states } from './states.ts';
import { stops } from './stops.ts';
import { systems } from './systems.ts';
import { tester } from './tester.ts';
import { texts } from './texts.ts';
import { today } from './today.ts';
import { why } from './why.ts';

/** Every message of the staff app, one area per file. */
export const en = {
  accounting,
  agreements,
  answers,
  bases,
  caseload,
  care,
  cases,
  categories,
  common,
  countersign,
  demo,
  emergencies,
  frame,
  grid,
  handover,
  inbox,
  keeping,
  law,
  matches,
  meetings,
  needs,
  notes,
  packages,
  palette,
  papers,
  permissions,
  plan,
  posts,
  problems,
  protocols,
  purposes,
  refer,
  referrals,
  register,
  renewal,
  session,
  sharing,
  signers,
  stateLaw,
  states,
  stops,
  systems,
  tester,
  texts,
  today,
  why,
} as const;
