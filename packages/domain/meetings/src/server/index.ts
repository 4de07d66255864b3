export { agenda } from './agenda.ts';
export { attend, setMeeting, setYoungHere } from './attend.ts';
export { addGuest, convene, invite, invitees } from './convene.ts';
export { decide } from './decide.ts';
export { roomsMark } from './meetings.queries.ts';
export { chooseSpeaker, myMeetings, prepare } from './mine.ts';
export { room } from './room.ts';
