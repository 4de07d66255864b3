-- The ledger keeps every line as it was written; only what comes is held to the older words.
alter table ledger_entry drop constraint ledger_entry_action_check;
alter table ledger_entry add constraint ledger_entry_action_check check (
  action in ('opened', 'previewed', 'shared', 'stopped', 'wrote', 'paused', 'resumed', 'asked', 'checked', 'consulted')
) not valid;
drop table erasure, retention_rule;
alter table legal_hold drop column owner_agency, drop column lifted_by;
