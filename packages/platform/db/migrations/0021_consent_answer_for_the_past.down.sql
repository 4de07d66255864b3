-- The ledger keeps every line as it was written; only what comes is held to the older words.
alter table ledger_entry drop constraint ledger_entry_action_check;
alter table ledger_entry add constraint ledger_entry_action_check
  check (action in ('opened', 'previewed', 'shared', 'stopped', 'wrote', 'paused', 'resumed', 'asked')) not valid;
alter table ledger_entry drop column policy_version;
drop table past_fact;
