-- Which notices went with a disclosure: `code@version#sha256`, so that what a reader was told can be proved.
alter table ledger_entry add column notices text[] not null default '{}'
  check (array_to_string(notices, '') !~ '[^A-Za-z0-9.@#-]');
