import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../frame/Page.tsx';
import { words } from '../words.ts';
import { Meeting } from './Meeting.tsx';

const route = getRouteApi('/signed-in/days');
const { meetings: said } = words;

/** The meetings about them, newest first, and what they want of each. */
export function Meetings() {
  const { meetings } = route.useLoaderData();
  return (
    <Page title={said.title} lead={said.lead}>
      {meetings.length === 0 && <p>{said.empty}</p>}
      {meetings.map((meeting) => (
        <Meeting key={meeting.meetingId} meeting={meeting} />
      ))}
    </Page>
  );
}
