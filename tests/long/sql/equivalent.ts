/**
 * Mutants that change nothing that anybody can see, by file of routines and name, and why. Everything else must be
 * caught. A name that no mutant has any more fails the run, so that the list cannot outlive its reasons.
 */
export const EQUIVALENT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '10_context.sql': {
    'context: without: part is null':
      'A second lock: of nothing there is no node, and without a node there is no context.',
    'context: without: not found': 'A second lock: what no node signed has no signature that is right.',
    'context: clock_timestamp ( ) >= to_timestamp ( part turned at its edge':
      'The clock on the wall: nobody asks at one instant of it.',
  },
  '20_openings.sql': {
    'openings: without: cases is null': 'A second lock: no case is opened out of an empty list.',
    'openings: without: me.kind is null':
      'A second lock: without a context there is no actor, agency or purpose, and no row equals null.',
    "openings: without: me.kind not in ('staff', 'youth')":
      'A second lock: each arm says for which kind of reader it is.',
    'openings: without: e.grantee_id in (me.actor_id, me.agency_id)':
      'The index, and a second lock: each arm asks for the id that it is for.',
    'my_cases: without: me.kind is null': 'A second lock: nobody has no id, and no row equals null.',
    "my_cases: without: me.kind not in ('staff', 'youth')": 'A second lock: no row is for anybody else’s id.',
    "my_cases: without: me.kind = 'staff'": 'A second lock: of all readers only staff have an agency.',
    'openings: without: e.grantee_id = me.actor_id (2)':
      'A second lock: a young person has no agency whose id the row could bear instead.',
    "openings: without: me.kind = 'staff' (2)": 'A second lock: of all readers only staff have an agency.',
  },
  '40_permissions.sql': {
    'put_rows: without: r.grantee_kind <> g.recipient_kind':
      'A second lock: no agency has the id of a person, and nobody of such an id has agreed to anything.',
    'withdraw_signature: without: id = the_grant (2)':
      'The lock: of all permissions in place of one, which waits longer and says the same.',
    'countersign_grant: without: a.contact_agreed_at is null':
      'A second lock: who agreed and that it is safe stand on a row together or not at all.',
    'countersign_grant: without: a.contact_safe_at is null':
      'A second lock: who agreed and that it is safe stand on a row together or not at all.',
  },
  '42_pauses.sql': {
    'keep_to_terms: without: know_mask & ~new.shareable_mask <> 0':
      'So that no row is written which stays as it is: a row within the terms keeps its masks.',
    'keep_to_terms: without: & ~new.shareable_mask':
      'So that no row is written which stays as it is: a row within the terms keeps its masks.',
  },
  '45_who_sees.sql': {
    "who_sees: without: e.grantee_kind in ('staff', 'agency')":
      'A second lock: no agency has the id of a young person, and without one there is no row.',
  },
  '48_emergencies.sql': {
    "own_emergency_terms: without: me.kind = 'staff'":
      'A second lock: of all readers only staff have an agency.',
    "may_vouch: without: me.kind = 'staff'": 'A second lock: of all readers only staff have an agency.',
    "ask_emergency: without: me.kind is distinct from 'staff'":
      'A second lock: nobody but staff writes for an agency.',
    'ask_emergency: ; b.see_mask := see ;: know_mask for see_mask':
      'What is asked for is kept as it was named, and the law asks the same of what may be known.',
    'answer_emergency: without: not found': 'A second lock: nobody vouches for what there is not.',
    'review_emergency: without: not found': 'A second lock: nobody vouches for what there is not.',
    'review_emergency: then b.know_mask else 0 end: see_mask for know_mask':
      'Of an emergency both masks are one: the law lets nobody only know of something by it.',
    'vouches_now: without: b.owner_agency = me.agency_id':
      'A second lock: whoever agreed to it or ended it works for its owner.',
    'emergencies: , b.see_mask , b.: know_mask for see_mask':
      'Of an emergency both masks are one: the law lets nobody only know of something by it.',
    "as_supervisor: without: me.kind is distinct from 'staff'":
      'A second lock: of all readers only staff have an agency.',
    'emergencies: without: vouch.may':
      'A second lock: it is told to whoever vouches and to whoever opened it, and of these the one decides.',
    "emergencies: without: me.kind is distinct from 'staff'":
      'A second lock: of all readers only staff have an agency.',
    "answer_emergency: without: me.kind is distinct from 'staff'":
      'A second lock: nobody but staff asks or vouches.',
  },
  '85_policies.sql': {
    "prepared on consent_grant: without: (status = 'draft'::text)":
      'A second lock: whoever prepares may not name a state at all, so that it is a draft.',
    'prepared on consent_document: without: (g.discloser_agency = consent_document.owner_agency)':
      'A second lock: who writes for the owner is of its agency, and reads permissions of that agency alone.',
    'young_person on ledger_entry: without: case_id = ANY (( SELECT scope() AS scope)::uuid[])':
      'A second lock, and the index: no case outside the scope is read.',
    'holders on coercion_mark: without: case_id = ANY (( SELECT scope() AS scope)::uuid[])':
      'A second lock, and the index: who holds items holds them in a case of the scope.',
  },
  '84_meetings.sql': {
    'with_body on meeting: without: b.case_id = meeting.case_id':
      'An item, and with it a meeting, is of one case.',
    'roster on meeting_attendee: without: m.case_id = meeting_attendee.case_id':
      'An item, and with it a meeting, is of one case.',
    'roster on meeting_attendee: without: case_id = ANY (( SELECT scope() AS scope)::uuid[])':
      'A second lock, and the index: no meeting outside the scope is seen.',
    'chosen on meeting_prep: without: case_id = ANY (( SELECT scope() AS scope)::uuid[])':
      'A second lock, and the index: no meeting outside the scope is seen.',
  },
};
