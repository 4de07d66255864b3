/** What a law or a court opened, and what only asked for it. */
export const byLaw = {
  title: 'Open by law',
  lead: 'A law or a judge opened these. Nobody asked you to say yes, and they can not be stopped here.',
  none: 'Nothing of yours is open by law now.',
  knowsOf: 'Knows that there is something, and can not read it',
  reason: {
    court_order: 'A judge ordered it. The order is {number}.',
    team_statute: 'A law for people who work as a team says so. The law is {number}.',
    mandate: 'A law says that this must be reported. The report is {number}.',
    emergency: 'There was an emergency.',
  },
  natures: {
    'hurt-or-ill': 'It was an emergency: you were hurt or very sick.',
    'in-danger': 'It was an emergency: someone was in danger.',
    missing: 'It was an emergency: they did not know where you were.',
  },
  time: '{day}, {time}',
  ask: 'You can ask {who} about it. They wrote it down.',
  past: '{who}: {what}. This is over.',
  agreed: '{who} agreed to it.',
  papers: 'Papers that asked about you',
  paper: 'On {day}, a paper from a lawyer or a court came to {who}. Its number is {number}.',
  paperState: {
    open: 'It has opened nothing. You can show this to a lawyer.',
    closed: 'It is over. It opened nothing.',
    ordered: 'A judge then ordered it. You find that order on this page.',
  },
  packages: 'Records that were given out',
  package: 'On {day}, {owner} gave this to {who}, by an order: {what}. The number is {number}.',
  noPackage:
    'On {day}, {owner} answered a request for records. Nothing about you was given. The number is {number}.',
  looks: 'Somebody else checks if it was needed, within a day.',
  reviewed: {
    right: '{who} checked it on {day}. It was needed.',
    'not-right': '{who} checked it on {day}. It was not needed.',
  },
} as const;
