import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../frame/Page.tsx';
import { words } from '../words.ts';
import { About } from './About.tsx';
import { Appointment } from './Appointment.tsx';
import { arrange } from './arrange.ts';
import { ComingMeeting } from './ComingMeeting.tsx';
import { Decision } from './Decision.tsx';
import { Goal } from './Goal.tsx';
import { MyPart } from './MyPart.tsx';
import { Note } from './Note.tsx';
import { Part } from './Part.tsx';
import { Service } from './Service.tsx';
import { SignPlan } from './SignPlan.tsx';
import { Step } from './Step.tsx';
import { Team } from './Team.tsx';

const route = getRouteApi('/signed-in/plan');

/** What is theirs to see: goals in their own words first, then what others wrote, then what is kept about them. */
export function Plan() {
  const { items, team, plans } = route.useLoaderData();
  const {
    goals,
    strengths,
    needs,
    worries,
    lookAfter,
    otherSteps,
    dates,
    services,
    notes,
    decisions,
    meetings,
    profiles,
    sidesOf,
  } = arrange(items);

  return (
    <Page title={words.plan.title}>
      {items.length === 0 && <p className="lead">{words.plan.empty}</p>}
      {plans.map((each) => (
        <SignPlan key={each.planId} plan={each} />
      ))}
      <Part title={words.plan.goals} of={goals}>
        {({ goal, steps }) => <Goal goal={goal} steps={steps} />}
      </Part>
      <Part title={words.plan.strengths} of={strengths}>
        {(part) => <MyPart part={part} />}
      </Part>
      <Part title={words.plan.needs} of={needs}>
        {(part) => <MyPart part={part} />}
      </Part>
      <Part title={words.plan.worries} of={worries}>
        {(part) => <MyPart part={part} />}
      </Part>
      <Part title={words.plan.lookAfter} of={lookAfter}>
        {(part) => <MyPart part={part} />}
      </Part>
      <Part title={words.plan.otherSteps} of={otherSteps}>
        {(step) => <Step step={step} />}
      </Part>
      <Part title={words.plan.dates} of={dates}>
        {(date) => <Appointment date={date} sides={sidesOf(date.itemId)} />}
      </Part>
      <Part title={words.meetings.title} of={meetings}>
        {(meeting) => <ComingMeeting meeting={meeting} />}
      </Part>
      <Part title={words.meetings.decisions} of={decisions}>
        {(decision) => <Decision decision={decision} sides={sidesOf(decision.itemId)} />}
      </Part>
      <Part title={words.plan.services} of={services}>
        {(service) => <Service referral={service} sides={sidesOf(service.itemId)} />}
      </Part>
      <Part title={words.plan.notes} of={notes}>
        {(note) => <Note note={note} sides={sidesOf(note.itemId)} />}
      </Part>
      {team.length > 0 && <Team team={team} />}
      <Part title={words.plan.about} of={profiles}>
        {(profile) => <About profile={profile} />}
      </Part>
    </Page>
  );
}
