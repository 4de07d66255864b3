-- Whose restriction it is: only they can lift it. A lifted one stays as a record, with its end.
alter table access_denial add column asked_by text not null default 'staff'
  check (asked_by in ('young_person', 'staff'));
-- One person is kept out once at a time.
create unique index access_denial_standing on access_denial (case_id, target_id)
  where asked_by = 'young_person' and valid_to = 'infinity';
