/** States of permissions and referrals, by code. Linted as youth words. */
export const states = {
  permission: {
    draft: 'Not asked yet',
    active: 'Shared',
    paused: 'Paused',
    stopped: 'Stopped',
    ended: 'Ended',
  },
  referral: {
    requested: 'Sent',
    accepted: 'They said yes',
    rejected: "They can't",
    'in-progress': 'Started',
    completed: 'They say done',
    cancelled: 'Called off',
  },
  item: {
    profile: 'About the young person',
    goal: 'Goal',
    step: 'Step',
    note: 'Note',
    referral: 'Referral',
    appointment: 'Appointment',
  },
  step: {
    open: 'Open',
    done: 'Done',
  },
} as const;
