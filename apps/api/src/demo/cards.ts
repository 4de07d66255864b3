import type { DemoCard } from '@accord/identity';

/** The made-up people of the demo, and what each will see, in a line. */
export const CARDS: readonly (DemoCard & { email: string })[] = [
  {
    key: 'dana',
    app: 'staff',
    name: 'Dana Whitfield',
    title: 'Child welfare worker',
    agency: 'Alder County Child Welfare',
    sees: "Leads Jordan's case, code name Heron: goals, notes, referrals, and who sees what.",
    email: 'dana@childwelfare.example',
  },
  {
    key: 'ortiz',
    app: 'staff',
    name: 'Rafael Ortiz',
    title: 'Detective',
    agency: 'Alder Police Youth Unit',
    sees: 'Sees goals and a referral, because Jordan shared them. Stop both, and the page is empty.',
    email: 'ortiz@police.example',
  },
  {
    key: 'nair',
    app: 'staff',
    name: 'Priya Nair',
    title: 'School liaison',
    agency: 'Alder Unified Schools',
    sees: 'Sees nothing yet: no permission names her.',
    email: 'nair@schools.example',
  },
  {
    key: 'sosa',
    app: 'staff',
    name: 'Elena Sosa',
    title: 'Therapist',
    agency: 'Riverbend Counseling',
    sees: 'Sees her own notes, which nobody else does, and the goals.',
    email: 'sosa@riverbend.example',
  },
  {
    key: 'bell',
    app: 'staff',
    name: 'Marcus Bell',
    title: 'Probation officer',
    agency: 'Alder Juvenile Probation',
    sees: 'Sees nothing: what was shared with him was stopped.',
    email: 'bell@probation.example',
  },
  {
    key: 'jordan',
    app: 'youth',
    name: 'Jordan',
    title: 'Young person, 16',
    agency: null,
    sees: 'Sees their own plan, who can see it, and who looked. Can stop any of it.',
    email: 'jordan@plans.example',
  },
];
