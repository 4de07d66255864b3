-- A step belongs to somebody, and can have a day. Both stand in the clear, since a day drives a deadline and a right
-- to tick hangs on a person; who that is, is told by accord.item_people() and to those who may know them.

alter table case_item
  add column assigned_to uuid references staff,
  add column for_young_person boolean not null default false,
  add column due_on date,
  -- who changed this row last, and when; a first version has neither
  add column changed_by uuid,
  add column changed_at timestamptz,
  add constraint case_item_one_doer check (assigned_to is null or not for_young_person),
  add constraint case_item_only_steps_are_planned check (
    kind = 'step' or (assigned_to is null and not for_young_person and due_on is null)
  );
