-- What a day's work with permissions leaves behind.

-- How a stop that staff recorded had reached them. Null where nobody said, and for what the young person did themselves.
alter table consent_revocation
  add column came_by text check (came_by in ('phone', 'text', 'paper', 'in-person')),
  add check (received_from = 'staff' or came_by is null);

-- A renewal is a new permission with a signature of its own. The one before it ends in that moment, and stays on record.
-- Who says no to a renewal is not asked again: it ends by its date.
alter table consent_grant
  add column replaced_by uuid references consent_grant,
  add column said_no_at timestamptz;
create index consent_grant_by_replacement on consent_grant (replaced_by) where replaced_by is not null;
