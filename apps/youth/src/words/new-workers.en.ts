/** Somebody new works with them, at a place that works with them already. */
export const newWorkers = {
  title: 'Someone new works with you',
  forGood: '{who} works with you now. {before} does not see your page any more.',
  until: '{who} works with you too, until {day}, while {before} is away.',
  same: 'What you share stays as it is. You do not have to say why.',
  fine: 'This is fine',
  fineNamed: 'This is fine: {who}',
  talk: 'I want to talk about it',
  talkNamed: 'I want to talk about it: {who}',
  doneFine: 'We wrote that down.',
  doneTalk: 'We wrote that down. Someone who leads the team will talk with you.',
};
