alter table case_item
  drop column assigned_to,
  drop column for_young_person,
  drop column due_on,
  drop column changed_by,
  drop column changed_at;
