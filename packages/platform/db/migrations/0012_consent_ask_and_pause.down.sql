-- The ledger keeps every line as it was written; only what comes is held to the older words.
alter table ledger_entry drop constraint ledger_entry_action_check;
alter table ledger_entry add constraint ledger_entry_action_check
  check (action in ('opened', 'previewed', 'shared', 'stopped', 'wrote')) not valid;

alter type opening drop attribute basis_kind;

alter table agency drop column shareable_mask;
alter table agency drop column data_terms;
drop table consent_request, consent_pause;

-- A pause has no word before this migration: it stays closed. Forced row security would hide the rows from an owner.
alter table consent_grant no force row level security;
alter table consent_grant drop constraint consent_grant_status_check;
update consent_grant set status = 'stopped' where status = 'paused';
alter table consent_grant add constraint consent_grant_status_check
  check (status in ('draft', 'active', 'stopped'));
alter table consent_grant force row level security;
