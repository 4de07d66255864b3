-- What a day's work with permissions leaves behind.

-- How a stop that staff recorded had reached them. Null where nobody said, and for what the young person did themselves.
alter table consent_revocation
  add column came_by text check (came_by in ('phone', 'text', 'paper', 'in-person')),
  add check (received_from = 'staff' or came_by is null);
