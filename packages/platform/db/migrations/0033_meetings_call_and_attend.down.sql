-- The ledger keeps every line as it was written; only what comes is held to the older words.
alter table ledger_entry drop constraint ledger_entry_action_check;
alter table ledger_entry add constraint ledger_entry_action_check check (
  action in ('opened', 'previewed', 'shared', 'stopped', 'wrote', 'paused', 'resumed', 'asked', 'checked', 'consulted',
    'held', 'unheld', 'erasure-asked', 'not-erased', 'erased', 'handed-over', 'objected',
    'package-prepared', 'package-approved', 'package-returned', 'handed-out',
    'match-asked', 'match-sent', 'match-kept', 'match-found', 'match-agreed', 'match-declined', 'match-linked',
    'match-undone',
    'plan-sent', 'plan-signed', 'plan-returned',
    'case-handed', 'case-covered', 'wants-talk')
) not valid;
drop table meeting_prep;
drop table meeting_attendee;
drop table meeting;
