-- The ledger keeps every line as it was written; only what comes is held to the older words.
alter table ledger_entry drop constraint ledger_entry_action_check;
alter table ledger_entry add constraint ledger_entry_action_check check (
  action in ('opened', 'previewed', 'shared', 'stopped', 'wrote', 'paused', 'resumed', 'asked', 'checked', 'consulted',
    'held', 'unheld', 'erasure-asked', 'not-erased', 'erased')
) not valid;

-- The older schema cannot ask the young person of a new holder: what waits for that is stopped. Forced row security
-- would hide the rows from an owner.
alter table consent_grant no force row level security;
alter table post_introduction no force row level security;
update consent_grant set status = 'stopped'
  where id in (select grant_id from post_introduction where answer is distinct from 'fine');
alter table consent_grant force row level security;
drop table post_introduction;
alter table consent_grant drop column signed_as, drop column post_id;
drop table post_holder, post;
