/** States of permissions and referrals, by code. Linted as youth words. */
export const states = {
  permission: {
    draft: 'Not asked yet',
    active: 'Shared',
    announced: 'Somebody new',
    vacant: 'Nobody there now',
    paused: 'Paused',
    stopped: 'Stopped',
    ended: 'Ended',
  },
  referral: {
    requested: 'Sent',
    accepted: 'They said yes',
    rejected: "They can't",
    'in-progress': 'Started',
    'on-hold': 'Paused',
    completed: 'They say it is done',
    failed: "Didn't work out",
    cancelled: 'Taken back',
  },
  /** What the young person says of a service that is done. */
  helped: {
    yes: 'Helped',
    no: 'It did not really help',
  },
  /** Why a service cannot, to stand after "They can't:". */
  declined: {
    full: 'full right now',
    age: 'not for this age',
    distance: 'too far away',
    group: 'does not take this group',
    'other-help': 'not this kind of help',
    'not-said': "can't say why",
  },
  item: {
    profile: 'About the young person',
    goal: 'Goal',
    step: 'Step',
    note: 'Note',
    referral: 'Referral',
    appointment: 'Appointment',
    meeting: 'Team meeting',
    decision: 'Decision',
    statement: 'Their side of it',
    strength: 'Strength',
    need: 'Need',
    fear: 'Worry',
    obligation: 'Somebody or something to look after',
    card: 'What helps them',
    'told-once': 'What was told once',
  },
  step: {
    open: 'Open',
    done: 'Done',
  },
} as const;
