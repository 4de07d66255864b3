-- Rights, last: nobody has what is not named here. Write grants name their columns.

do $$
declare f record;
begin
  for f in
    select p.oid::regprocedure as signature, p.prosecdef from pg_proc p where p.pronamespace = 'accord'::regnamespace
  loop
    execute format('revoke all on function %s from public, accord_runtime, accord_listen, accord_advisor', f.signature);
    if f.prosecdef then execute format('alter function %s owner to accord_floor', f.signature); end if;
  end loop;
end $$;

grant usage on schema accord to accord_runtime, accord_floor, accord_advisor;
grant execute on all functions in schema accord to accord_floor;

-- What the definer functions touch.
grant select on accord.node, accord.node_agency, accord.topic_key, accord.category, accord.purpose, accord.agency, accord.agency_key,
  accord.advisor, accord.staff, accord.account, accord.young_person_key, accord.category_key, accord.policy_bundle
  to accord_floor;
grant select, insert on accord.young_person, accord.case_file, accord.consent_revocation to accord_floor;
grant select, insert, update on accord.authority, accord.consent_signature to accord_floor;
grant select, insert, update, delete on accord.young_fact to accord_floor;
grant select, insert, update on accord.assignment, accord.case_key, accord.access_denial, accord.consent_pause,
  accord.consent_request to accord_floor;
grant select, insert, update on accord.law_basis, accord.coercion_mark, accord.emergency_ask, accord.duty_entry
  to accord_floor;
grant select, insert on accord.emergency_review to accord_floor;
grant select, insert, update, delete on accord.on_call to accord_floor;
grant select, insert, update on accord.post, accord.post_holder, accord.post_introduction to accord_floor;
grant select, insert, update on accord.case_visit to accord_floor;
grant select, insert, delete on accord.search_token to accord_floor;
grant select, insert, update on accord.handover to accord_floor;
grant update (emergency_needs_two) on accord.agency to accord_floor;
grant select, update on accord.case_item to accord_floor;
grant select, insert, update, delete on accord.consent_grant to accord_floor;
grant select, insert, update, delete on accord.effective_access, accord.session, accord.rate_bucket to accord_floor;
grant select, insert, delete on accord.key_wrap to accord_floor;

grant select, insert, update on accord.legal_hold, accord.erasure, accord.records_package, accord.records_package_item
  to accord_floor;
grant select, insert, delete on accord.retention_rule, accord.policy_case to accord_floor;
-- An erasure that two persons decided; the keys that go with a case's go by their reference.
grant select, delete on accord.case_item_body, accord.consent_document to accord_floor;
grant delete on accord.case_item, accord.case_key to accord_floor;
grant select, insert, update, delete on accord.plan_version to accord_floor;
grant select on accord.plan_version to accord_runtime;
grant select, insert, update, delete on accord.meeting, accord.meeting_attendee, accord.meeting_prep to accord_floor;
grant select on accord.meeting, accord.meeting_attendee, accord.meeting_prep to accord_runtime;
grant insert on accord.ledger_exposure to accord_floor;
grant select on accord.legal_hold, accord.erasure, accord.retention_rule, accord.records_package,
  accord.records_package_item, accord.policy_case to accord_runtime;
grant select, insert, update on accord.agreement to accord_floor;
grant update (ends_at) on accord.key_wrap to accord_floor;
grant select on accord.agreement to accord_runtime;
grant select, insert on accord.ledger_entry to accord_floor;
grant select, insert, update, delete on accord.match_token, accord.match_ask, accord.match_probe, accord.case_match
  to accord_floor;
grant select, insert on accord.past_fact to accord_floor;

