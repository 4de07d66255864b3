import { officer } from './law-officer.ts';
import { lawNeeds, lawYoung } from './law-young.ts';

/**
 * Why something is closed (consent-rules 0.6), by rule or reason: `young` for the young person and their guardian,
 * `officer` for whoever administers permissions, with `cure` for what would make it open. A recipient reads one
 * sentence alone, whatever was withheld and whether anything was.
 */
export const law = {
  recipient: { RELEASED: 'You have been given everything that has been released to you.' },
  young: lawYoung,
  youngNeeds: lawNeeds,
  officer,
  cure: {
    'better-paper': 'A new form with everything that the law asks of it.',
    'own-paper': 'A form for this kind and for nothing else.',
    initials: 'Initials beside this kind.',
    'young-signature': "The young person's own signature.",
    'both-signatures': 'The young person, and a parent or guardian with authority, both sign.',
    'other-signer': 'A form without that signer.',
    'other-recipient': 'A recipient whom the law allows.',
    'named-provider': 'A named provider who treats the young person.',
    'other-purpose': 'A purpose that the law allows.',
    'court-order': 'A court order.',
    'order-and-subpoena': 'A court order and a subpoena, both on record.',
    'notice-first': 'A record of the attempt to tell them first.',
    permission: 'A signed permission.',
    'state-row': "An answer in the state's signed rules.",
    counsel: 'Counsel reads this rule and signs that it was read.',
    'switch-on': 'The agency switches this on, and the recipient fits the law.',
    evidence: 'A record of what it rests on.',
    shorter: 'A shorter time.',
    'smaller-set': 'Only what the law lists.',
    'one-by-one': 'A question about each young person by themselves.',
    agreement: 'An agreement of both agencies that covers it.',
    'lift-restriction': 'The restriction ends.',
    'be-employed': 'The reader works there now.',
    'choose-purpose': 'The reader chooses a purpose.',
    'complete-facts': 'The missing facts, each once.',
    nothing: 'Nothing opens this.',
  },
  needs: {
    adult: 'A parent or guardian has to sign this too.',
    initials: '{{code}} did not mark this kind. To open it, ask again.',
    counsel: 'Somebody has to check the law first.',
    agreement: 'Your agency and theirs did not both sign an agreement for it.',
    no: 'The law here does not let this form open it.',
  },
  title: 'Not open yet',
  draftTitle: 'What the law asks for',
  draftLead: '{{code}} can sign now. These kinds stay closed until this is done.',
  why: 'Why',
  whyNamed: 'Why: {{kind}}',
  line: '{{kind}}: {{need}}',
  rule: '{{rule}} ({{cite}})',
} as const;
