import type { AgencyId, StaffId, YoungPersonId } from './ids.ts';

/**
 * Whoever asks. Serialisable, so that a job can carry its asker and be authorised again when it runs.
 * `advisor` and `guest` are callers in their own right: neither reaches case data by being one.
 */
export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'staff'; staffId: StaffId; agencyId: AgencyId }
  | { kind: 'youth'; youngPersonId: YoungPersonId }
  | { kind: 'guest'; linkId: string }
  | { kind: 'advisor'; advisorId: StaffId }
  | { kind: 'system'; job: SystemJob };

export type SystemJob = 'keys' | 'directory';

export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export type YouthActor = Extract<Actor, { kind: 'youth' }>;
export type AdvisorActor = Extract<Actor, { kind: 'advisor' }>;

export const ANONYMOUS: Actor = { kind: 'anonymous' };