-- What the product runs as.
grant select on accord.category, accord.purpose, accord.policy_bundle, accord.authority, accord.agency, accord.staff, accord.case_file, accord.assignment,
  accord.case_item_body, accord.referral, accord.consent_grant, accord.consent_signature, accord.consent_revocation,
  accord.consent_pause, accord.consent_request, accord.consent_document, accord.law_basis, accord.coercion_mark, accord.emergency_review, accord.on_call,
  accord.duty_entry, accord.post, accord.post_holder, accord.post_introduction, accord.case_visit, accord.search_token,
  accord.agency_key, accord.case_key, accord.category_key, accord.key_wrap, accord.young_person_key, accord.ledger_entry to accord_runtime;
-- Not who does a step or changed it: accord.item_people() tells that, to those who may know them.
grant select (case_id, id, kind, owner_agency, category_mask, parent_id, state, revision, body_version, occurred_at,
  created_at, created_by, for_young_person, due_on, changed_at, state_reason, state_at, state_by)
  on accord.case_item to accord_runtime;
grant insert (case_id, id, kind, owner_agency, category_mask, parent_id, occurred_at, created_by, assigned_to,
  for_young_person, due_on) on accord.case_item to accord_runtime;
grant update (state, revision, body_version) on accord.case_item to accord_runtime;
grant insert (case_id, item_id, version, owner_agency, category_mask, key_version, occurred_at, sealed)
  on accord.case_item_body to accord_runtime;
grant insert (case_id, item_id, service_id) on accord.referral to accord_runtime;
grant insert (id, case_id, discloser_agency, recipient_kind, recipient_id, purpose, categories, valid_from, valid_to,
  prepared_by, may_write, language, post_id) on accord.consent_grant to accord_runtime;
grant insert (grant_id, version, case_id, owner_agency, category_mask, key_version, sealed)
  on accord.consent_document to accord_runtime;
grant insert (agency_id, epoch, public_key), update (retired_at) on accord.agency_key to accord_runtime;
grant insert (case_id, owner_agency, agency_epoch, wrapped), update (agency_epoch, wrapped)
  on accord.case_key to accord_runtime;
grant insert (case_id, owner_agency, category_mask, key_version) on accord.category_key to accord_runtime;
grant update (holder_epoch, wrapped) on accord.key_wrap to accord_runtime;
grant insert (young_person_id, case_id, agency_id, agency_epoch, public_key, wrapped),
  update (agency_epoch, epoch, public_key, wrapped) on accord.young_person_key to accord_runtime;
grant insert (id, node_id, actor_kind, actor_id, actor_agency, action, case_id, owner_agency, purpose, category_mask,
  item_count, digest, notices, policy_version) on accord.ledger_entry to accord_runtime;
grant insert (case_id, item_id, version, reader_id, entry_id) on accord.ledger_exposure to accord_runtime;

