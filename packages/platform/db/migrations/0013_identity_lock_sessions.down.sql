alter table session drop column locks_at;