grant execute on function
  accord.keyed_digest(bytea, bytea, text),
  accord.scope(),
  accord.actor_job(),
  accord.tended_agencies(),
  accord.held_by(),
  accord.openings(),
  accord.my_cases(timestamptz, integer),
  accord.access_ends_at(uuid),
  accord.holds_for(uuid, uuid),
  accord.writes_for(uuid, uuid),
  accord.is_own_case(uuid),
  accord.create_case(uuid, uuid, text, smallint[], smallint, bigint),
  accord.assign(uuid, uuid, text, timestamptz),
  accord.is_demo(),
  accord.papers(uuid),
  accord.paper_text(uuid),
  accord.paper_signers(uuid),
  accord.paper_digests(uuid),
  accord.sign_grant(uuid, text, bytea, bigint),
  accord.countersign_grant(uuid, uuid, text, bytea, boolean),
  accord.withdraw_signature(uuid, text),
  accord.born_on(uuid),
  accord.set_born_on(uuid, date),
  accord.record_authority(uuid, uuid, text, text, text[], text, timestamptz, timestamptz),
  accord.end_authority(uuid),
  accord.agree_contact(uuid),
  accord.exclude_signer(uuid),
  accord.let_sign(uuid),
  accord.project_grant(uuid, jsonb),
  accord.let_recipient_write(uuid, smallint[]),
  accord.stop_grant(uuid, bigint, uuid, text),
  accord.take_keys_to_stop(uuid),
  accord.replace_grant(uuid, uuid),
  accord.decline_renewal(uuid),
  accord.name_post(uuid, text, uuid),
  accord.hold_post(uuid, uuid),
  accord.answer_introduction(uuid, text, text),
  accord.hands_over(uuid),
  accord.waiting_posts(),
  accord.out_before(uuid, text),
  accord.discard_grant(uuid),
  accord.pause_grant(uuid, uuid),
  accord.resume_grant(uuid, jsonb, smallint[]),
  accord.ask_for(uuid, uuid, bigint, text),
  accord.set_aside(uuid, text),
  accord.waiting(timestamptz),
  accord.waiting_orders(timestamptz),
  accord.conflicts(),
  accord.record_basis(uuid, uuid, text, text, uuid, smallint[], bigint, bigint, timestamptz, text, text, text, date,
    text, text),
  accord.end_basis(uuid, text),
  accord.tell_basis(uuid, text),
  accord.own_emergency_terms(),
  accord.ask_emergency(uuid, uuid, text, uuid, smallint[], bigint, text, smallint, text, text),
  accord.answer_emergency(uuid, boolean),
  accord.review_emergency(uuid, text),
  accord.vouches_now(uuid),
  accord.emergencies(),
  accord.supervises(),
  accord.want_two(boolean),
  accord.put_on_call(uuid, text, timestamptz),
  accord.take_off_call(uuid),
  accord.record_duty(uuid, uuid, text, text, text, timestamptz, timestamptz, text),
  accord.close_duty(uuid, text, text, timestamptz, uuid, text),
  accord.place_hold(uuid, uuid, text),
  accord.lift_hold(uuid),
  accord.set_retention(smallint, text, text, smallint, text),
  accord.retention(uuid, text),
  accord.save_policy_case(uuid, text, text, bigint, smallint, date, text, text, text),
  accord.remove_policy_case(uuid),
  accord.ask_erasure(uuid, uuid, text),
  accord.answer_erasure(uuid, boolean, text),
  accord.last_erasure(uuid),
  accord.order_scope(uuid, bigint, timestamptz, timestamptz),
  accord.package_is_whole(uuid),
  accord.put_name_token(uuid, bytea),
  accord.match_standing(uuid),
  accord.ask_match(uuid, uuid, text),
  accord.match_targets(uuid),
  accord.send_match(uuid, uuid[], uuid[], integer[], bytea[]),
  accord.keep_match(uuid),
  accord.waiting_probes(),
  accord.answer_probe(uuid, bytea),
  accord.waiting_matches(),
  accord.answer_match(uuid, boolean),
  accord.undo_match(uuid),
  accord.put_match_aside(uuid),
  accord.prepare_package(uuid, uuid, text, uuid, text, date, date, bigint, date, date, date, text, uuid[]),
  accord.approve_package(uuid),
  accord.return_package(uuid, boolean),
  accord.claim_approved(uuid),
  accord.hand_out(uuid, uuid[], bytea[], text[], text),
  accord.may_tell(uuid, uuid, timestamptz),
  accord.is_quiet(uuid, timestamptz),
  accord.record_agreement(uuid, text, text, text, bytea, text, date, date, date, text, bigint, bigint, smallint[], uuid),
  accord.end_agreement(uuid),
  accord.agreed_terms(uuid[]),
  accord.keep_lawful_end(uuid, timestamptz),
  accord.oversees(uuid),
  accord.on_record(uuid, timestamptz, text),
  accord.turning_points(uuid, timestamptz, timestamptz, integer),
  accord.openings_by(uuid, uuid, smallint, bigint, timestamptz, timestamptz),
  accord.past_kept_since(uuid),
  accord.accounting(uuid, timestamptz, timestamptz, integer),
  accord.already_out(uuid, text),
  accord.mark_choice(uuid, uuid, uuid),
  accord.settle_mark(uuid, text, uuid),
  accord.coming_of_age(date, date),
  accord.audience(uuid),
  accord.team(uuid),
  accord.possible_doers(uuid, bigint, timestamptz),
  accord.item_people(uuid),
  accord.keeps_sheet(uuid, text, uuid, bigint),
  accord.may_answer(uuid, uuid, uuid, bigint, timestamptz),
  accord.seals_own_words(uuid, uuid),
  accord.keep_search_tokens(uuid, uuid, integer, bytea[]),
  accord.caseloads(),
  accord.hand_over(uuid[], uuid[], uuid, uuid, timestamptz),
  accord.own_handovers(),
  accord.answer_handover(uuid, text),
  accord.wanted_talks(),
  accord.talked(uuid),
  accord.note_visit(uuid),
  accord.steps_in_hand(integer),
  accord.changes_since_visit(),
  accord.tick_step(uuid, uuid, boolean, integer),
  accord.plan_step(uuid, uuid, uuid, boolean, date, integer),
  accord.plan_standings(uuid),
  accord.may_send_plan(uuid),
  accord.send_plan(uuid, uuid),
  accord.answer_plan(uuid, uuid, boolean, text),
  accord.call_meeting(uuid, uuid),
  accord.invite(uuid, uuid, uuid, uuid),
  accord.expect_guest(uuid, uuid, uuid, text, uuid, integer, bytea),
  accord.attend(uuid, uuid, uuid, boolean),
  accord.set_meeting(uuid, uuid, boolean),
  accord.say_young_here(uuid, uuid, boolean),
  accord.put_prep(uuid, uuid, text, uuid, boolean, uuid, integer, bytea),
  accord.say_speaker(uuid, uuid, text, uuid),
  accord.is_in_room(uuid, uuid),
  accord.knows_roster(uuid, uuid),
  accord.reads_prep(uuid, uuid, boolean, uuid),
  accord.would_hear(uuid, uuid, bigint),
  accord.hear_agenda(uuid, uuid, jsonb, text),
  accord.rooms_mark(uuid),
  accord.who_sees(uuid, timestamptz),
  accord.keep_out(uuid, uuid, uuid),
  accord.let_back(uuid, uuid),
  accord.kept_out(uuid),
  accord.kept_from(uuid, uuid),
  accord.is_tended(uuid),
  accord.case_lock(uuid),
  accord.hold_epochs(),
  accord.take_epochs(),
  accord.hold_keys(uuid),
  accord.missing_wraps(uuid),
  accord.cases_after(uuid, integer),
  accord.put_wrap(uuid, uuid, uuid, bigint, integer, uuid, integer, uuid, bytea),
  accord.find_account(text),
  accord.put_session(bytea, uuid, smallint, timestamptz),
  accord.find_session(bytea),
  accord.touch_session(bytea, timestamptz),
  accord.lock_session(bytea),
  accord.unlock_session(bytea, timestamptz),
  accord.find_account_of(bytea),
  accord.choose_purpose(bytea, smallint),
  accord.end_session(bytea),
  accord.end_sessions_of(uuid),
  accord.sweep_sessions(),
  accord.take_token(bytea, integer, integer),
  accord.forget_tries(bytea),
  accord.session_topic(bytea),
  accord.watch(uuid),
  accord.keeps_protocol(uuid),
  accord.may_publish(uuid, integer),
  accord.may_translate(uuid, text),
  accord.has_answer(uuid),
  accord.received_referrals(),
  accord.referral_readers(uuid, uuid, bigint),
  accord.reached_referrals(uuid[]),
  accord.move_referral(uuid, uuid, integer, text, text)
  to accord_runtime;

-- What an advisor's transaction may call, and with it the group that it belongs to.
grant execute on function
  accord.context(),
  accord.protocol_names(uuid[]),
  accord.own_advisor_name(),
  accord.count_review_time(uuid)
  to accord_advisor;
